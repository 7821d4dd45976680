"""People as arrays: everything they state, without an object for each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns.codes import NONE
from matcher.columns.facets import SEVERAL, SINGLE, TEXTS
from matcher.columns.fields import Field
from matcher.columns.findings import free_days_of, kinds_of, unbegun_of, words_of
from matcher.columns.numbers import Numbers
from matcher.columns.ragged import Chosen, Ragged
from matcher.columns.sheet import Sheet, stated

Array = NDArray[Any]
UTF8 = "utf8"


@dataclass(frozen=True, slots=True)
class Table:
    """
    People as arrays.

    Attributes
    ----------
    numbers : Numbers
        What the numbers stand for.
    single : mapping of str to ndarray of shape (rows,)
        A value for each person; ``NAME.known`` says whether somebody states any NAME at all.
    ragged : mapping of str to Ragged
        Where the entries of each person stand in the arrays of ``entries``.
    entries : mapping of str to ndarray of shape (entries,)
        A value for each entry, named ``RAGGED.FIELD``.

    Beside what people state stands what is found in it: ``kind`` numbers somebody's set of occupations and
    specialties, ``free`` holds stretches of free days, ``unbegun`` the latest end of periods without a first
    day, ``words`` those of the summary, and which of them open a clause.
    """

    numbers: Numbers
    single: Mapping[str, Array]
    ragged: Mapping[str, Ragged]
    entries: Mapping[str, Array]

    @classmethod
    def of(cls, sheet: Sheet, numbers: Numbers) -> "Table":
        """Write people as arrays, in the order of the sheet."""
        single = {name: _array(field, sheet.single[name], numbers) for name, field in SINGLE.items()}
        ragged: dict[str, Ragged] = {}
        entries: dict[str, Array] = {}
        for name, facet in SEVERAL.items():
            several = sheet.several[name]
            single[f"{name}.known"], ragged[name] = several.known, Ragged(several.counts)
            for part, field in facet.fields.items():
                entries[f"{name}.{part}"] = _array(field, several.values[part], numbers)
        for name in TEXTS:
            texts = [text and text.encode() for text in sheet.single[name]]
            single[f"{name}.known"] = stated(texts)
            ragged[name] = Ragged(len(text or b"") for text in texts)
            entries[f"{name}.{UTF8}"] = np.frombuffer(b"".join(text or b"" for text in texts), np.uint8)
        return _with_findings(cls(numbers, single, ragged, entries), sheet.single["summary"])

    def __len__(self) -> int:
        return len(self.single["id.known"])

    def text(self, name: str, row: int) -> str | None:
        """Return a text of one person."""
        if not self.single[f"{name}.known"][row]:
            return None
        return self.entries[f"{name}.{UTF8}"][self.ragged[name].span(row)].tobytes().decode()

    def take(self, rows: Chosen) -> "Table":
        """Return some of the people, in the order given."""
        chosen = {name: ragged.entries(rows) for name, ragged in self.ragged.items()}
        return Table(
            self.numbers,
            {name: values[rows] for name, values in self.single.items()},
            {name: Ragged(entries.counts) for name, entries in chosen.items()},
            {name: values[chosen[name.partition(".")[0]].places] for name, values in self.entries.items()},
        )

    def in_order(self) -> "Table":
        """Return the people with those of one kind next to each other, and like kinds near."""
        kinds = self.numbers.kinds.values
        places = np.empty(len(kinds) + 1, np.int64)
        places[sorted(range(len(kinds)), key=kinds.__getitem__)] = np.arange(len(kinds))
        places[NONE] = len(kinds)
        order = np.argsort(places[self.single["kind"]], kind="stable").astype(np.int32)
        return self.take(order)

    @staticmethod
    def joined(tables: Sequence["Table"]) -> "Table":
        """Return the people of several tables with the same numbers, one table after the other."""
        first = tables[0]
        return Table(
            first.numbers,
            {name: np.concatenate([each.single[name] for each in tables]) for name in first.single},
            {
                name: Ragged(np.concatenate([np.diff(each.ragged[name].starts) for each in tables]))
                for name in first.ragged
            },
            {name: np.concatenate([each.entries[name] for each in tables]) for name in first.entries},
        )


def _array(field: Field, values: Sequence[Any], numbers: Numbers) -> Array:
    return np.fromiter(map(field.writer(numbers), values), field.kind, len(values))


def _with_findings(table: Table, summaries: Sequence[str | None]) -> Table:
    single, ragged, entries = table.single, table.ragged, table.entries
    kinds = kinds_of(
        single["occupations.known"],
        ragged["occupations"],
        entries["occupations.code"],
        entries["occupations.specialty"],
        table.numbers,
    )
    days = entries["availability.start"], entries["availability.end"]
    stretches, first, last = free_days_of(ragged["availability"], *days)
    held, words, opens = words_of(summaries, table.numbers)
    return Table(
        table.numbers,
        {**single, "kind": kinds, "unbegun": unbegun_of(ragged["availability"], *days)},
        {**ragged, "free": stretches, "words": held},
        {**entries, "free.first": first, "free.last": last, "words.number": words, "words.opens": opens},
    )
