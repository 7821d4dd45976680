"""What the demo is drawn from: countries, names, occupations and hospitals, as data files of our own."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from web.services.demo.chance import Shares
from web.services.facility_list import ListedFacility

_DATA = Path(__file__).parent / "data"
# The languages our texts and labels exist in; who works in another one writes French here.
_WRITTEN = ("en", "fr", "pt")
_ASKED = 1.6


@dataclass(frozen=True, eq=False)
class DemoCountry:
    """A country people come from and go back to."""

    code: str
    languages: tuple[str, ...]
    spoken: tuple[str, ...]
    given_names: tuple[str, ...]
    family_names: tuple[str, ...]
    residences: Shares[str]
    ministry: str

    @property
    def written(self) -> str:
        """The language its forms are filled in with."""
        return next((code for code in self.languages if code in _WRITTEN), "fr")


@dataclass(frozen=True, eq=False)
class DemoProfession:
    """What all occupations of one register have in common."""

    name: str
    diplomas: dict[str, tuple[str, ...]]
    skills: tuple[str, ...]
    regulator: str
    regulators: dict[str, str]


@dataclass(frozen=True, eq=False)
class DemoOccupation:
    """An occupation, its specialty, and the skills that belong to it."""

    code: str
    specialty: str | None
    profession: DemoProfession
    skills: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Reference:
    """All of it."""

    countries: dict[str, DemoCountry]
    origins: Shares[str]
    occupations: Shares[DemoOccupation]
    asked_occupations: Shares[DemoOccupation]
    residence_languages: dict[str, str]
    vacancy_texts: dict[str, dict[str, Any]]

    def occupation(self, code: str) -> DemoOccupation:
        """Give an occupation by its code."""
        return next(each for each in self.occupations.things if each.code == code)


@cache
def load_reference() -> Reference:
    """Read the data files once."""
    countries, occupations = _toml("countries"), _occupations()
    return Reference(
        countries={code: _country(code, row) for code, row in countries.items()},
        origins=Shares({code: row["share"] for code, row in countries.items()}),
        occupations=Shares(occupations),
        # Ministries ask most for what there is most of, so ranked lists have something to rank.
        asked_occupations=Shares({each: share**_ASKED for each, share in occupations.items()}),
        residence_languages=_toml("residences"),
        vacancy_texts=_toml("vacancy_texts"),
    )


def list_hospitals() -> list[ListedFacility]:
    """List the hospitals that every installation knows, approximately placed."""
    return [
        ListedFacility(
            country=row["country"],
            region=row["region"],
            name=row["name"],
            kind=row["kind"],
            ownership="",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            code="",
        )
        for row in _table("facilities")
    ]


def _country(code: str, row: dict[str, Any]) -> DemoCountry:
    return DemoCountry(
        code=code,
        languages=tuple(row["languages"]),
        spoken=tuple(row["spoken"]),
        given_names=tuple(_given_names()[row["given"]].split()),
        family_names=tuple(row["family"].split()),
        residences=Shares(row["lives"]),
        ministry=row["ministry"],
    )


def _occupations() -> dict[DemoOccupation, float]:
    professions = {name: _profession(name, row) for name, row in _toml("professions").items()}
    return {
        DemoOccupation(
            code=row["code"],
            specialty=row["specialty"] or None,
            profession=professions[row["profession"]],
            skills=tuple(row["skills"].split()),
        ): float(row["share"])
        for row in _table("occupations")
    }


def _profession(name: str, row: dict[str, Any]) -> DemoProfession:
    return DemoProfession(
        name=name,
        diplomas={language: tuple(titles) for language, titles in row["diplomas"].items()},
        skills=tuple(row["skills"].split()),
        regulator=row["regulator"],
        regulators=row["regulators"],
    )


@cache
def _given_names() -> dict[str, str]:
    return _toml("given_names")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _table(name: str) -> list[dict[str, str]]:
    with (_DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))
