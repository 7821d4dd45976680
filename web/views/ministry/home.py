"""Where a ministry user starts: what waits for them, and where their vacancies stand."""

from datetime import UTC, datetime

from flask import render_template

from web.db import current_session
from web.permissions import Permission
from web.presenters.ministry_desk import cases_to_answer, facilities_to_attest, vacancies_to_finish
from web.presenters.ministry_vacancies import ministry_tabs
from web.queries.ministry_desk import (
    list_cases_to_answer,
    list_facilities_not_attested,
    list_unfinished_vacancies,
)
from web.queries.vacancies import count_vacancies_by_status
from web.services.openings import Opening
from web.views.guards import requires, the_user
from web.views.ministry.blueprint import bp
from web.views.shown import note_cases

MOST_SHOWN = 10


@bp.get("/")
@requires(Permission.VACANCY_WRITE)
def home() -> str:
    """Show what waits for the ministry, the longest first, and how many vacancies stand where."""
    user, session = the_user(), current_session()()
    today = datetime.now(UTC).date()
    cases = list_cases_to_answer(session, visible_to=user, limit=MOST_SHOWN)
    note_cases(Opening.NAME, (case for case in cases if case.is_disclosed))
    vacancies = list_unfinished_vacancies(session, visible_to=user, limit=MOST_SHOWN)
    facilities = list_facilities_not_attested(session, visible_to=user, limit=MOST_SHOWN)
    waiting = [
        *cases_to_answer(cases, today),
        *vacancies_to_finish(vacancies, today),
        *facilities_to_attest(facilities),
    ]
    counts = count_vacancies_by_status(session, visible_to=user)
    return render_template(
        "ministry/home.html",
        ministry=user.ministry,
        waiting=waiting,
        vacancy_tabs=ministry_tabs(counts, None) if counts else [],
    )
