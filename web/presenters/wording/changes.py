"""Single acts that would change a match, in words.

Whoever states something is told what would be enough, never that it is so.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from web.presenters.names import country_name, language_name, weeks, years
from web.presenters.wording import codes

Values = Mapping[str, Any]

LEAST_SKILL_LEVEL = 1
NO_END = "unlimited"


def change_words(action: str, values: Values) -> str:
    """Say which act it is."""
    return _WORDS[action](values)


def _state_occupation(v: Values) -> str:
    parts = [
        codes.occupation(v["code"]),
        codes.specialty(v["specialty"]) if v["specialty"] else "",
        _("at least %(years)s", years=_years(v["years"])) if v["years"] else "",
    ]
    return _("State the occupation, if it is so (%(occupation)s)", occupation=codes.listing(parts))


def _state_experience(v: Values) -> str:
    if not v["years"]:
        return _("State the years of experience")
    return _("State at least %(years)s of experience, if it is so", years=_years(v["years"]))


def _years(number: float) -> str:
    return years(math.ceil(number))


def _state_languages(v: Values) -> str:
    spoken = [_at_least(each["code"], each["cefr"]) for each in v["languages"]]
    return _("State the languages spoken, if it is so (%(languages)s)", languages=codes.listing(spoken))


def _at_least(language: str, level: str | None) -> str:
    if level is None:
        return language_name(language)
    spoken = codes.spoken(language, level)
    return spoken if level == "native" else _("%(spoken)s or above", spoken=spoken)


def _state_licence(v: Values) -> str:
    if v["valid_until"] is None:
        return _("State a valid licence to practise, of any country, if there is one")
    return _(
        "State a licence to practise that is valid on %(day)s, of any country, if there is one",
        day=codes.day(v["valid_until"]),
    )


def _obtain_licence(v: Values) -> str:
    if v["valid_until"] is None:
        return _("Obtain a licence to practise, of any country")
    return _(
        "Obtain a licence to practise that is valid on %(day)s, of any country",
        day=codes.day(v["valid_until"]),
    )


def _state_reentry(v: Values) -> str:
    if v["until"] == NO_END:
        return _("State a right to return to the country of residence without end, if it is so")
    return _(
        "State a right to return to the country of residence until %(day)s or later, if it is so",
        day=codes.day(v["until"]),
    )


def _skill(v: Values) -> str:
    name = codes.skill(v)
    if v["level"] == LEAST_SKILL_LEVEL:
        return name
    return _("%(skill)s, at least at level “%(level)s”", skill=name, level=codes.skill_level(v["level"]))


_WORDS: dict[str, Callable[[Values], str]] = {
    "state_occupation": _state_occupation,
    "state_specialty": lambda v: _(
        "State the specialty, if it is so (%(specialty)s)", specialty=codes.specialty(v["code"])
    ),
    "state_experience": _state_experience,
    "state_mode": lambda v: _("State the wish to serve %(mode)s, if it is so", mode=codes.mode(v["mode"])),
    "accept_mode": lambda v: _("Agree to serve %(mode)s", mode=codes.mode(v["mode"])),
    "state_weeks": lambda v: _("State a stay of at least %(weeks)s, if it is so", weeks=weeks(v["weeks"])),
    "stay_longer": lambda v: _("Stay for %(weeks)s", weeks=weeks(v["weeks"])),
    "state_languages": _state_languages,
    "raise_language": lambda v: _(
        "Reach %(level)s in %(language)s", level=codes.cefr(v["cefr"]), language=language_name(v["language"])
    ),
    "state_licence": _state_licence,
    "obtain_licence": _obtain_licence,
    "state_licence_active": lambda v: _(
        "State that the licence is active, if it is so (%(country)s)", country=country_name(v["country"])
    ),
    "renew_licence": lambda v: _("Renew the licence (%(country)s)", country=country_name(v["country"])),
    "verify_licence": lambda v: _(
        "Have the licence verified (%(country)s)", country=country_name(v["country"])
    ),
    "state_dates": lambda v: _(
        "State free days from %(first)s to %(last)s, if it is so",
        first=codes.day(v["from"]),
        last=codes.day(v["to"]),
    ),
    "add_dates": lambda v: _(
        "Be free from %(first)s to %(last)s", first=codes.day(v["from"]), last=codes.day(v["to"])
    ),
    "state_reentry": _state_reentry,
    "extend_reentry": lambda v: _(
        "Extend the right to return to the country of residence until %(day)s", day=codes.day(v["until"])
    ),
    "add_skill": lambda v: _("State the skill, if it is so (%(skill)s)", skill=_skill(v)),
    "add_skills": lambda v: _(
        "State the skills, if it is so (%(skills)s)",
        skills=codes.listing([_skill(each) for each in v["skills"]]),
    ),
    "raise_skill": lambda v: _("Reach the level asked in the skill (%(skill)s)", skill=_skill(v)),
}
