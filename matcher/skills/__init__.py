"""How far skills asked for are shown, by one person with the evidence or by many at once."""

from matcher.skills.evidence import HALF, WHOLE, SkillEvidence, skill_evidence
from matcher.skills.shares import Shares, same_as_any, shares_for, shares_of

__all__ = [
    "HALF",
    "WHOLE",
    "Shares",
    "SkillEvidence",
    "same_as_any",
    "shares_for",
    "shares_of",
    "skill_evidence",
]
