"""The end of a vacancy, and of the cases that were still waiting for a decision."""

from sqlalchemy.orm import Session

from web.models.outbox import Message
from web.models.placement import PlacementStatus
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.placements import list_undecided_placements
from web.services.errors import ConflictError
from web.services.placements.mail import tell_professional
from web.services.placements.transitions import move_placement
from web.services.vacancies import CommentMissingError, move_vacancy


class PostsTakenError(ConflictError):
    """People hold posts of this vacancy: it can be closed, not called off."""


def close_vacancy(session: Session, *, vacancy: Vacancy, actor: User, comment: str = "") -> None:
    """End a vacancy that has run its course; whoever holds a post keeps it."""
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.CLOSED, actor=actor, comment=comment)
    _end_undecided_cases(session, vacancy=vacancy, actor=actor)


def cancel_vacancy(session: Session, *, vacancy: Vacancy, actor: User, reason: str) -> None:
    """Call a vacancy off, for a reason, before anybody holds one of its posts."""
    if not reason.strip():
        raise CommentMissingError("reason")
    # Locked, so that no approval takes a post between this look and the move.
    session.refresh(vacancy, with_for_update={"of": Vacancy})
    if vacancy.filled:
        raise PostsTakenError
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.CANCELLED, actor=actor, comment=reason)
    _end_undecided_cases(session, vacancy=vacancy, actor=actor)


def _end_undecided_cases(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    for placement in list_undecided_placements(session, vacancy_id=vacancy.id):
        move_placement(
            session,
            placement=placement,
            to=PlacementStatus.CANCELLED,
            actor=actor,
            step="vacancy_ended",
        )
        tell_professional(session, placement=placement, message=Message.PLACEMENT_CLOSED)
