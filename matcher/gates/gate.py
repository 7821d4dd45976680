"""What a gate is: it sees one facet of a person and the query, and answers met, not met or unknown.

The same rule stands in a gate twice: `judge` says it of one person, with the reason; `screen` of many at
once, as numbers. Both give the same answers; the tests hold them to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Numbers
from matcher.query import Query
from matcher.reasons import GateReason
from matcher.types import Candidate, GateResult, State

MET, UNKNOWN, FIXABLE, FINAL = 0, 1, 12, 24
"""What a screen says of a person; a gate that is not met can be mended, or not.

The sum of all gates says it all: below `FIXABLE` none fails, below `FINAL` at most one, which can be mended.
"""

Screened = NDArray[np.uint8]
Screen = Callable[[Columns, Query], Screened | None]


class Cost(IntEnum):
    """What it costs to screen many; the cheap gates go first and leave fewer to the others."""

    KIND = 0
    """Reads nothing but what kind of professional somebody is: asked once of each kind."""
    KEPT = 1
    """Few different questions are asked: the answers for everybody are kept."""
    EACH = 2
    """Reads a value or two of each person."""
    ENTRIES = 3
    """Goes through the entries of each person."""


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
        From columns and a query to `MET`, `UNKNOWN`, `FIXABLE` or `FINAL` for each person; `None` where the
        position does not ask.
    cost : Cost
        Of the screen.
    """

    name: str
    facet: Callable[[Candidate], Any]
    judge: Callable[[Any, Query], GateResult]
    screen: Screen
    cost: Cost


def answered(*answers: tuple[NDArray[np.bool_], int], otherwise: int | Screened) -> Screened:
    """Return the answer of the first condition that holds for each person."""
    codes = np.full(len(answers[0][0]), otherwise, np.uint8)
    for condition, code in reversed(answers):
        # A choice without a branch, twenty times as quick as assigning by a mask: bytes wrap around.
        codes += condition.view(np.uint8) * (np.uint8(code) - codes)
    return codes


def by_kind(screen_kinds: Callable[[Numbers, Query], Screened | None]) -> Screen:
    """Return the screen of people that looks up what is said of the kind of professional they are."""

    def screen(columns: Columns, query: Query) -> Screened | None:
        codes = screen_kinds(columns.numbers, query)
        return None if codes is None else codes[columns.kinds]

    return screen


def not_asked(name: str) -> GateResult:
    """Return the result of a gate that the position does not ask for."""
    return GateResult(name, State.MET, GateReason.NOT_ASKED)
