"""Reads the official ESCO CSV download into what can be stored, sent and added to the catalogue."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "pt", "ar", "es")
_LONGEST_CELL = 1 << 20
_RELEASED = "released"
# The name has had a language since version 1.1; the content is the same in every language.
_RELATIONS = ("occupationSkillRelations.csv", "occupationSkillRelations_en.csv")


class EscoError(ValueError):
    """A folder is not an ESCO CSV download; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class EscoConcept:
    """
    One occupation or skill.

    Parameters
    ----------
    uri : str
        Its identifier.
    isco : str
        The ISCO-08 unit group of an occupation; empty for a skill.
    names : Mapping[str, tuple[str, ...]]
        Names by language, the preferred one first.
    """

    uri: str
    isco: str
    names: Mapping[str, tuple[str, ...]]

    @property
    def english(self) -> str:
        """The preferred English name; empty where there is none."""
        return next(iter(self.names.get("en", ())), "")


@dataclass(frozen=True)
class Esco:
    """
    Occupations, skills, and which skill belongs to which occupation.

    Parameters
    ----------
    occupations, skills : tuple of EscoConcept
        In the order of the files.
    relations : tuple of (str, str)
        URI of a skill and URI of an occupation, essential relations first.

    Examples
    --------
    >>> midwife = EscoConcept("u:1", "2222", {"en": ("midwife",)})
    >>> Esco.from_json(Esco((midwife,), (), ()).to_json()) == Esco((midwife,), (), ())
    True
    """

    occupations: tuple[EscoConcept, ...]
    skills: tuple[EscoConcept, ...]
    relations: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits of SHA-256 over the JSON form."""
        return sha256(self.to_json().encode()).hexdigest()[:12]

    @property
    def wordings(self) -> int:
        """How many names there are, in all languages."""
        return sum(len(names) for each in (*self.occupations, *self.skills) for names in each.names.values())

    def to_json(self) -> str:
        """
        Write everything as one JSON text, the same for the same content.

        Returns
        -------
        str
            In ASCII, without spaces.
        """
        data = {
            "occupations": [[each.uri, each.isco, each.names] for each in self.occupations],
            "skills": [[each.uri, each.names] for each in self.skills],
            "relations": self.relations,
        }
        return json.dumps(data, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Esco":
        """
        Read what `to_json` wrote.

        Parameters
        ----------
        text : str
            The JSON text.

        Returns
        -------
        Esco
            Equal to what was written.
        """
        data: dict[str, Any] = json.loads(text)
        return cls(
            tuple(EscoConcept(uri, isco, _tuples(names)) for uri, isco, names in data["occupations"]),
            tuple(EscoConcept(uri, "", _tuples(names)) for uri, names in data["skills"]),
            tuple((skill, occupation) for skill, occupation in data["relations"]),
        )


def _tuples(names: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(some) for language, some in names.items()}


def read_download(folder: Path) -> Esco:
    """
    Read a folder of the download: English occupations and whatever else lies beside them.

    Parameters
    ----------
    folder : Path
        Holds `occupations_en.csv` and, where downloaded, other languages, skills and relations.

    Returns
    -------
    Esco
        Everything in it, not health work alone.

    Raises
    ------
    EscoError
        If there are no English occupations, or a file lacks a column or cannot be read.

    Examples
    --------
    >>> read_download(Path("nowhere"))
    Traceback (most recent call last):
    ...
    matcher.vocabulary.esco_download.EscoError: no occupations_en.csv in nowhere
    """
    if not (folder / "occupations_en.csv").is_file():
        raise EscoError(f"no occupations_en.csv in {folder}")
    occupations = _concepts(folder, "occupations")
    if not any(concept.english for concept in occupations):
        raise EscoError("occupations_en.csv names no occupation")
    return Esco(occupations, _concepts(folder, "skills"), tuple(_relations(folder)))


def _concepts(folder: Path, kind: str) -> tuple[EscoConcept, ...]:
    """Gather the names of each concept over the languages."""
    names: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    groups: dict[str, str] = {}
    for language in LANGUAGES:
        file = folder / f"{kind}_{language}.csv"
        for row in _rows(file, ("conceptUri", "preferredLabel", "altLabels")):
            uri = row["conceptUri"]
            cells = [row["preferredLabel"], *row["altLabels"].split("\n")]
            if uri and row.get("status", _RELEASED) == _RELEASED:
                groups.setdefault(uri, row.get("iscoGroup", ""))
                names[uri][language] = _cleaned(cells)
    return tuple(EscoConcept(uri, groups[uri], languages) for uri, languages in names.items())


def _cleaned(cells: Iterable[str]) -> tuple[str, ...]:
    """Split labels of two genders, "maïeuticien/sage-femme", and drop repetitions."""
    parts = (part.strip() for cell in cells for part in cell.split("/"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _relations(folder: Path) -> Iterator[tuple[str, str]]:
    """Give each skill with an occupation that needs it, essential relations first."""
    columns = ("occupationUri", "relationType", "skillUri")
    file = next((folder / name for name in _RELATIONS if (folder / name).is_file()), folder / _RELATIONS[0])
    for row in sorted(_rows(file, columns), key=lambda row: row["relationType"] != "essential"):
        yield row["skillUri"], row["occupationUri"]


def _rows(file: Path, columns: Iterable[str]) -> Iterator[dict[str, str]]:
    """Read one CSV file of the download, absent files as empty ones; a short line has empty cells."""
    if not file.is_file():
        return
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="", strict=True)
            missing = [column for column in columns if column not in (reader.fieldnames or ())]
            if missing:
                raise EscoError(f"{file.name} has no column {missing[0]}")
            yield from reader
    except UnicodeDecodeError as error:
        raise EscoError(f"{file.name} is not UTF-8") from error
    except csv.Error as error:
        raise EscoError(f"{file.name} cannot be read: {error}") from error
