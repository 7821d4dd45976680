"""Countries as tables name them: codes of two or three letters, names in several languages."""

from functools import cache

import pycountry
from babel import Locale

from web.folding import fold

_LANGUAGES = ("en", "fr", "pt", "es")
_OTHER_NAMES = {
    "CD": "drc; rdc; dr congo; d r congo; rd congo; congo drc; congo dr; congo democratic republic; "
    "democratic republic of the congo; the democratic republic of the congo; zaire; "
    "republique democratique du congo",
    "CG": "congo; republic of congo; republic of the congo; congo republic; congo brazza; "
    "republique du congo",
    "CI": "ivory coast; cote d ivoire; costa do marfim",
    "CV": "cape verde; cabo verde; cap vert",
    "CF": "car; rca; central african rep; republique centrafricaine; centrafrique",
    "GM": "gambia; the gambia; gambie; la gambie",
    "GN": "guinea conakry; guinee conakry; republic of guinea; republique de guinee",
    "GW": "guinea bissau; guinee bissau; guine bissau",
    "GQ": "equatorial guinea; guinee equatoriale; guine equatorial",
    "ST": "sao tome; sao tome and principe; sao tome e principe; sao tome et principe",
    "TD": "chad; tchad; chade",
    "TZ": "tanzania; united republic of tanzania",
    "GB": "uk; great britain",
    "US": "usa; united states of america",
}


def find_country(text: str) -> str | None:
    """Find the two-letter code of a country given by code or by name, or None."""
    return _codes().get(fold(text))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if pycountry.countries.get(alpha_2=code):
                codes.setdefault(fold(name), code)
    for country in pycountry.countries:
        for name in (
            getattr(country, "common_name", ""),
            country.name,
            getattr(country, "official_name", ""),
        ):
            codes.setdefault(fold(name), country.alpha_2)
        codes[country.alpha_2.lower()] = country.alpha_2
        codes[country.alpha_3.lower()] = country.alpha_2
    for code, names in _OTHER_NAMES.items():
        codes.update((name.strip(), code) for name in names.split(";"))
    codes.pop("", None)
    return codes
