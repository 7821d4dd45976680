"""What the vacancy form offers to choose from, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms.fields.choices import SelectChoice

from web.forms.vacancies import PostFields, TimeFields
from web.models.vacancy import Vacancy
from web.models.wording import CodeKind
from web.presenters.names import language_choices
from web.presenters.vacancy_words import CEFR, LEVEL, MODE, MODE_HINT, PURPOSE, PURPOSE_HINT
from web.presenters.wording.codes import language as reader_language
from web.services.vocabulary import (
    Suggestion,
    implied_specialty,
    is_general_specialty,
    list_specialties,
    resolve,
)
from web.views.choosing import Asked
from web.views.ministry.desk import own_country

# From here on a suggestion is the name itself, perhaps in another spelling.
SURE = 0.95


def with_hints(words: Mapping[Any, Any], hints: Mapping[Any, Any]) -> list[SelectChoice]:
    """Offer the members of an enum with a line that says what each means."""
    return [SelectChoice(member.value, word, {"hint": hints[member]}) for member, word in words.items()]


def offer_modes_and_purposes(form: TimeFields) -> None:
    """Offer the three modes, and what somebody can be asked to do."""
    form.mode.choices = with_hints(MODE, MODE_HINT)
    form.purpose.choices = with_hints(PURPOSE, PURPOSE_HINT)


def offer_specialties_and_languages(form: PostFields, occupation: str) -> None:
    """Offer the specialties of an occupation and the working languages."""
    specialties = list_specialties(occupation, language=reader_language())
    form.specialty.choices = [("", _("No specialty asked for")), *specialties]
    form.language.choices = language_choices()


def likely_specialty(occupation: str, words: str) -> str:
    """Guess the specialty from the occupation itself, or from the words that named it.

    Only words that name a specialty outright do: "pharmacist" is not yet hospital pharmacy. And the general
    field is no guess: asked for, it would leave everybody who states no specialty to confirm.
    """
    known = {code for code, _name in list_specialties(occupation, language=reader_language())}
    implied = implied_specialty(occupation)
    if implied in known:
        return str(implied)
    best = resolve(CodeKind.SPECIALTY, words, language=reader_language())[:1]

    def is_named(found: Suggestion) -> bool:
        return found.confidence >= SURE and found.code in known and not is_general_specialty(found.code)

    return next((found.code for found in best if is_named(found)), "")


def fitting_specialty(vacancy: Vacancy, occupation: str, words: str) -> str | None:
    """Keep the specialty of a vacancy if the new occupation has it too, else guess another."""
    known = {code for code, _name in list_specialties(occupation, language=reader_language())}
    return vacancy.specialty if vacancy.specialty in known else likely_specialty(occupation, words) or None


def skill_levels() -> list[tuple[str, str]]:
    """Offer the four levels of a skill."""
    return [(str(level), str(words)) for level, words in LEVEL.items()]


def language_levels() -> list[tuple[str, str]]:
    """Offer the levels of a language."""
    return [(level.value, str(words)) for level, words in CEFR.items()]


def asked_occupation() -> Asked:
    """Look for an occupation, by the words used in the country of the ministry."""
    return Asked(CodeKind.OCCUPATION, own_country())
