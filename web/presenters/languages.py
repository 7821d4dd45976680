"""The languages people work in: those of West and Central Africa and those of the diaspora."""

from flask_babel import lazy_gettext as _l

# What is spoken with patients and colleagues in the region, and where its health workers live.
COMMON_LANGUAGES = (
    # Official languages, and those of the countries most people return from.
    *("ar", "de", "en", "es", "fr", "it", "nl", "pt"),
    # West Africa, Mauritania and Cabo Verde included.
    *("ak", "bba", "bci", "bm", "dag", "dje", "dyo", "dyu", "ee", "efi", "ff", "fon", "gaa", "ha"),
    *("ibb", "ig", "kbp", "kea", "kpe", "kr", "kri", "men", "mey", "mnk", "mos", "pcm", "pov", "snk"),
    *("srr", "sus", "tem", "tiv", "tmh", "wo", "yo"),
    # Central Africa, Angola, Burundi and São Tomé included.
    *("cri", "dua", "ewo", "fan", "kg", "kmb", "ln", "lua", "rn", "sg", "shu", "sw", "umb", "wes"),
)

# Where CLDR has no name, or not the one people use there.
OWN_NAMES = {
    "ak": _l("Akan (Twi, Fante)"),
    "bba": _l("Bariba"),
    "bci": _l("Baoulé"),
    "cri": _l("Forro"),
    "dag": _l("Dagbani"),
    "dyo": _l("Jola"),
    "ff": _l("Fula (Pulaar, Fulfulde)"),
    "kbp": _l("Kabiyè"),
    "kea": _l("Cape Verdean Creole"),
    "kg": _l("Kikongo"),
    "lua": _l("Tshiluba"),
    "mey": _l("Hassaniya Arabic"),
    "mnk": _l("Mandinka"),
    "mos": _l("Mooré"),
    "pov": _l("Guinea-Bissau Creole (Kriol)"),
    "rn": _l("Kirundi"),
    "tem": _l("Temne"),
    "wes": _l("Cameroonian Pidgin"),
}
