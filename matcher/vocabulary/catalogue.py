"""The curated lists, read from the data files into concepts."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from matcher.vocabulary.concept import FacilityType, Kind, Occupation, Skill, Specialty, Tie
from matcher.vocabulary.fit import Fit, State
from matcher.vocabulary.table import DATA, LANGUAGES, Row, TableError, items, rows

_TIES: Mapping[str, Tie] = {
    "base": "base", "title": "title", "specialised": "specialised", "distinct": "distinct",
}  # fmt: skip
_KINDS: Mapping[str, Kind] = {"occupation": "occupation", "specialty": "specialty", "skill": "skill"}
_STATES: Mapping[str, State] = {
    "equivalent": "equivalent",
    "may_fill": "may_fill",
    "neighbour": "neighbour",
    "no": "no",
    "unknown": "unknown",
}
USUAL_CLOSENESS = 60
C = TypeVar("C", Occupation, Specialty, Skill, FacilityType)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters that stand for one code, in one language and perhaps only in some countries."""

    letters: str
    kind: Kind
    code: str
    language: str
    countries: frozenset[str]
    expansion: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of who may fill what: from the code held to the code asked."""

    held: str
    asked: str
    fit: Fit
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything the data files say."""

    occupations: Mapping[str, Occupation]
    specialties: Mapping[str, Specialty]
    skills: Mapping[str, Skill]
    facility_types: Mapping[str, FacilityType]
    abbreviations: tuple[Abbreviation, ...]
    substitutions: tuple[Rule, ...]
    specialty_fits: tuple[Rule, ...]
    not_health: tuple[str, ...]
    digest: str


def read(folder: Path = DATA) -> Catalogue:
    """
    Read all data files of a folder.

    Parameters
    ----------
    folder : Path
        Where the data files lie.

    Returns
    -------
    Catalogue
        Concepts by code in the order of the files, rules, and a hash of the files' content.

    Raises
    ------
    TableError
        If a line breaks the form of its file.

    Examples
    --------
    >>> read().occupations["2222"].labels["en"]
    'Midwife'
    """
    return Catalogue(
        occupations=_by_code([_occupation(row) for row in rows("occupations.tsv", folder)]),
        specialties=_by_code([_specialty(row) for row in rows("specialties.tsv", folder)]),
        skills=_by_code(_skills(list(rows("skills.tsv", folder)))),
        facility_types=_by_code(
            [FacilityType(row["code"], *_names(row)) for row in rows("facility_types.tsv", folder)]
        ),
        abbreviations=tuple(_abbreviation(row) for row in rows("abbreviations.tsv", folder)),
        substitutions=tuple(_rule(row) for row in rows("substitutions.tsv", folder)),
        specialty_fits=tuple(_rule(row) for row in rows("specialty_fits.tsv", folder)),
        not_health=tuple(
            title
            for row in rows("not_health.tsv", folder)
            for lang in LANGUAGES
            for title in items(row[lang])
        ),
        digest=digest(sorted(folder.glob("*.t*ml")) + sorted(folder.glob("*.tsv"))),
    )


def digest(files: list[Path]) -> str:
    """
    Hash the content of files.

    Parameters
    ----------
    files : list of Path
        Read in the order given.

    Returns
    -------
    str
        Twelve hexadecimal digits of SHA-256 over names and contents.

    Examples
    --------
    >>> digest([])
    'e3b0c44298fc'
    """
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:12]


def _by_code(concepts: list[C]) -> Mapping[str, C]:
    found: dict[str, C] = {}
    for concept in concepts:
        if concept.code in found:
            raise TableError(f"code {concept.code} stands twice")
        found[concept.code] = concept
    return MappingProxyType(found)


def _names(row: Mapping[str, str]) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Split the language cells into the label to show, first, and the other wordings."""
    cells = {language: items(row[language]) for language in LANGUAGES}
    labels = {language: names[0] for language, names in cells.items() if names}
    return labels, {language: names[1:] for language, names in cells.items()}


def _occupation(row: Row) -> Occupation:
    labels, synonyms = _names(row)
    return Occupation(
        code=row["code"],
        isco=row["code"].partition(".")[0],
        group=row["group"],
        tie=row.choice("kind", _TIES),
        specialty=row["specialty"] or None,
        labels=labels,
        synonyms=synonyms,
    )


def _specialty(row: Mapping[str, str]) -> Specialty:
    labels, synonyms = _names(row)
    return Specialty(
        code=row["code"],
        general=row["general"] == "yes",
        occupations=tuple(row["occupations"].split()),
        labels=labels,
        synonyms=synonyms,
        titles={language: items(row[f"{language}_titles"]) for language in LANGUAGES},
    )


def _skills(lines: list[Row]) -> list[Skill]:
    """Build the skills, each relation entered once in the file and held in both directions."""
    related: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in lines:
        for entry in row["related"].split():
            other, _, closeness = entry.partition(":")
            near = row.percentage("related", closeness or str(USUAL_CLOSENESS))
            related[row["code"]][other] = related[other][row["code"]] = near
    return [_skill(row, related[row["code"]]) for row in lines]


def _skill(row: Mapping[str, str], related: Mapping[str, int]) -> Skill:
    labels, synonyms = _names(row)
    return Skill(
        code=row["code"],
        group=row["group"],
        occupations=tuple(row["occupations"].split()),
        related=MappingProxyType(dict(related)),
        labels=labels,
        synonyms=synonyms,
    )


def _abbreviation(row: Row) -> Abbreviation:
    return Abbreviation(
        letters=row["letters"],
        kind=row.choice("kind", _KINDS),
        code=row["code"],
        language=row["language"],
        countries=frozenset(row["countries"].split()),
        expansion=row["expansion"],
    )


def _rule(row: Row) -> Rule:
    return Rule(
        held=row["held"],
        asked=row["asked"],
        fit=Fit(row.choice("state", _STATES), row.percentage("closeness", row["closeness"]), row["reason"]),
        countries=frozenset(row.get("countries", "").split()),
    )
