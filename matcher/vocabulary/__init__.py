"""
Words to codes: the occupations, specialties and skills of health work, and the resolver of typed words.

Examples
--------
>>> resolve_occupation("sage femme")[0].code
'2222'
"""

from matcher.vocabulary.concept import Occupation, Skill, Specialty
from matcher.vocabulary.fit import Fit
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.vocabulary import Vocabulary

__all__ = [
    "Fit",
    "Occupation",
    "Skill",
    "Specialty",
    "Suggestion",
    "Vocabulary",
    "resolve_occupation",
    "resolve_skill",
    "resolve_specialty",
]


def resolve_occupation(
    text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
) -> list[Suggestion]:
    """
    Suggest occupations for typed words with the vocabulary as shipped.

    See `Vocabulary.resolve_occupation` for parameters and result.

    Examples
    --------
    >>> resolve_occupation("Enfermeira")[0].code
    '2221'
    """
    return Vocabulary.load().resolve_occupation(text, language=language, country=country, limit=limit)


def resolve_specialty(
    text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
) -> list[Suggestion]:
    """
    Suggest specialties for typed words with the vocabulary as shipped.

    See `Vocabulary.resolve_occupation` for parameters and result.

    Examples
    --------
    >>> resolve_specialty("pédiatre")[0].code
    'paediatrics'
    """
    return Vocabulary.load().resolve_specialty(text, language=language, country=country, limit=limit)


def resolve_skill(
    text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
) -> list[Suggestion]:
    """
    Suggest skills for typed words with the vocabulary as shipped.

    See `Vocabulary.resolve_occupation` for parameters and result.

    Examples
    --------
    >>> resolve_skill("SONU")[0].code
    'emergency_obstetric_care'
    """
    return Vocabulary.load().resolve_skill(text, language=language, country=country, limit=limit)
