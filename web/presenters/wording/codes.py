"""Codes and values as a reader calls them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import get_locale
from flask_babel import gettext as _

from web.presenters.names import language_name, long_date
from web.services import vocabulary


def language() -> str:
    """Give the reader's language, as a code."""
    # Not str(): a list asks hundreds of times, and that puts a name together from its parts.
    locale = get_locale()
    return locale.language if locale else "en"


def occupation(code: str | None, title: str | None = None) -> str:
    """Name an occupation: by its code if it has one, else as it was typed."""
    return vocabulary.occupation_label(code, language()) if code else (title or _("not named"))


def specialty(code: str | None) -> str:
    """Name a specialty."""
    return vocabulary.specialty_label(code, language()) if code else _("no specialty")


def skill(value: Mapping[str, Any]) -> str:
    """Name a skill: by its code if the vocabulary knows one, else as it was typed."""
    code = vocabulary.known_skill(value.get("code"))
    return (
        vocabulary.skill_label(code, language())
        if code
        else str(value.get("phrase") or value.get("code") or "")
    )


def facility_kind(words: str) -> str:
    """Name the kind of a facility, which lists give in the language of their country."""
    return vocabulary.facility_kind(words, language())


def mode(code: str) -> str:
    """Name a mode of return."""
    return {
        "temporary": _("for a limited time"),
        "permanent": _("for good"),
        "remote": _("from a distance"),
    }[code]


def cefr(level: str | None) -> str:
    """Write a language level."""
    if level is None:
        return _("level not stated")
    return _("first language") if level == "native" else level


def spoken(language_code: str, level: str | None) -> str:
    """Write a language and how well it is spoken: French B2, French (first language)."""
    name = language_name(language_code)
    return f"{name} ({cefr(level)})" if level in {None, "native"} else f"{name} {level}"


def skill_level(level: int | None) -> str:
    """Name a skill level."""
    names = {1: _("basic"), 2: _("independent"), 3: _("advanced"), 4: _("can teach it")}
    return names[level] if level else _("level not stated")


def day(value: str | None) -> str:
    """Write a day given in ISO form."""
    return long_date(date.fromisoformat(value)) if value else ""


def listing(parts: list[str]) -> str:
    """Write several things one after the other."""
    return ", ".join(part for part in parts if part)
