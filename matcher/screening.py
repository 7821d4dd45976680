"""All gates over everybody: first who stands where, so that only few are scored."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Index, Rows
from matcher.columns.ragged import Chosen, among
from matcher.gates import GATES, KIND_SCREENS, Cost, Gate
from matcher.gates.gate import FINAL, FIXABLE, MET, Screened
from matcher.pool import Segment
from matcher.query import Query

Flags = NDArray[np.bool_]
_KEPT = [gate for gate in GATES if gate.cost is Cost.KEPT]
_OF_EACH = [gate for gate in GATES if gate.cost is Cost.EACH]
_OF_ENTRIES = [gate for gate in GATES if gate.cost is Cost.ENTRIES]
_MOSTLY = 2


@dataclass(frozen=True, slots=True)
class Screening:
    """The rows of who is possible; everybody else is not."""

    eligible: Rows
    to_confirm: Rows

    @property
    def possible(self) -> Rows:
        """Both, the eligible first."""
        return np.concatenate([self.eligible, self.to_confirm])


def screen(segment: Segment, query: Query) -> Screening:
    """Put everybody of a segment through the gates."""
    rows, codes = _sifted(segment, query, FIXABLE)
    return Screening(rows[codes == MET], rows[codes > MET])


def near_misses(segment: Segment, query: Query) -> Rows:
    """Return the rows of those whom one gate keeps from being possible, and that one can be mended."""
    rows, codes = _sifted(segment, query, FINAL)
    return rows[codes >= FIXABLE]


def met_any(columns: Columns, query: Query) -> Flags:
    """Say of each person whether any gate that the position asks for is met."""
    met = np.zeros(len(columns), np.bool_)
    for gate in GATES:
        codes = gate.screen(columns, query)
        if codes is not None:
            met |= codes == MET
    return met


def _sifted(segment: Segment, query: Query, out: int) -> tuple[Rows, Screened]:
    """Return the rows whose sum of codes stays below that of who is out, and the sums.

    Whoever is out drops out on the way, so that later gates look at few.
    """
    rows, codes = _of_possible_kinds(segment.index, query, out)
    columns = Columns(segment.index, rows)
    # Values that stand side by side are read faster than those of a few people here and there.
    first = (_KEPT + _OF_EACH,) if isinstance(rows, slice) else (_KEPT, _OF_EACH)
    for gates in (*first, _OF_ENTRIES):
        columns, codes = _through(gates, columns, codes, query, out)
    if len(segment.left):
        stay = ~among(columns.row_numbers, segment.left)
        return columns.row_numbers[stay], codes[stay]
    return columns.row_numbers, codes


def _through(
    gates: Sequence[Gate], columns: Columns, codes: Screened, query: Query, out: int
) -> tuple[Columns, Screened]:
    for gate in gates:
        answer = gate.screen(columns, query)
        if answer is not None:
            codes = codes + answer
    # Kinds that are out may stand within the slice that is read, so this is asked even if no gate is.
    stay = np.flatnonzero(codes < out)
    return (columns, codes) if len(stay) == len(codes) else (columns.take(stay), codes[stay])


def _of_possible_kinds(index: Index, query: Query, out: int) -> tuple[Chosen, Screened]:
    """Return whose occupation and specialty leave them possible, most of the pool unseen, and their sums."""
    numbers = index.table.numbers
    of_kinds = np.zeros(len(numbers.kinds) + 1, np.uint8)
    for screen_kinds in KIND_SCREENS:
        answer = screen_kinds(numbers, query)
        if answer is not None:
            of_kinds = of_kinds + answer
    kinds, starts, sizes = index.runs
    of_runs = of_kinds[kinds]
    runs = np.flatnonzero(of_runs < out)
    if not len(runs):
        return np.zeros(0, np.int64), np.zeros(0, np.uint8)
    # One slice from the first to the last is quicker to read than rows here and there, if most of it counts.
    around = slice(runs[0], runs[-1] + 1)
    first, last = starts[runs[0]], starts[runs[-1]] + sizes[runs[-1]]
    if last - first <= _MOSTLY * sizes[runs].sum():
        return slice(int(first), int(last)), np.repeat(of_runs[around], sizes[around])
    rows = np.concatenate([np.arange(starts[run], starts[run] + sizes[run]) for run in runs.tolist()])
    return rows, np.repeat(of_runs[runs], sizes[runs])
