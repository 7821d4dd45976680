"""All gates over everybody: first who stands where, so that only few are scored."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.gates import GATES, Gate
from matcher.pool import Pool, Rows
from matcher.query import Query
from matcher.types import GateResult, State, Verdict

_MET, _UNKNOWN, _FIXABLE, _FINAL = range(4)


@dataclass(frozen=True, slots=True)
class Screening:
    """The rows of a pool by verdict, and the near misses among the ineligible."""

    rows: dict[Verdict, Rows]
    near_misses: Rows


def screen(pool: Pool, query: Query) -> Screening:
    """Put everybody through the gates.

    Rows that fail for good (one gate that cannot be mended, or two that can) drop out at once, so later gates
    look at few. Every distinct facet is judged once per gate.
    """
    alive = np.arange(len(pool), dtype=np.int32)
    failed = np.zeros(len(pool), dtype=np.int8)
    unknown = np.zeros(len(pool), dtype=np.bool_)
    for place, gate in enumerate(GATES):
        answers = _answers(gate, pool.column(place)[alive], pool.facets(place), query)
        unknown[alive[answers == _UNKNOWN]] = True
        failed[alive[answers == _FIXABLE]] += 1
        failed[alive[answers == _FINAL]] += 2
        alive = alive[failed[alive] <= 1]
    return _screening(failed, unknown)


def _answers(gate: Gate, numbers: Rows, facets: list[object], query: Query) -> NDArray[np.int8]:
    count = int(numbers.max(initial=-1)) + 1
    met = np.zeros(count, dtype=np.bool_)
    met[numbers] = True
    table = np.zeros(count, dtype=np.int8)
    for number in np.flatnonzero(met).tolist():
        table[number] = _code(gate.judge(facets[number], query))
    return table[numbers]


def _code(result: GateResult) -> int:
    if result.state is State.MET:
        return _MET
    if result.state is State.UNKNOWN:
        return _UNKNOWN
    return _FIXABLE if result.is_fixable else _FINAL


def _screening(failed: NDArray[np.int8], unknown: NDArray[np.bool_]) -> Screening:
    passed = failed == 0
    rows = {
        Verdict.ELIGIBLE: _where(passed & ~unknown),
        Verdict.TO_CONFIRM: _where(passed & unknown),
        Verdict.INELIGIBLE: _where(~passed),
    }
    return Screening(rows, _where(failed == 1))


def _where(mask: NDArray[np.bool_]) -> Rows:
    return np.flatnonzero(mask).astype(np.int32)
