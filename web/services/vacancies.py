"""A vacancy from its first draft on: writing it, handing it in, reviewing it, moving it.

Its end, which ends cases too, is in vacancy_endings.py.
"""

from typing import Any, Unpack, cast

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.user import Role, User
from web.models.vacancy import VACANCY_TRANSITIONS, Vacancy, VacancyEvent, VacancyStatus
from web.queries.staff import list_coordinators, list_ministry_users
from web.services.audit import record_act
from web.services.errors import ConflictError, InvalidError
from web.services.outbox import queue_message
from web.services.vacancy_answers import VacancyAnswers, write_answers
from web.services.vacancy_editing import open_for_change, save_change
from web.services.vacancy_sections import Section, list_missing_sections


class VacancyTransitionError(ConflictError):
    """A vacancy in this state cannot go there."""

    def __init__(self, origin: VacancyStatus, to: VacancyStatus) -> None:
        super().__init__(f"{origin} -> {to}")
        self.origin = origin
        self.to = to


class VacancyMovedOnError(ConflictError):
    """Somebody else moved the vacancy first."""


class NotReviewerError(InvalidError):
    """Only a coordinator of the vacancy's country reviews it: a ministry does not publish its own."""


class VacancyIncompleteError(InvalidError):
    """Sections of the form are still unanswered."""

    def __init__(self, missing: list[Section]) -> None:
        super().__init__()
        self.missing = missing


class StartPassedError(InvalidError):
    """Nobody could start in time: the latest start lies in the past."""


class CommentMissingError(InvalidError):
    """A vacancy goes back, or is called off, only with words that say why."""


def create_vacancy(session: Session, *, actor: User, **answers: Unpack[VacancyAnswers]) -> Vacancy:
    """Begin a draft for the actor's ministry from what it cannot lack: place, occupation, time and posts."""
    ministry = actor.ministry
    assert ministry is not None, "only ministry users write vacancies"
    vacancy = Vacancy(ministry=ministry, country=ministry.country, created_by=actor)
    given = write_answers(vacancy, ministry, answers)
    session.add(vacancy)
    vacancy.events.append(VacancyEvent(to_status=VacancyStatus.DRAFT, actor=actor))
    session.flush()
    record_act(session, actor=actor, action="vacancy.create", thing=vacancy, answers=given)
    return vacancy


def update_vacancy(
    session: Session,
    *,
    vacancy: Vacancy,
    actor: User,
    expected_version: int,
    **answers: Unpack[VacancyAnswers],
) -> None:
    """Change answers of a draft or returned vacancy, unless somebody changed it since the form was opened."""
    open_for_change(vacancy, expected_version)
    given = write_answers(vacancy, vacancy.ministry, answers)
    save_change(session, vacancy=vacancy, actor=actor, action="vacancy.update", answers=given)


def submit_vacancy(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    """Hand a complete vacancy to the coordinators of its country."""
    if missing := list_missing_sections(vacancy):
        raise VacancyIncompleteError(missing)
    if vacancy.latest_start < now().date():
        raise StartPassedError("latest_start")
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.SUBMITTED, actor=actor)
    for coordinator in list_coordinators(session, country=vacancy.country):
        queue_message(session, message=Message.VACANCY_SUBMITTED, to=coordinator, vacancy_id=vacancy.id)


def return_vacancy(session: Session, *, vacancy: Vacancy, actor: User, comment: str) -> None:
    """Give a submitted vacancy back to the ministry with a comment."""
    if not comment.strip():
        raise CommentMissingError("comment")
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.RETURNED, actor=actor, comment=comment)
    _tell_ministry(session, vacancy, Message.VACANCY_RETURNED, comment=comment)


def publish_vacancy(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    """Open a submitted vacancy to professionals."""
    if vacancy.status != VacancyStatus.SUBMITTED:
        raise VacancyTransitionError(vacancy.status, VacancyStatus.PUBLISHED)
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.PUBLISHED, actor=actor)
    _tell_ministry(session, vacancy, Message.VACANCY_PUBLISHED)


def pause_vacancy(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    """Take a published vacancy out of sight for a while."""
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.PAUSED, actor=actor)


def resume_vacancy(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    """Show a paused vacancy again; it was reviewed before, so nobody reviews it twice."""
    if vacancy.status != VacancyStatus.PAUSED:
        raise VacancyTransitionError(vacancy.status, VacancyStatus.PUBLISHED)
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.PUBLISHED, actor=actor)


def move_vacancy(
    session: Session, *, vacancy: Vacancy, to: VacancyStatus, actor: User | None, comment: str = ""
) -> None:
    """Move a vacancy from the state it was read in: the only place where a state changes."""
    origin = vacancy.status
    if to not in VACANCY_TRANSITIONS[origin]:
        raise VacancyTransitionError(origin, to)
    _check_reviewer(vacancy, to, actor)
    _compare_and_set(session, vacancy, to)
    vacancy.events.append(VacancyEvent(from_status=origin, to_status=to, actor=actor, comment=comment))
    session.flush()
    record_act(session, actor=actor, action=f"vacancy.{to}", thing=vacancy, origin=origin)


def _check_reviewer(vacancy: Vacancy, to: VacancyStatus, actor: User | None) -> None:
    # Submitted vacancies are under review; only calling one off is the ministry's own affair.
    if vacancy.status != VacancyStatus.SUBMITTED or to == VacancyStatus.CANCELLED:
        return
    if actor is None or actor.role != Role.COORDINATOR or vacancy.country not in actor.countries:
        raise NotReviewerError


def _compare_and_set(session: Session, vacancy: Vacancy, to: VacancyStatus) -> None:
    changes: dict[str, Any] = {"status": to, "version": Vacancy.version + 1}
    if to == VacancyStatus.PUBLISHED and vacancy.published_at is None:
        changes["published_at"] = now()
    session.flush()
    result = session.execute(
        update(Vacancy)
        .where(Vacancy.id == vacancy.id, Vacancy.status == vacancy.status)
        .values(changes)
        .execution_options(synchronize_session=False)
    )
    if cast("CursorResult[Any]", result).rowcount != 1:
        raise VacancyMovedOnError
    session.refresh(vacancy, list(changes))


def _tell_ministry(session: Session, vacancy: Vacancy, message: Message, **details: str) -> None:
    creator = vacancy.created_by
    readers = [creator] if creator.active else list_ministry_users(session, vacancy.ministry)
    for reader in readers:
        queue_message(session, message=message, to=reader, vacancy_id=vacancy.id, **details)
