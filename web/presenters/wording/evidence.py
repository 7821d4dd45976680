"""Criteria in words: what they are called, and what the points rest on."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from web.presenters.names import country_name, labelled, language_name, years
from web.presenters.wording import codes

Evidence = Mapping[str, Any]


def criterion_label(name: str) -> str:
    """Name a criterion."""
    return {
        "required_skills": _("Must-have skills"),
        "desirable_skills": _("Desirable skills"),
        "occupation": _("Closeness of occupation and specialty"),
        "experience": _("Experience"),
        "languages": _("Languages above the level asked"),
        "availability": _("Free on the days wanted"),
        "preference": _("Own wishes"),
        "origin": _("Country of origin"),
        "credential": _("Licence and checks"),
        "teaching": _("Able to teach"),
        "text": _("Words of the description"),
    }[name]


def evidence_words(evidence: Evidence) -> str:
    """Say what the points of a criterion rest on."""
    return _WORDS[evidence["code"]](evidence)


def _skills(evidence: Evidence) -> str:
    return " · ".join(skill_words(each) for each in evidence["skills"])


def skill_words(skill: Mapping[str, Any]) -> str:
    """Say how a person stands to one skill."""
    name = codes.skill(skill)
    basis = skill["basis"]
    if basis == "related" and skill["by"]:
        return _("%(skill)s: related to %(other)s", skill=name, other=codes.skill(skill["by"]))
    return {
        "stated": _("%(skill)s: %(level)s", skill=name, level=codes.skill_level(skill["level"])),
        "below": _(
            "%(skill)s: %(level)s, below what is asked", skill=name, level=codes.skill_level(skill["level"])
        ),
        "level_unknown": _("%(skill)s: stated without a level", skill=name),
        "related": _("%(skill)s: something related is stated", skill=name),
        "summary": _("%(skill)s: only mentioned in the summary", skill=name),
        "none": _("%(skill)s: not stated", skill=name),
    }[basis]


def _occupation(evidence: Evidence) -> str:
    if evidence["closeness"] is None:
        return _("cannot be compared")
    return _("%(closeness)d %% the same", closeness=evidence["closeness"])


def _languages(evidence: Evidence) -> str:
    return codes.listing([_language(each) for each in evidence["languages"]])


def _language(asked: Mapping[str, Any]) -> str:
    # Rankings kept from before "held" was noted said it of every language without a level.
    if not asked.get("held", True):
        return _("%(language)s not stated", language=language_name(asked["code"]))
    return codes.spoken(asked["code"], asked["cefr"])


def _days(evidence: Evidence) -> str:
    return ngettext(
        "%(free)d of %(num)d day", "%(free)d of %(num)d days", evidence["wanted"], free=evidence["free"]
    )


def _wish(evidence: Evidence) -> str:
    if evidence["here"]:
        return _("wishes to work in this country")
    return _(
        "wishes to work in %(countries)s",
        countries=codes.listing([country_name(c) for c in evidence["countries"]]),
    )


def _origin(evidence: Evidence) -> str:
    if evidence["here"]:
        return _("comes from this country")
    return _("comes from %(country)s", country=country_name(evidence["country"]))


def credential_level(level: int | None) -> str:
    """Name a credential level."""
    return {
        1: _("licensed and active"),
        2: _("licensed in another country"),
        3: _("qualified"),
        4: _("experience only"),
    }.get(level or 0, _("level not known"))


def _credential(evidence: Evidence) -> str:
    checked = _("licence verified") if evidence["verified"] else _("licence not verified")
    return codes.listing([credential_level(evidence["level"]), checked])


def _teaching(evidence: Evidence) -> str:
    if not evidence["skill"]:
        return _("no skill stated that they teach")
    return labelled(codes.skill(evidence["skill"]), codes.skill_level(evidence["level"]))


_WORDS: dict[str, Callable[[Evidence], str]] = {
    "not_asked": lambda _evidence: _("not asked for in this post"),
    "not_stated": lambda _evidence: _("not stated"),
    "skills": _skills,
    "occupation": _occupation,
    "years": lambda evidence: years(int(evidence["years"])),
    "languages": _languages,
    "days": _days,
    "origin": _origin,
    "wish": _wish,
    "credential": _credential,
    "teaching": _teaching,
    "text": lambda evidence: _(
        "%(shared)d of %(wanted)d words in common", shared=evidence["shared"], wanted=evidence["wanted"]
    ),
}
