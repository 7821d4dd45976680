"""The filter of the open vacancies: its choices, what it means, and its addresses."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.folding import fold
from web.forms.open_vacancies import OpenVacancyForm
from web.models.professional import Mode
from web.models.vacancy import Vacancy
from web.presenters.names import country_choices, labelled, language_name
from web.presenters.vacancy_words import MODE
from web.presenters.wording import codes
from web.queries.open_vacancies import TypedWords, VacancyFilter, list_open_languages, list_open_values
from web.services.region import WCA_COUNTRIES
from web.services.vacancy_search import understand_words
from web.services.vocabulary import is_occupation

Choice = tuple[str, str]

CHOSEN = ("text", "occupation", "country", "mode", "spoken")


def open_filter(session: Session, today: date) -> OpenVacancyForm:
    """Fill the form from the address; it offers what open vacancies have."""
    form = OpenVacancyForm(request.args)
    occupations = list_open_values(session, Vacancy.occupation, today=today)
    countries = list_open_values(session, Vacancy.country, today=today)
    languages = list_open_languages(session, today=today)
    # What was chosen is offered too, so that an old address still reads as it did.
    occupations |= {code for code in (form.occupation.data,) if code and is_occupation(code)}
    countries |= {code for code in (form.country.data,) if code in WCA_COUNTRIES}
    form.occupation.choices = _choices((code, codes.occupation(code)) for code in occupations)
    form.country.choices = _choices(country_choices(tuple(countries)) if countries else ())
    form.mode.choices = _choices((mode.value, str(MODE[mode])) for mode in Mode)
    form.spoken.choices = _choices((code, language_name(code)) for code in languages)
    return form


def _choices(named: Iterable[Choice]) -> list[Choice]:
    return [("", _("All")), *sorted(named, key=lambda choice: fold(choice[1]))]


def read_filter(form: OpenVacancyForm) -> VacancyFilter:
    """Say what the visitor looks for."""
    text = form.text.data
    return VacancyFilter(
        typed=understand_words(text, language=str(get_locale())) if text else TypedWords(),
        occupation=form.occupation.data or None,
        country=form.country.data or None,
        mode=Mode(form.mode.data) if form.mode.data else None,
        language=form.spoken.data or None,
    )


def list_address(form: OpenVacancyForm, *, without: str = "", **place: Any) -> str:
    """Give the address of this list: with all that was chosen but one, or further on in it."""
    chosen = {name: form[name].data for name in CHOSEN if form[name].data and name != without}
    return url_for("public.vacancies", **chosen, **place)


def list_chips(form: OpenVacancyForm) -> list[tuple[str, str]]:
    """List what was chosen, each with the address of the list without it."""
    if form.errors:
        return []
    return [(_words(form, name), list_address(form, without=name)) for name in CHOSEN if form[name].data]


def _words(form: OpenVacancyForm, name: str) -> str:
    field = form[name]
    chosen = dict(field.choices)[field.data] if name != "text" else _("“%(words)s”", words=field.data)
    return labelled(str(field.label.text), str(chosen))
