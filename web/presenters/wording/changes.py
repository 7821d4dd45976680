"""Single acts that would change a match, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from web.presenters.names import country_name, language_name, weeks
from web.presenters.wording import codes

Values = Mapping[str, Any]


def change_words(action: str, values: Values) -> str:
    """Say which act it is."""
    return _WORDS[action](values)


_WORDS: dict[str, Callable[[Values], str]] = {
    "verify_licence": lambda v: _(
        "Have the licence verified (%(country)s)", country=country_name(v["country"])
    ),
    "renew_licence": lambda v: _("Renew the licence (%(country)s)", country=country_name(v["country"])),
    "add_dates": lambda v: _(
        "Be free from %(first)s to %(last)s", first=codes.day(v["from"]), last=codes.day(v["to"])
    ),
    "raise_language": lambda v: _(
        "Reach %(level)s in %(language)s", level=codes.cefr(v["cefr"]), language=language_name(v["language"])
    ),
    "add_skill": lambda v: _("State the skill: %(skill)s", skill=codes.skill(v)),
    "accept_mode": lambda v: _("Agree to serve %(mode)s", mode=codes.mode(v["mode"])),
    "stay_longer": lambda v: _("Stay for %(weeks)s", weeks=weeks(v["weeks"])),
}
