"""Finding out which column of a stranger's table is which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from web.folding import fold
from web.services.sheets.rows import SheetError, SheetRow

# Tables that ministries send often begin with a title or a logo.
_MOST_ROWS_ABOVE_HEADINGS = 10


class MissingColumnError(SheetError):
    """The table has no column for something that is needed."""


@dataclass(frozen=True, slots=True)
class Column:
    """Something wanted, and the headings it goes by, the surest first; folded as `fold` does."""

    field: str
    headings: tuple[str, ...]
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell of a row holds which field."""

    line: int
    headings: Mapping[str, str]
    places: Mapping[str, int]
    unused: tuple[str, ...]

    def cells(self, row: SheetRow) -> dict[str, str]:
        """Give the cells of a row by field; a row that is too short has empty ones."""
        there = len(row.cells)
        return {field: row.cells[at] if at < there else "" for field, at in self.places.items()}


def map_columns(rows: Iterator[SheetRow], wanted: Sequence[Column]) -> Columns:
    """Find the row of headings and what they mean; `rows` then stands at the first row of data."""
    seen: list[str] = []
    for row, _ in zip(rows, range(_MOST_ROWS_ABOVE_HEADINGS), strict=False):
        places = _places(row.cells, wanted)
        if all(column.field in places for column in wanted if column.needed):
            return _columns(row, places)
        seen = seen or row.cells
    needed = "; ".join(f"{c.field} ({', '.join(c.headings)})" for c in wanted if c.needed)
    raise MissingColumnError(
        f"no row of headings found. Needed: {needed}. The first row holds: {', '.join(filter(None, seen))}"
    )


def _places(cells: Iterable[str], wanted: Sequence[Column]) -> dict[str, int]:
    at: dict[str, int] = {}
    for place, cell in enumerate(cells):
        at.setdefault(fold(cell), place)
    places: dict[str, int] = {}
    for column in wanted:
        found = next((at[heading] for heading in column.headings if heading in at), None)
        if found is not None and found not in places.values():
            places[column.field] = found
    return places


def _columns(row: SheetRow, places: dict[str, int]) -> Columns:
    used = set(places.values())
    return Columns(
        line=row.line,
        headings={field: row.cells[at] for field, at in places.items()},
        places=places,
        unused=tuple(cell for at, cell in enumerate(row.cells) if cell and at not in used),
    )
