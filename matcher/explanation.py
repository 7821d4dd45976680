"""Reasons as data: missing and unknown first, so that whoever reads three lines reads what matters.

Words are made elsewhere, from the codes of `matcher.reasons` and the values beside them.
"""

from dataclasses import dataclass
from typing import Any

from matcher.criteria.skills import skill_states
from matcher.reasons import Ground, SkillState
from matcher.types import CriterionResult, GateResult, Match, State
from matcher.types.match import POINT

_FIRST = {State.NOT_MET: 0, State.UNKNOWN: 1, State.MET: 3}
_OPEN_CRITERION, _CLOSED_CRITERION = 2, 4


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of an explanation: a gate or a criterion, with the points at stake in hundredths."""

    about: GateResult | CriterionResult
    missing: int

    def to_json(self) -> dict[str, Any]:
        """Write the gate or criterion, with the points missing from its maximum."""
        kind = "gate" if isinstance(self.about, GateResult) else "criterion"
        return {"kind": kind, **self.about.to_json(), "missing": self.missing / POINT}


@dataclass(frozen=True, slots=True)
class SkillsAtAGlance:
    """What a person has, partly has, and what is still to ask, of the skills a position names.

    Each entry is one skill as in the evidence: {code, phrase, min_level, state, basis, by, level}.
    """

    have: tuple[dict[str, Any], ...]
    partly: tuple[dict[str, Any], ...]
    to_ask: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What one match has over another in one criterion, in hundredths at the low end."""

    name: str
    first: CriterionResult
    second: CriterionResult

    @property
    def gain(self) -> int:
        """Points of the first over the second; negative the other way."""
        return self.first.low - self.second.low


@dataclass(frozen=True, slots=True)
class Comparison:
    """Why one match stands above another.

    Attributes
    ----------
    above, below : Match
        In the order of the list.
    ground : Ground
        The first part of the order in which they differ.
    gates : tuple of (GateResult, GateResult)
        Those whose state differs, first of `above`.
    differences : tuple of Difference
        All criteria, the greatest difference first.
    """

    above: Match
    below: Match
    ground: Ground
    gates: tuple[tuple[GateResult, GateResult], ...]
    differences: tuple[Difference, ...]


def explain(match: Match) -> tuple[Reason, ...]:
    """Return every gate and criterion that was asked, in the order in which a reader needs them.

    Gates not met, gates unknown, criteria with something unknown or missing (most points first), gates met,
    criteria with all their points.
    """
    gates = [Reason(gate, 0) for gate in match.gates if gate.is_asked]
    criteria = [Reason(each, each.maximum - each.low) for each in match.criteria if each.is_asked]
    return tuple(sorted([*gates, *criteria], key=_urgency))


def skills_at_a_glance(match: Match) -> SkillsAtAGlance:
    """Return the skills of a match, required and desirable, by state."""
    shown = [skill for criterion in match.criteria for skill in skill_states(criterion.evidence)]
    by_state = {state: tuple(skill for skill in shown if skill["state"] == state) for state in SkillState}
    return SkillsAtAGlance(
        by_state[SkillState.SHOWN], by_state[SkillState.PARTLY], by_state[SkillState.TO_ASK]
    )


def compare(first: Match, second: Match) -> Comparison:
    """Say which of two matches for one position stands above the other, and why.

    Raises
    ------
    ValueError
        If they are for different positions.
    """
    if first.position != second.position:
        raise ValueError("only matches for one position can be compared")
    above, below = sorted((first, second), key=lambda match: match.order)
    pairs = zip(above.criteria, below.criteria, strict=True)
    differences = [Difference(mine.name, mine, other) for mine, other in pairs]
    return Comparison(
        above,
        below,
        _ground(above, below),
        tuple(
            (mine, other)
            for mine, other in zip(above.gates, below.gates, strict=True)
            if mine.state is not other.state
        ),
        tuple(sorted(differences, key=lambda difference: -abs(difference.gain))),
    )


_GROUNDS = (
    Ground.VERDICT,
    Ground.MUST_HAVE_SKILLS,
    Ground.MUST_HAVE_SKILLS,
    Ground.POINTS,
    Ground.ANYTHING_RELEVANT,
    Ground.POSSIBLE_POINTS,
    Ground.DRAW,
)
"""What each part of `Match.order` stands for."""


def _ground(above: Match, below: Match) -> Ground:
    parts = zip(_GROUNDS, above.order, below.order, strict=True)
    return next((ground for ground, mine, other in parts if mine != other), Ground.DRAW)


def _urgency(reason: Reason) -> tuple[int, int]:
    if isinstance(reason.about, GateResult):
        return _FIRST[reason.about.state], 0
    return (_OPEN_CRITERION if reason.missing else _CLOSED_CRITERION), -reason.missing
