"""One person and one post, or one person and every open post: the answers of a whole ranking, singly."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from matcher import Candidate, Change, Match, match, rank_positions, what_would_change
from matcher.periods import earliest_start, window_of
from web.models.professional import Professional
from web.models.vacancy import Vacancy
from web.services.matching.candidates import load_candidates
from web.services.matching.positions import position_of
from web.services.vocabulary import current_vocabulary


def candidate_of(session: Session, professional: Professional, *, beside: Vacancy | None = None) -> Candidate:
    """Read one professional as the engine sees them, whatever the state of the profile.

    A stay in the vacancy named takes no time: the question is how they fit it, not whether they have it.
    """
    session.flush()
    leaving_out = beside.id if beside else None
    return next(load_candidates(session, Professional.id == professional.id, leaving_out=leaving_out))


def fit_of(session: Session, *, vacancy: Vacancy, professional: Professional) -> Match:
    """Judge one person for one vacancy, as they are now."""
    candidate = candidate_of(session, professional, beside=vacancy)
    return match(position_of(vacancy), candidate, vocabulary=current_vocabulary())


def changes_for(session: Session, *, vacancy: Vacancy, professional: Professional) -> tuple[Change, ...]:
    """List the single acts that would bring a person forward for a vacancy."""
    candidate = candidate_of(session, professional, beside=vacancy)
    return what_would_change(position_of(vacancy), candidate, vocabulary=current_vocabulary())


def rank_vacancies(
    session: Session, *, professional: Professional, vacancies: Iterable[Vacancy]
) -> list[tuple[Vacancy, Match]]:
    """Put vacancies in the order in which they fit a person."""
    by_id = {str(vacancy.id): vacancy for vacancy in vacancies}
    positions = (position_of(vacancy) for vacancy in by_id.values())
    candidate = candidate_of(session, professional)
    matches = rank_positions(candidate, positions, limit=None, vocabulary=current_vocabulary())
    return [(by_id[found.position], found) for found in matches]


def first_possible_start(session: Session, *, vacancy: Vacancy, professional: Professional) -> date:
    """Give the first day on which the person could start, or the first that is left if none is known."""
    position = position_of(vacancy)
    window = window_of(position)
    periods = candidate_of(session, professional).availability
    start = earliest_start(periods, window) if window and periods else None
    return start or position.earliest_start or vacancy.earliest_start
