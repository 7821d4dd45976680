"""Moving a case from one state to the next, and taking and giving back a post. Nothing else does."""

from typing import Any

from sqlalchemy import CursorResult, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.placement import HOLDS_POST, PLACEMENT_TRANSITIONS, Placement, PlacementEvent, PlacementStatus
from web.models.professional import Professional
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.services.audit import record_act
from web.services.consents import let_disclosure_end
from web.services.placements.errors import (
    NoPostLeftError,
    OverlapError,
    PlacementMovedError,
    PlacementTransitionError,
)
from web.services.profiles import touch_profile
from web.services.vacancies import move_vacancy

OVERLAP_CONSTRAINT = "ex_placement_overlap"


def move_placement(
    session: Session,
    *,
    placement: Placement,
    to: PlacementStatus,
    actor: User | None,
    step: str,
    comment: str = "",
    **values: Any,
) -> None:
    """Move a case by compare-and-set: of two who move it at once, one succeeds and one is refused.

    `values` are further columns set in the same UPDATE. Whether the case holds a post follows from its
    state; the database refuses two of one person that overlap.
    """
    session.flush()
    from_status = placement.status
    if to not in PLACEMENT_TRANSITIONS[from_status]:
        raise PlacementTransitionError(from_status, to)
    statement = (
        update(Placement)
        .where(
            Placement.id == placement.id,
            Placement.status == from_status,
            Placement.version == placement.version,
        )
        .values(status=to, version=Placement.version + 1, holds_post=to in HOLDS_POST, **values)
        .execution_options(synchronize_session=False)
    )
    if _count_refusing_overlap(session, statement) != 1:
        raise PlacementMovedError
    session.refresh(placement)
    let_disclosure_end(session, placement=placement)
    note_step(session, placement=placement, step=step, actor=actor, from_status=from_status, comment=comment)


def _count_refusing_overlap(session: Session, statement: Any) -> int:
    try:
        with session.begin_nested():
            result = session.execute(statement)
    except IntegrityError as error:
        if OVERLAP_CONSTRAINT in str(error.orig):
            raise OverlapError from error
        raise
    assert isinstance(result, CursorResult)
    return result.rowcount


def note_step(
    session: Session,
    *,
    placement: Placement,
    step: str,
    actor: User | None,
    from_status: PlacementStatus | None,
    comment: str = "",
) -> None:
    """Write one step into the case and into the audit."""
    placement.events.append(
        PlacementEvent(
            from_status=from_status,
            to_status=placement.status,
            step=step,
            actor_id=actor.id if actor else None,
            comment=comment,
        )
    )
    session.flush()
    record_act(
        session,
        actor=actor,
        action=f"placement.{step}",
        thing=placement,
        from_status=from_status,
        to_status=placement.status,
    )


def take_post(session: Session, *, vacancy: Vacancy) -> None:
    """Take one of the vacancy's free posts, or refuse: one guarded UPDATE decides between rivals."""
    taken = session.execute(
        update(Vacancy)
        .where(
            Vacancy.id == vacancy.id,
            Vacancy.filled < Vacancy.posts,
            Vacancy.status == VacancyStatus.PUBLISHED,
        )
        .values(filled=Vacancy.filled + 1, version=Vacancy.version + 1)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(taken, CursorResult)
    if taken.rowcount != 1:
        raise NoPostLeftError
    session.refresh(vacancy)


def lock_stay(session: Session, *, placement: Placement) -> bool:
    """Lock the professional, as every change of a profile does, and say whether the case takes their time.

    Whoever gives back a post calls it first: profile, vacancy, counter is the order for everybody.
    """
    session.refresh(placement.professional, with_for_update={"of": Professional})
    return placement.holds_post


def give_back_post(session: Session, *, placement: Placement) -> None:
    """Free the post and the days of a case that was called off; a filled vacancy opens again."""
    vacancy = placement.vacancy
    session.execute(
        update(Vacancy)
        .where(Vacancy.id == vacancy.id, Vacancy.filled > 0)
        .values(filled=Vacancy.filled - 1, version=Vacancy.version + 1)
        .execution_options(synchronize_session=False)
    )
    session.refresh(vacancy)
    if vacancy.status == VacancyStatus.FILLED:
        # It opens by itself: the vacancy's own history names nobody who stepped back from it.
        move_vacancy(session, vacancy=vacancy, to=VacancyStatus.PUBLISHED, actor=None)
    touch_profile(session, placement.professional)
