"""One person x one position as the engine judges it: verdict, points, reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from hashlib import blake2b
from typing import Any, Self

from matcher.reasons import Evidence, Fix, GateReason

POINT = 100
"""Points are counted in hundredths."""


class State(StrEnum):
    """How a person stands to one gate."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """What all gates together say."""

    ELIGIBLE = "eligible"
    TO_CONFIRM = "to_confirm"
    INELIGIBLE = "ineligible"

    @property
    def place(self) -> int:
        """0 for the verdict that stands first in a list, 2 for the last."""
        return _PLACES[self]


_PLACES = {Verdict.ELIGIBLE: 0, Verdict.TO_CONFIRM: 1, Verdict.INELIGIBLE: 2}


@dataclass(frozen=True, slots=True)
class GateResult:
    """One gate: its state, what was asked, what the person has, and the step that would turn it.

    ``margin`` is signed, in the unit of the gate: negative is what is missing.
    """

    name: str
    state: State
    reason: GateReason
    asked: Any = None
    has: Any = None
    margin: float | None = None
    fix: Fix | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the position asks for it at all."""
        return self.reason is not GateReason.NOT_ASKED

    @property
    def is_fixable(self) -> bool:
        """Whether it is not met and somebody can do something about it."""
        return self.state is State.NOT_MET and self.fix is not None

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` of a match wrote."""
        return cls(
            name=data["name"],
            state=State(data["state"]),
            reason=GateReason(data["reason"]),
            asked=data["asked"],
            has=data["has"],
            margin=data["margin"],
            fix=None if data["fix"] is None else Fix(data["fix"]),
        )

    def to_json(self) -> dict[str, Any]:
        """Write the gate as in the contract, with reason and margin."""
        return {
            "name": self.name,
            "state": self.state.value,
            "reason": self.reason.value,
            "asked": self.asked,
            "has": self.has,
            "margin": self.margin,
            "fix": None if self.fix is None else self.fix.value,
        }


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One criterion: points at the low and the high end and their maximum, in hundredths, and why."""

    name: str
    low: int
    high: int
    maximum: int
    evidence: Mapping[str, Any]

    @property
    def code(self) -> Evidence:
        """The kind of evidence."""
        return Evidence(self.evidence["code"])

    @property
    def is_asked(self) -> bool:
        """Whether the position asks for it; if not, it gives nobody a point."""
        return self.code is not Evidence.NOT_ASKED

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` of a match wrote."""
        low, high = (_hundredths(points) for points in data["points"])
        return cls(data["name"], low, high, _hundredths(data["max"]), data["evidence"])

    def to_json(self) -> dict[str, Any]:
        """Write the criterion as in the contract, in points."""
        points = [self.low / POINT, self.high / POINT]
        return {
            "name": self.name,
            "points": points,
            "max": self.maximum / POINT,
            "evidence": dict(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class MustHaveSkills:
    """How many of the must-have skills are shown, partly shown, or still to ask."""

    shown: int = 0
    partly: int = 0
    to_ask: int = 0

    @property
    def asked(self) -> int:
        """How many the position asks for."""
        return self.shown + self.partly + self.to_ask

    @property
    def are_all_shown(self) -> bool:
        """Whether nothing is left to ask; true where nothing is asked."""
        return self.shown == self.asked

    @property
    def halves(self) -> int:
        """How much is shown: two for a skill shown, one for a skill partly shown."""
        return 2 * self.shown + self.partly

    @property
    def order(self) -> tuple[bool, int]:
        """The part of the key of the list: all shown first, then by how much is shown."""
        return not self.are_all_shown, -self.halves

    def to_json(self) -> dict[str, int]:
        """Write the counts as in the contract."""
        return {"shown": self.shown, "partly": self.partly, "to_ask": self.to_ask, "asked": self.asked}


@dataclass(frozen=True, slots=True)
class Match:
    """One person judged for one position. The criteria add up to ``low`` and ``high``, to the last digit."""

    position: str
    candidate: str
    verdict: Verdict
    must_have_skills: MustHaveSkills
    gates: tuple[GateResult, ...]
    criteria: tuple[CriterionResult, ...]
    low: int = field(init=False)
    high: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", sum(criterion.low for criterion in self.criteria))
        object.__setattr__(self, "high", sum(criterion.high for criterion in self.criteria))

    @property
    def score(self) -> tuple[float, float]:
        """Points from 0.00 to 100.00, low and high end."""
        return self.low / POINT, self.high / POINT

    @property
    def attainable(self) -> int:
        """Hundredths of points that a perfect person would have here: what the position asks about."""
        return sum(criterion.maximum for criterion in self.criteria if criterion.is_asked)

    @property
    def failing(self) -> tuple[GateResult, ...]:
        """The gates that are not met."""
        return tuple(gate for gate in self.gates if gate.state is State.NOT_MET)

    @property
    def is_near_miss(self) -> bool:
        """Whether exactly one gate is not met, and that one can be mended."""
        return len(self.failing) == 1 and self.failing[0].is_fixable

    @property
    def is_relevant(self) -> bool:
        """Whether the person states anything that speaks for this position."""
        met = any(gate.is_asked and gate.state is State.MET for gate in self.gates)
        return met or self.low > 0 or self.must_have_skills.halves > 0

    @property
    def order(self) -> tuple[int, bool, int, int, bool, int, bytes]:
        """The key of the list: the smallest stands first."""
        return (
            self.verdict.place,
            *self.must_have_skills.order,
            -self.low,
            not self.is_relevant,
            -self.high,
            tie(self.position, self.candidate),
        )

    @property
    def order_for_person(self) -> tuple[int, bool, Fraction, Fraction, bool, Fraction, bytes]:
        """The key of a list of positions for one person: the smallest stands first.

        Positions ask for different things, so what counts is the share: of the must-have skills that are
        shown, and of the points that a perfect person would have there.
        """
        skills, attainable = self.must_have_skills, self.attainable or 1
        return (
            self.verdict.place,
            not skills.are_all_shown,
            -Fraction(skills.halves, 2 * skills.asked or 1),
            -Fraction(self.low, attainable),
            not self.is_relevant,
            -Fraction(self.high, attainable),
            tie(self.candidate, self.position),
        )

    @classmethod
    def from_json(cls, position: str, data: Mapping[str, Any]) -> Self:
        """Read what `to_json` wrote for this position."""
        skills = data["must_have_skills"]
        return cls(
            position=position,
            candidate=data["candidate"],
            verdict=Verdict(data["verdict"]),
            must_have_skills=MustHaveSkills(skills["shown"], skills["partly"], skills["to_ask"]),
            gates=tuple(GateResult.from_json(gate) for gate in data["gates"]),
            criteria=tuple(CriterionResult.from_json(criterion) for criterion in data["criteria"]),
        )

    def to_json(self) -> dict[str, Any]:
        """Write the match as in the contract."""
        return {
            "candidate": self.candidate,
            "verdict": self.verdict.value,
            "score": list(self.score),
            "must_have_skills": self.must_have_skills.to_json(),
            "gates": [gate.to_json() for gate in self.gates],
            "criteria": [criterion.to_json() for criterion in self.criteria],
        }


def tie(position: str, candidate: str) -> bytes:
    """Return the draw between equals: a hash of the candidate's id, keyed by the position's.

    Another position draws another order, so that nobody is last everywhere.

    Examples
    --------
    >>> tie("v1", "p1").hex() == tie("v1", "p1").hex() != tie("v2", "p1").hex()
    True
    """
    key = blake2b(position.encode(), digest_size=32).digest()
    return blake2b(candidate.encode(), key=key, digest_size=8).digest()


def _hundredths(points: float) -> int:
    return round(points * POINT)
