"""What a gate is: it sees one facet of a person and the query, and answers met, not met or unknown."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from matcher.query import Query
from matcher.reasons import GateReason
from matcher.types import Candidate, GateResult, State


@dataclass(frozen=True, slots=True)
class Gate:
    """A formal must-have.

    Attributes
    ----------
    name : str
        As in the JSON form.
    facet : callable
        The part of a person that the gate reads, hashable; people with equal facets get equal answers.
    judge : callable
        From a facet and a query to the result.
    """

    name: str
    facet: Callable[[Candidate], Hashable]
    judge: Callable[[Any, Query], GateResult]


def not_asked(name: str) -> GateResult:
    """Return the result of a gate that the position does not ask for."""
    return GateResult(name, State.MET, GateReason.NOT_ASKED)
