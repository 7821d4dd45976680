"""From one person and one position to a match: all gates, then all criteria, nothing else."""

from dataclasses import dataclass

from matcher.criteria import CRITERIA, Criterion
from matcher.gates import GATES
from matcher.query import Query
from matcher.reasons import SkillState
from matcher.skills import skill_evidence
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
        return Match(
            position=self.query.position.id,
            candidate=candidate.id,
            verdict=verdict_of(gates),
            must_have_skills=self._must_have_skills(candidate),
            gates=gates,
            criteria=tuple(self._points(criterion, candidate) for criterion in CRITERIA),
        )

    def _points(self, criterion: Criterion, candidate: Candidate) -> CriterionResult:
        maximum = self.weights.maxima[criterion.name]
        points = criterion.judge(criterion.facet(candidate), self.query, maximum)
        return CriterionResult(criterion.name, points.low, points.high, maximum, points.evidence)

    def _must_have_skills(self, candidate: Candidate) -> MustHaveSkills:
        states = [
            skill_evidence(asked, candidate.skills, candidate.summary, self.query).state
            for asked in self.query.position.required_skills or ()
        ]
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
