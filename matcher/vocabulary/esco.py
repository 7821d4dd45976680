"""
Enriches the catalogue from the official ESCO CSV download.

This part uses the ESCO classification of the European Commission; the pages that show its labels say so.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from matcher.vocabulary.catalogue import Catalogue, digest
from matcher.vocabulary.concept import Occupation, Skill
from matcher.vocabulary.wording import plain

_LANGUAGES = ("en", "fr", "pt", "ar", "es")
_LONGEST_CELL = 1 << 20
# Unit groups where every ESCO occupation is health work; elsewhere only names we already know are taken.
_HEALTH_GROUPS = ("221", "222", "223", "224", "225", "226", "321", "322", "323", "325", "2634", "2635", "532")
_NOT_THEIRS = {
    # ESCO calls the anaesthetic technician "infirmier anesthésiste", which is a nurse's title.
    ("anaesthetic technician", "fr"),
    # The Portuguese names of physiotherapists list speech therapists and chiropractors too.
    ("physiotherapist", "pt"),
}
_LIE_DETECTOR = "polygraph examiner"


class EscoError(ValueError):
    """A folder is not an ESCO CSV download; the message names what is missing."""


@dataclass(frozen=True, slots=True)
class _Named:
    """One ESCO concept: its URI, unit group and names by language, the preferred one first."""

    uri: str
    isco: str
    names: Mapping[str, tuple[str, ...]]


def enriched(catalogue: Catalogue, folder: Path) -> Catalogue:
    """
    Add ESCO's labels, skills and relations to the catalogue.

    Parameters
    ----------
    catalogue : Catalogue
        Our own lists; their labels and codes stay.
    folder : Path
        Holds `occupations_en.csv` and, where downloaded, other languages, skills and relations.

    Returns
    -------
    Catalogue
        The enriched catalogue with a version of its own.

    Raises
    ------
    EscoError
        If the folder holds no English occupations or a file lacks a column.

    Examples
    --------
    >>> from matcher.vocabulary.catalogue import read
    >>> enriched(read(), Path("nowhere"))
    Traceback (most recent call last):
    ...
    matcher.vocabulary.esco.EscoError: no occupations_en.csv in nowhere
    """
    if not (folder / "occupations_en.csv").is_file():
        raise EscoError(f"no occupations_en.csv in {folder}")
    homes = _occupation_homes(catalogue, _concepts(folder, "occupations"))
    occupations = dict(catalogue.occupations)
    for concept, code, exact in homes:
        occupations[code] = _with_names(occupations[code], concept, exact=exact)
    codes = {concept.uri: code for concept, code, _ in homes}
    skills = _skills(catalogue, _concepts(folder, "skills"), _relations(folder, codes))
    files = sorted(folder.glob("*.csv"))
    version = f"{catalogue.digest}-{digest(files)}"
    return replace(catalogue, occupations=occupations, skills=skills, digest=version)


def _table(file: Path) -> Iterator[dict[str, str]]:
    """Read one CSV file of the download, absent files as empty ones."""
    if not file.is_file():
        return
    csv.field_size_limit(_LONGEST_CELL)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _concepts(folder: Path, kind: str) -> list[_Named]:
    """Gather the names of each concept over the languages."""
    names: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    groups: dict[str, str] = {}
    for language in _LANGUAGES:
        file = folder / f"{kind}_{language}.csv"
        for row in _table(file):
            try:
                uri, preferred, others = row["conceptUri"], row["preferredLabel"], row["altLabels"] or ""
            except KeyError as column:
                raise EscoError(f"{file.name} has no column {column}") from column
            groups.setdefault(uri, row.get("iscoGroup") or "")
            names[uri][language] = _cleaned([preferred, *others.split("\n")])
    return [_Named(uri, groups[uri], languages) for uri, languages in names.items()]


def _cleaned(cells: Iterable[str]) -> tuple[str, ...]:
    """Split labels of two genders, "maïeuticien/sage-femme", and drop repetitions."""
    parts = (part.strip() for cell in cells for part in cell.split("/"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _occupation_homes(catalogue: Catalogue, concepts: Iterable[_Named]) -> list[tuple[_Named, str, bool]]:
    """Find the code of ours each ESCO occupation belongs to and whether it is the very same."""
    ours = _names_of(catalogue.occupations.values())
    homes = []
    for concept in concepts:
        english = concept.names.get("en", ())
        if _LIE_DETECTOR in english:
            continue
        same = next((ours[key] for name in english[:1] if (key := plain(name)) in ours), None)
        if same is not None:
            homes.append((concept, same, True))
        elif concept.isco in catalogue.occupations and concept.isco.startswith(_HEALTH_GROUPS):
            homes.append((concept, concept.isco, False))
    return homes


def _names_of(concepts: Iterable[Occupation | Skill]) -> dict[str, str]:
    """Give the code behind each English wording of ours."""
    names: dict[str, str] = {}
    for concept in concepts:
        for name in (concept.labels["en"], *concept.synonyms.get("en", ())):
            names.setdefault(plain(name), concept.code)
    return names


def _with_names(occupation: Occupation, concept: _Named, *, exact: bool) -> Occupation:
    """Add names as synonyms; where the concept is the very same, also labels of languages we lack."""
    english = (concept.names.get("en") or ("",))[0]
    usable = {lang: names for lang, names in concept.names.items() if (english, lang) not in _NOT_THEIRS}
    labels = dict(occupation.labels)
    if exact:
        for language, names in usable.items():
            labels.setdefault(language, names[0])
    return replace(
        occupation,
        labels=labels,
        synonyms=_joined(occupation.synonyms, usable),
        esco=(occupation.esco or concept.uri) if exact else occupation.esco,
    )


def _joined(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    languages = dict.fromkeys([*ours, *theirs])
    return {
        language: tuple(dict.fromkeys([*ours.get(language, ()), *theirs.get(language, ())]))
        for language in languages
    }


def _relations(folder: Path, codes: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Give our occupation codes by ESCO skill, essential relations first."""
    linked: defaultdict[str, dict[str, None]] = defaultdict(dict)
    relations = sorted(
        _table(folder / "occupationSkillRelations.csv"), key=lambda row: row["relationType"] != "essential"
    )
    for row in relations:
        if row["occupationUri"] in codes:
            linked[row["skillUri"]][codes[row["occupationUri"]]] = None
    return {uri: tuple(occupations) for uri, occupations in linked.items()}


def _skills(
    catalogue: Catalogue, concepts: Iterable[_Named], linked: Mapping[str, tuple[str, ...]]
) -> dict[str, Skill]:
    """Enrich the skills we have and take in those ESCO ties to a health occupation."""
    ours = _names_of(catalogue.skills.values())
    skills = dict(catalogue.skills)
    for concept in concepts:
        english = concept.names.get("en", ())
        code = next((ours[key] for name in english[:1] if (key := plain(name)) in ours), None)
        if code is not None:
            known = skills[code]
            skills[code] = replace(
                known, synonyms=_joined(known.synonyms, concept.names), esco=known.esco or concept.uri
            )
        elif english and concept.uri in linked:
            skill = _new_skill(concept, linked[concept.uri])
            skills[skill.code] = skill
    return skills


def _new_skill(concept: _Named, occupations: tuple[str, ...]) -> Skill:
    """Build a skill only ESCO has; its code says so."""
    return Skill(
        code=f"esco:{concept.uri.rpartition('/')[2]}",
        group="esco",
        occupations=occupations,
        related={},
        labels={language: names[0] for language, names in concept.names.items()},
        synonyms={language: names[1:] for language, names in concept.names.items()},
        esco=concept.uri,
    )
