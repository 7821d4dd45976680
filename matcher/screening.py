"""All gates over everybody: first who stands where, so that only few are scored."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Rows, among
from matcher.columns.numbers import FIT_RANKS, NONE
from matcher.gates import GATES
from matcher.gates.gate import FINAL, FIXABLE, MET, UNKNOWN
from matcher.query import Query

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Screening:
    """Who is possible, and who misses it by one gate; everybody else is ineligible for good."""

    eligible: Rows
    to_confirm: Rows
    near_misses: Rows


def screen(columns: Columns, rows: Rows, query: Query) -> Screening:
    """Put rows through the gates.

    Whoever fails for good (one gate that cannot be mended, or two that can) drops out at once, so that later
    gates look at few.
    """
    rows = _of_the_field(columns, rows, query)
    failed, unknown = np.zeros(len(rows), np.int8), np.zeros(len(rows), np.bool_)
    for gate in GATES:
        codes = gate.screen(columns, rows, query)
        if codes is not None:
            failed += (codes == FIXABLE) + 2 * (codes == FINAL).astype(np.int8)
            unknown |= codes == UNKNOWN
            stay = failed <= 1
            rows, failed, unknown = rows[stay], failed[stay], unknown[stay]
    passed = failed == 0
    return Screening(rows[passed & ~unknown], rows[passed & unknown], rows[~passed])


def met_any(columns: Columns, rows: Rows, query: Query) -> Flags:
    """Say of each row whether any gate that the position asks for is met."""
    met = np.zeros(len(rows), np.bool_)
    for gate in GATES:
        codes = gate.screen(columns, rows, query)
        if codes is not None:
            met |= codes == MET
    return met


def _of_the_field(columns: Columns, rows: Rows, query: Query) -> Rows:
    """Leave out whoever has another occupation, without looking at them: most of the pool."""
    asked = query.position.occupation
    if asked is None:
        return rows
    ranks = columns.numbers.occupation_fits(asked, query.position.country)[:NONE, 0]
    possible = columns.occupations.rows_of(np.flatnonzero(ranks >= FIT_RANKS["unknown"]))
    return possible[among(possible, rows)] if len(rows) < columns.size else possible
