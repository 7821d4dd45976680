"""People read from a table again, each exactly as they were written."""

from typing import Any

from matcher.columns.facets import SEVERAL, SINGLE, TEXTS
from matcher.columns.table import Table
from matcher.types import Candidate


class People:
    """
    Reads people from a table.

    Parameters
    ----------
    table : Table
        That holds them.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        numbers = table.numbers
        self._single = [(name, table.single[name], field.reader(numbers)) for name, field in SINGLE.items()]
        self._several = [
            (
                name,
                facet.make,
                table.single[f"{name}.known"],
                table.ragged[name].starts,
                [
                    (table.entries[f"{name}.{part}"], field.reader(numbers))
                    for part, field in facet.fields.items()
                ],
            )
            for name, facet in SEVERAL.items()
        ]

    def candidate(self, row: int) -> Candidate:
        """Return one person."""
        facts: dict[str, Any] = {name: read(values.item(row)) for name, values, read in self._single}
        for name, make, known, starts, columns in self._several:
            held = None
            if known[row]:
                start, stop = starts.item(row), starts.item(row + 1)
                values = [[read(each) for each in column[start:stop].tolist()] for column, read in columns]
                held = tuple(map(make, *values))
            facts[name] = held
        for name in TEXTS:
            facts[name] = self._table.text(name, row)
        return Candidate(**facts)
