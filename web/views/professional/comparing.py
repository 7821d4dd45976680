"""Comparing one's own profile with the open vacancies, for the pages that show the outcome."""

from web.db import current_session
from web.models.base import now
from web.models.placement import OPEN
from web.models.professional import Professional, ProfessionalStatus
from web.presenters.vacancies_for_me import Compared
from web.queries.comparable_vacancies import list_comparable_vacancies
from web.queries.placements import list_held_vacancies, list_placements
from web.services.consents import has_matching_consent
from web.services.matching import rank_vacancies
from web.views.guards import the_user

MOST_OPEN_CASES = 200


def is_compared(professional: Professional) -> bool:
    """Say whether the profile may be compared at all: sent, not paused, and with consent."""
    return professional.status == ProfessionalStatus.ACTIVE and has_matching_consent(professional)


def compare_with_vacancies(professional: Professional) -> Compared:
    """Give every open vacancy with the fit, best first; nothing while the profile is in no list.

    A post that is theirs already stands among their cases, not here.
    """
    if not is_compared(professional):
        return []
    session = current_session()()
    theirs = list_held_vacancies(session, professional_id=professional.id)
    vacancies = list_comparable_vacancies(session, today=now().date())
    open_to_them = (vacancy for vacancy in vacancies if vacancy.id not in theirs)
    return rank_vacancies(session, professional=professional, vacancies=open_to_them)


def open_cases() -> dict[int, int]:
    """Give the user's open cases by vacancy."""
    found = list_placements(current_session()(), visible_to=the_user(), statuses=OPEN, limit=MOST_OPEN_CASES)
    return {placement.vacancy_id: placement.id for placement in found}
