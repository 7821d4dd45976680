"""The words of health work and their codes: the only door to the engine's vocabulary beside matching."""

from matcher.vocabulary import Suggestion
from matcher.vocabulary.wording import plain
from web.services.vocabulary.codes import (
    SUGGESTIONS,
    complete,
    facility_kind,
    implied_specialty,
    is_general_specialty,
    is_known,
    is_occupation,
    is_skill,
    is_specialty,
    known_skill,
    label,
    learn,
    list_specialties,
    occupation_label,
    resolve,
    skill_label,
    specialty_label,
    typeset,
)
from web.services.vocabulary.current import current_vocabulary, esco_in_use, take_up_esco

__all__ = [
    "SUGGESTIONS",
    "Suggestion",
    "complete",
    "current_vocabulary",
    "esco_in_use",
    "facility_kind",
    "implied_specialty",
    "is_general_specialty",
    "is_known",
    "is_occupation",
    "is_skill",
    "is_specialty",
    "known_skill",
    "label",
    "learn",
    "list_specialties",
    "occupation_label",
    "plain",
    "resolve",
    "skill_label",
    "specialty_label",
    "take_up_esco",
    "typeset",
]
