"""Understanding a list of facilities: what each row says, and which rows cannot be taken."""

import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from web.services.countries import find_country
from web.services.errors import InvalidError
from web.services.facility_columns import facility_columns
from web.services.sheets import Columns, SheetRow, map_columns

LONGEST_TEXT = 200


class UnknownCountryError(InvalidError):
    """The country for the whole list is no country."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be taken: its line, and what is wrong in words."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class ListedFacility:
    """A facility as a row of the list states it."""

    country: str
    region: str
    name: str
    kind: str
    ownership: str
    latitude: float | None
    longitude: float | None
    code: str


@dataclass(slots=True)
class FacilityList:
    """A list as understood: which columns were used, the facilities, and the rows refused."""

    columns: Columns
    facilities: list[ListedFacility] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


class _RefusedError(Exception):
    """A row cannot be taken; the message says why."""


def read_facility_list(rows: Iterator[SheetRow], *, country: str | None = None) -> FacilityList:
    """Understand a whole list; `country` is for lists that do not name it in each row."""
    default = find_country(country) if country else ""
    if default is None:
        raise UnknownCountryError("country")
    understood = FacilityList(map_columns(rows, facility_columns(country_needed=not default)))
    lines_by_code: dict[tuple[str, str], int] = {}
    for row in rows:
        try:
            facility = _read_row(understood.columns.cells(row), default)
            _check_code(facility, row.line, lines_by_code)
        except _RefusedError as refused:
            understood.refusals.append(Refusal(row.line, str(refused)))
        else:
            understood.facilities.append(facility)
    return understood


def _read_row(cells: dict[str, str], default_country: str) -> ListedFacility:
    for name, cell in cells.items():
        _check_text(name, cell)
    if not cells["name"]:
        raise _RefusedError("the name is missing")
    latitude = _coordinate("latitude", cells.get("latitude", ""), 90)
    longitude = _coordinate("longitude", cells.get("longitude", ""), 180)
    if (latitude is None) != (longitude is None):
        raise _RefusedError("latitude and longitude must be given together")
    # Few different words fill these columns: one copy of each keeps long lists small.
    return ListedFacility(
        country=_country(cells.get("country", ""), default_country),
        region=sys.intern(cells.get("region", "")),
        name=cells["name"],
        kind=sys.intern(cells.get("kind", "")),
        ownership=sys.intern(cells.get("ownership", "")),
        latitude=latitude,
        longitude=longitude,
        code=cells.get("code", ""),
    )


def _check_text(name: str, cell: str) -> None:
    if len(cell) > LONGEST_TEXT:
        raise _RefusedError(f"the {name} is {len(cell)} characters long, more than {LONGEST_TEXT}")
    if not cell.isprintable():
        hidden = next(letter for letter in cell if not letter.isprintable())
        raise _RefusedError(f"the {name} holds a character that cannot be shown (U+{ord(hidden):04X})")


def _country(cell: str, default: str) -> str:
    if not cell and default:
        return default
    if not cell:
        raise _RefusedError("the country is missing")
    if found := find_country(cell):
        return found
    raise _RefusedError(f"“{cell}” is no country that is known")


def _coordinate(name: str, cell: str, most: int) -> float | None:
    if not cell:
        return None
    try:
        degrees = float(cell.replace(",", "."))
    except ValueError:
        raise _RefusedError(f"the {name} “{cell}” is no number") from None
    if not math.isfinite(degrees) or abs(degrees) > most:
        raise _RefusedError(f"the {name} {cell} is not between -{most} and {most}")
    return degrees


def _check_code(facility: ListedFacility, line: int, lines_by_code: dict[tuple[str, str], int]) -> None:
    if not facility.code:
        return
    first = lines_by_code.setdefault((facility.country, facility.code), line)
    if first != line:
        raise _RefusedError(f"the code {facility.code} stands on line {first} already")
