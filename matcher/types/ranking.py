"""The list that somebody is shown, with all that is needed to compute it again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Self

from matcher.types.match import Match


class Counts:
    """How many of the whole pool have each verdict; near misses are among the ineligible."""

    def __init__(
        self, eligible: int = 0, to_confirm: int = 0, ineligible: int = 0, near_miss: int = 0
    ) -> None:
        self.eligible = eligible
        self.to_confirm = to_confirm
        self.ineligible = ineligible
        self.near_miss = near_miss

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Counts) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(tuple(self.to_json().values()))

    def __repr__(self) -> str:
        return f"Counts({self.to_json()})"

    @property
    def total(self) -> int:
        """Everybody."""
        return self.eligible + self.to_confirm + self.ineligible

    def to_json(self) -> dict[str, int]:
        """Write the four counts."""
        return {
            "eligible": self.eligible,
            "to_confirm": self.to_confirm,
            "ineligible": self.ineligible,
            "near_miss": self.near_miss,
        }


@dataclass(frozen=True)
class Ranking:
    """Matches in order, with the versions of everything that made them.

    Attributes
    ----------
    position : str
        Id of the position.
    engine, vocabulary, weights : str
        Versions.
    counts : Counts
        Of the whole pool, however many matches are listed.
    matches : sequence of Match
        Best first.
    """

    position: str
    engine: str
    vocabulary: str
    weights: str
    counts: Counts
    matches: Sequence[Match]

    @property
    def near_misses(self) -> tuple[Match, ...]:
        """The listed matches that one fixable gate keeps from being possible."""
        return tuple(match for match in self.matches if match.is_near_miss)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over the JSON form, written one way only: keys in order, no blanks, ASCII."""
        text = json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), allow_nan=False)
        return sha256(text.encode("ascii")).hexdigest()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            position=data["position"],
            engine=data["engine"],
            vocabulary=data["vocabulary"],
            weights=data["weights"],
            counts=Counts(**data["counts"]),
            matches=tuple(Match.from_json(data["position"], match) for match in data["matches"]),
        )

    def to_json(self) -> dict[str, Any]:
        """Write the contract's JSON form, with the counts."""
        return {
            "position": self.position,
            "engine": self.engine,
            "vocabulary": self.vocabulary,
            "weights": self.weights,
            "counts": self.counts.to_json(),
            "matches": [match.to_json() for match in self.matches],
        }
