"""What the pages of a ministry share: whose desk it is, loading a vacancy, saving a part of it."""

from collections.abc import Callable
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.db import current_session
from web.forms.base import VersionedForm
from web.models.vacancy import Vacancy
from web.permissions import Permission
from web.presenters.vacancies import list_answers
from web.queries.keyset import Place
from web.queries.vacancies import find_vacancy
from web.services.errors import InvalidError, StaleError
from web.services.vacancies import update_vacancy
from web.services.vacancy_answers import VacancyAnswers
from web.services.vacancy_editing import EDITABLE, VacancyNotEditableError
from web.services.vacancy_sections import Section, list_missing_sections
from web.views.guards import check, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

CONFLICT = 409
LONGEST_KEY = 18


def own_country() -> str:
    """Give the country of the user's ministry."""
    ministry = the_user().ministry
    assert ministry is not None, "a ministry user has a ministry"
    return ministry.country


def read_place() -> Place:
    """Read from the address where in a list we are."""
    return Place(after=_key("after"), before=_key("before"))


def _key(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_KEY else None


def own_vacancy(vacancy_id: int) -> Vacancy:
    """Load a vacancy of the user's ministry, or answer 404."""
    vacancy = find_vacancy(current_session()(), vacancy_id)
    check(Permission.VACANCY_WRITE, vacancy)
    assert vacancy is not None
    return vacancy


def draft_of(vacancy_id: int) -> Vacancy:
    """Load a vacancy that can still be changed; one that was handed in leads to its page, or to a 409."""
    vacancy = own_vacancy(vacancy_id)
    if vacancy.status not in EDITABLE:
        if request.method == "POST":
            abort(CONFLICT)
        flash(_("You have submitted this vacancy, so its answers cannot be changed now."), "notice")
        abort(redirect(url_for("ministry.vacancy", vacancy_id=vacancy.id), code=303))
    return vacancy


def page_after(vacancy: Vacancy) -> str:
    """Go on to what is still open, or, if nothing is, to checking the answers."""
    endpoint = "ministry.vacancy" if list_missing_sections(vacancy) else "ministry.vacancy_check"
    return url_for(endpoint, vacancy_id=vacancy.id)


def edit_answers(
    form: VersionedForm,
    vacancy: Vacancy,
    *,
    section: Section,
    template: str,
    read: Callable[[], VacancyAnswers],
    then: Callable[[Session], None] | None = None,
    **context: Any,
) -> Page:
    """Show a page whose answers are columns of the vacancy, and save them; `then` belongs to the same act."""

    def change(session: Session) -> str:
        update_vacancy(
            session, vacancy=vacancy, actor=the_user(), expected_version=form.expected_version, **read()
        )
        if then:
            then(session)
        return page_after(vacancy)

    return edit_section(form, vacancy, section=section, template=template, change=change, **context)


def edit_section(
    form: VersionedForm,
    vacancy: Vacancy,
    *,
    section: Section,
    template: str,
    change: Callable[[Session], str],
    **context: Any,
) -> Page:
    """Show a page of the form and run its change, which gives the page to go on to."""
    if not form.is_submitted():
        form.version.data = str(vacancy.version)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                return writing.done(change(writing.session), _("Saved."))
        except StaleError:
            return _show_stale(form, vacancy, section, template, context)
        except VacancyNotEditableError:
            abort(CONFLICT)
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show(template, form, vacancy=vacancy, **context)


def _show_stale(
    form: VersionedForm, vacancy: Vacancy, section: Section, template: str, context: dict[str, Any]
) -> tuple[str, int]:
    # What is stored now stands beside what was typed; sent again, the form replaces it.
    stored = next(answers for answers in list_answers(vacancy) if answers.name == section)
    form.version.data = str(vacancy.version)
    form.refuse(
        _(
            "Somebody changed this vacancy after you opened the page. Compare with what is stored now,"
            " then save again."
        )
    )
    page = render_template(template, form=form, vacancy=vacancy, stored=stored.rows, **context)
    return page, CONFLICT
