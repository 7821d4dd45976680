"""What goes into the engine and what comes out of it: frozen, validated, in the contract's JSON forms."""

from matcher.types.candidate import (
    Candidate,
    HeldLanguage,
    HeldOccupation,
    HeldSkill,
    Licence,
    Period,
    Qualification,
)
from matcher.types.match import CriterionResult, GateResult, Match, MustHaveSkills, State, Verdict
from matcher.types.position import AskedLanguage, AskedSkill, Position

__all__ = [
    "AskedLanguage",
    "AskedSkill",
    "Candidate",
    "CriterionResult",
    "GateResult",
    "HeldLanguage",
    "HeldOccupation",
    "HeldSkill",
    "Licence",
    "Match",
    "MustHaveSkills",
    "Period",
    "Position",
    "Qualification",
    "State",
    "Verdict",
]
