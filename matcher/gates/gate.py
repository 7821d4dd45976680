"""What a gate is: it sees one facet of a person and the query, and answers met, not met or unknown.

The same rule stands in a gate twice: `judge` says it of one person, with the reason; `screen` of many at
once, as numbers. Both give the same answers; the tests hold them to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Rows
from matcher.query import Query
from matcher.reasons import GateReason
from matcher.types import Candidate, GateResult, State

MET, UNKNOWN, FIXABLE, FINAL = range(4)
"""What a screen says of a row; a gate that is not met can be mended, or not."""

Screened = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Gate:
    """A formal must-have.

    Attributes
    ----------
    name : str
        As in the JSON form.
    facet : callable
        The part of a person that the gate reads.
    judge : callable
        From a facet and a query to the result.
    screen : callable
        From columns, rows of them and a query to `MET`, `UNKNOWN`, `FIXABLE` or `FINAL` for each row; `None`
        where the position does not ask.
    """

    name: str
    facet: Callable[[Candidate], Any]
    judge: Callable[[Any, Query], GateResult]
    screen: Callable[[Columns, Rows, Query], Screened | None]


def answered(*answers: tuple[NDArray[np.bool_], int], otherwise: int) -> Screened:
    """Return the answer of the first condition that holds for each row."""
    conditions, codes = zip(*answers, strict=True)
    return np.asarray(np.select(conditions, codes, otherwise), np.int8)


def not_asked(name: str) -> GateResult:
    """Return the result of a gate that the position does not ask for."""
    return GateResult(name, State.MET, GateReason.NOT_ASKED)
