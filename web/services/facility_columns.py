"""The headings under which lists of facilities carry what we need, in English, French and Portuguese."""

from web.services.sheets import Column

# The surest heading first: a list often has several columns that would do.
_HEADINGS = {
    "name": """
        facility name; name of facility; health facility name; health facility; facility; hospital name;
        hospital; name; official name; name en; name fr; orgunit name; organisation unit name;
        nom de la formation sanitaire; formation sanitaire; nom de l etablissement; nom etablissement;
        etablissement; nom de la structure; structure sanitaire; structure; nom fosa; fosa; nom;
        nome da unidade sanitaria; unidade sanitaria; nome da unidade; unidade de saude;
        nome do estabelecimento; estabelecimento; nome
    """,
    "country": """
        iso2; iso 2; iso3; iso 3; country iso2; country iso3; iso; iso code; country code; code pays;
        country; country name; pays; nom du pays; pais
    """,
    "region": """
        admin1; admin 1; admin1 name; adm1 name; adm1; adm1 en; adm1 fr; adm1 pt; region; region name;
        nom region; province; province name; nom province; provincia; regiao; state; state name; county;
        department; departement; wilaya; district; distrito; prefecture
    """,
    "kind": """
        facility type; facility type name; type of facility; health facility type; type;
        type de formation sanitaire; type d etablissement; type etablissement; type de structure; type fosa;
        categorie; category; kind; tipo de unidade; tipologia; tipo; level; niveau; nivel
    """,
    "ownership": """
        ownership; owner; managing authority; operator; operator type; sector; secteur; statut;
        statut juridique; propriete; proprietaire; appartenance; gestionnaire; propriedade; proprietario;
        gestor
    """,
    "latitude": "latitude; lat; gps latitude; gps lat; lat dd; latitude dd; coord y; ycoord; y",
    "longitude": """
        longitude; long; lon; lng; gps longitude; gps long; gps lon; long dd; lon dd; coord x; xcoord; x
    """,
    "code": """
        facility code; facility id; facility uid; code etablissement; code fosa; code de la structure;
        identifiant; codigo da unidade; codigo; code; uid; id
    """,
}


def facility_columns(*, country_needed: bool) -> list[Column]:
    """List the columns a list of facilities can have; the country may be known without one."""
    needed = {"name", "country"} if country_needed else {"name"}
    return [
        Column(field, tuple(heading.strip() for heading in headings.split(";")), needed=field in needed)
        for field, headings in _HEADINGS.items()
    ]
