"""Who, of everyone, may and should fill this post; and why, and what is missing.

Examples
--------
>>> person = Candidate.from_json({"id": "p1", "occupations": [{"code": "2222"}], "modes": ["temporary"]})
>>> post = Position.from_json({"id": "v1", "occupation": "2222", "mode": "temporary"})
>>> rank(post, Pool.from_candidates([person])).matches[0].verdict.value
'to_confirm'
"""

from matcher.counterfactuals import Change, what_would_change
from matcher.errors import MatcherError
from matcher.explanation import Comparison, Reason, SkillsAtAGlance, compare, explain, skills_at_a_glance
from matcher.listing import Include
from matcher.pool import Pool
from matcher.ranking import ENGINE, match, near_misses, rank, rank_positions
from matcher.reasons import Action, Evidence, Fix, GateReason, Ground, Owner, SkillBasis, SkillState
from matcher.types import (
    AskedLanguage,
    AskedSkill,
    Candidate,
    CriterionResult,
    GateResult,
    HeldLanguage,
    HeldOccupation,
    HeldSkill,
    Licence,
    Match,
    MustHaveSkills,
    Period,
    Position,
    Qualification,
    State,
    Verdict,
)
from matcher.types.ranking import Counts, Ranking
from matcher.vocabulary import Vocabulary, resolve_occupation, resolve_skill, resolve_specialty
from matcher.weights import DEFAULT, WEIGHTS, Weights, weights_of

__all__ = [
    "DEFAULT",
    "ENGINE",
    "WEIGHTS",
    "Action",
    "AskedLanguage",
    "AskedSkill",
    "Candidate",
    "Change",
    "Comparison",
    "Counts",
    "CriterionResult",
    "Evidence",
    "Fix",
    "GateReason",
    "GateResult",
    "Ground",
    "HeldLanguage",
    "HeldOccupation",
    "HeldSkill",
    "Include",
    "Licence",
    "Match",
    "MatcherError",
    "MustHaveSkills",
    "Owner",
    "Period",
    "Pool",
    "Position",
    "Qualification",
    "Ranking",
    "Reason",
    "SkillBasis",
    "SkillState",
    "SkillsAtAGlance",
    "State",
    "Verdict",
    "Vocabulary",
    "Weights",
    "compare",
    "explain",
    "match",
    "near_misses",
    "rank",
    "rank_positions",
    "resolve_occupation",
    "resolve_skill",
    "resolve_specialty",
    "skills_at_a_glance",
    "weights_of",
    "what_would_change",
]
