"""What the engine read of a person: taken down when a ranking is stored, given back when it is replayed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from matcher import Candidate
from web.services.canonical import digest_of

# The number stands beside the body, and no rule reads diplomas: what nothing rests on is not kept twice.
LEFT_OUT = frozenset({"id", "qualifications"})


@dataclass(frozen=True)
class Inputs:
    """One person as they were judged, without a name or a number."""

    body: dict[str, Any]
    digest: str


def inputs_of(candidate: Candidate) -> Inputs:
    """Take down what a coded candidate was judged by; what is unknown is left out."""
    stated = candidate.to_json().items()
    body = {name: value for name, value in stated if value is not None and name not in LEFT_OUT}
    return Inputs(body, digest_of(body))


def candidate_from(professional_id: int, body: Any) -> Candidate:
    """Give back the candidate that was taken down; raises MatcherError for what is none."""
    stated = {**body, "id": str(professional_id)} if isinstance(body, Mapping) else body
    return Candidate.from_json(stated)
