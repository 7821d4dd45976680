"""How far one code can stand for another."""

from dataclasses import dataclass
from typing import Literal

State = Literal["same", "equivalent", "may_fill", "neighbour", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Fit:
    """
    Whether what a person holds fills what a post asks.

    Parameters
    ----------
    state : {"same", "equivalent", "may_fill", "neighbour", "no", "unknown"}
        "equivalent": the same cadre under another title; "may_fill": qualified for more or for a part that
        includes it; "neighbour": an adjoining specialty; "unknown": the codes do not say enough.
    closeness : int
        0 to 100.
    reason : str
        A reason code, one of `matcher.vocabulary.fit.REASONS`.
    """

    state: State
    closeness: int
    reason: str


REASONS = frozenset(
    {
        "same_code",
        "not_asked",
        "not_stated",
        "unknown_code",
        "narrower_title",
        "broader_title",
        "code_too_broad",
        "specialist_of_the_cadre",
        "needs_specialist_training",
        "experience_decides",
        "equivalent_cadre",
        "specialist_in_general_post",
        "higher_cadre_in_lower_post",
        "double_qualification",
        "biologist_in_laboratory",
        "subspecialty",
        "same_field",
        "different_specialty",
        "lower_cadre",
        "doctor_required",
        "separate_profession",
        "different_occupation",
    }
)
