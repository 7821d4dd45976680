"""Typed words and codes: suggestions to confirm, and the names of codes in the reader's language."""

from collections.abc import Mapping
from typing import Protocol

from matcher.vocabulary import Suggestion
from web.models.wording import CodeKind
from web.services.vocabulary.current import current_vocabulary

SUGGESTIONS = 5
FALLBACK_LANGUAGE = "en"


class Named(Protocol):
    """What a code stands for."""

    @property
    def labels(self) -> Mapping[str, str]:
        """Its names by language."""


def resolve(kind: CodeKind, text: str, *, language: str, country: str | None = None) -> list[Suggestion]:
    """Suggest up to five codes for what somebody typed, best first; none if it is no health work."""
    vocabulary = current_vocabulary()
    of_kind = {
        CodeKind.OCCUPATION: vocabulary.resolve_occupation,
        CodeKind.SPECIALTY: vocabulary.resolve_specialty,
        CodeKind.SKILL: vocabulary.resolve_skill,
    }[kind]
    return of_kind(text, language=language, country=country, limit=SUGGESTIONS)


def complete(kind: CodeKind, text: str, *, language: str, country: str | None = None) -> list[Suggestion]:
    """Suggest up to five codes whose wordings begin like what somebody is typing."""
    return current_vocabulary().complete(
        kind.value, text, language=language, country=country, limit=SUGGESTIONS
    )


def learn() -> None:
    """Make every kind of suggestion ready: each learns from the vocabulary at its first question."""
    for kind in CodeKind:
        resolve(kind, "nurse", language=FALLBACK_LANGUAGE)
        complete(kind, "nurse", language=FALLBACK_LANGUAGE)


def label(kind: CodeKind, code: str, language: str) -> str:
    """Name a code of any kind."""
    names = {
        CodeKind.OCCUPATION: occupation_label,
        CodeKind.SPECIALTY: specialty_label,
        CodeKind.SKILL: skill_label,
    }
    return names[kind](code, language)


def list_specialties(occupation: str, *, language: str) -> list[tuple[str, str]]:
    """List the specialties an occupation can have as (code, name), by name."""
    named = (
        (code, _label(specialty, code, language))
        for code, specialty in current_vocabulary().specialties.items()
        if occupation in specialty.occupations
    )
    return sorted(named, key=lambda pair: pair[1].casefold())


def implied_specialty(occupation: str) -> str | None:
    """Give the specialty that the occupation itself says, as for a nurse anaesthetist."""
    known = current_vocabulary().occupations.get(occupation)
    return known.specialty if known else None


def is_general_specialty(code: str) -> bool:
    """Say whether a specialty is the general field of its occupation, which everybody in it covers."""
    known = current_vocabulary().specialties.get(code)
    return known is not None and known.general


def is_occupation(code: str) -> bool:
    """Say whether a code names an occupation."""
    return code in current_vocabulary().occupations


def is_specialty(code: str) -> bool:
    """Say whether a code names a specialty."""
    return code in current_vocabulary().specialties


def is_skill(code: str) -> bool:
    """Say whether a code names a skill."""
    return code in current_vocabulary().skills


def is_known(kind: CodeKind, code: str) -> bool:
    """Say whether a code of any kind names something in the vocabulary in use."""
    known = {
        CodeKind.OCCUPATION: is_occupation,
        CodeKind.SPECIALTY: is_specialty,
        CodeKind.SKILL: is_skill,
    }
    return known[kind](code)


def known_skill(code: str | None) -> str | None:
    """Give the code of a skill, None if the vocabulary does not know it, as after another ESCO import."""
    return code if code and is_skill(code) else None


def occupation_label(code: str | None, language: str) -> str:
    """Name an occupation; a code this vocabulary does not know names itself."""
    return _label(current_vocabulary().occupations.get(code or ""), code, language)


def specialty_label(code: str | None, language: str) -> str:
    """Name a specialty; a code this vocabulary does not know names itself."""
    return _label(current_vocabulary().specialties.get(code or ""), code, language)


def skill_label(code: str | None, language: str) -> str:
    """Name a skill; a code this vocabulary does not know names itself."""
    return _label(current_vocabulary().skills.get(code or ""), code, language)


def facility_kind(words: str, language: str) -> str:
    """Name the kind of a facility in a language; words we do not know stay as the list has them."""
    return _label(current_vocabulary().facility_type(words), words, language)


def _label(named: Named | None, code: str | None, language: str) -> str:
    if named is None:
        return code or ""
    return typeset(named.labels.get(language) or named.labels.get(FALLBACK_LANGUAGE) or code or "")


def typeset(label: str) -> str:
    """Give a label the apostrophes of a printed page; the lists are typed with straight ones."""
    return label.replace("'", "\u2019")
