"""The region this service brings people to."""

# West and Central Africa: the members of ECOWAS, ECCAS and CEMAC, and Mauritania.
WCA_COUNTRIES = (
    *("AO", "BF", "BI", "BJ", "CD", "CF", "CG", "CI", "CM", "CV", "GA", "GH", "GM"),
    *("GN", "GQ", "GW", "LR", "ML", "MR", "NE", "NG", "SL", "SN", "ST", "TD", "TG"),
)
