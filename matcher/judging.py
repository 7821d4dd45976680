"""From one person and one position to a match: all gates, then all criteria, nothing else."""

from dataclasses import dataclass

from matcher.criteria import CRITERIA, Criterion
from matcher.criteria.skills import REQUIRED_SKILLS, skill_states
from matcher.gates import GATES
from matcher.query import Query
from matcher.reasons import SkillState
from matcher.types import (
    Candidate,
    CriterionResult,
    GateResult,
    Match,
    MustHaveSkills,
    State,
    Verdict,
)
from matcher.weights import Weights

_REQUIRED = next(i for i, criterion in enumerate(CRITERIA) if criterion.name == REQUIRED_SKILLS)


@dataclass(frozen=True, slots=True)
class Judge:
    """One position and one set of weights; people come before it one at a time.

    What it says of a person depends on that person, the position, the weights and the vocabulary; never on
    who else came.
    """

    query: Query
    weights: Weights

    def match(self, candidate: Candidate) -> Match:
        """Judge a coded candidate."""
        gates = tuple(gate.judge(gate.facet(candidate), self.query) for gate in GATES)
        criteria = tuple(self._points(criterion, candidate) for criterion in CRITERIA)
        return Match(
            position=self.query.position.id,
            candidate=candidate.id,
            verdict=verdict_of(gates),
            must_have_skills=counted(criteria[_REQUIRED]),
            gates=gates,
            criteria=criteria,
        )

    def must_have_skills(self, candidate: Candidate) -> MustHaveSkills:
        """Count the must-have skills of a coded candidate without judging the rest."""
        return counted(self._points(CRITERIA[_REQUIRED], candidate))

    def _points(self, criterion: Criterion, candidate: Candidate) -> CriterionResult:
        maximum = self.weights.maxima[criterion.name]
        points = criterion.judge(criterion.facet(candidate), self.query, maximum)
        return CriterionResult(criterion.name, points.low, points.high, maximum, points.evidence)


def counted(required: CriterionResult) -> MustHaveSkills:
    """Count the skills of a criterion by how far they are shown."""
    states = [skill["state"] for skill in skill_states(required.evidence)]
    return MustHaveSkills(
        shown=states.count(SkillState.SHOWN),
        partly=states.count(SkillState.PARTLY),
        to_ask=states.count(SkillState.TO_ASK),
    )


def verdict_of(gates: tuple[GateResult, ...]) -> Verdict:
    """Return ineligible if any gate is not met, else to confirm if any is unknown, else eligible."""
    states = {gate.state for gate in gates}
    if State.NOT_MET in states:
        return Verdict.INELIGIBLE
    return Verdict.TO_CONFIRM if State.UNKNOWN in states else Verdict.ELIGIBLE
