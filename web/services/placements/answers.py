"""What the two sides say: yes, no and why."""

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.placement import Answer, DeclineReason, NotSelectedReason, Placement, PlacementStatus
from web.models.user import User
from web.services.consents import end_disclosure_consent, give_disclosure_consent
from web.services.placements.errors import AlreadyAnsweredError, PlacementTransitionError
from web.services.placements.mail import tell_coordinators, tell_ministry, tell_professional
from web.services.placements.transitions import give_back_post, lock_stay, move_placement, note_step


def accept_as_professional(session: Session, *, actor: User, placement: Placement, wording: str) -> None:
    """Say yes as the professional; from now on the ministry may know who they are, in the words they read.

    Whoever has taken that consent back says yes a second time, and the case goes on where it stood.
    """
    again = placement.is_consent_missing
    if not again:
        _require_open_question(placement, placement.professional_answer)
    placement.professional_answer = Answer.ACCEPTED
    placement.professional_answered_at = now()
    give_disclosure_consent(session, placement=placement, wording=wording)
    if again:
        step = "accept_again_as_professional"
        note_step(session, placement=placement, step=step, actor=actor, from_status=placement.status)
        if placement.status == PlacementStatus.AGREED:
            tell_coordinators(session, placement=placement, message=Message.PLACEMENT_AGREED)
    else:
        _after_yes(session, placement=placement, actor=actor, step="accept_as_professional")
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_ANSWERED)


def accept_as_ministry(session: Session, *, actor: User, placement: Placement) -> None:
    """Say yes as the ministry."""
    _require_open_question(placement, placement.ministry_answer)
    placement.ministry_answer = Answer.ACCEPTED
    placement.ministry_answered_at = now()
    _after_yes(session, placement=placement, actor=actor, step="accept_as_ministry")
    tell_professional(session, placement=placement, message=Message.PLACEMENT_ANSWERED)


def _require_open_question(placement: Placement, answer: Answer | None) -> None:
    if placement.status != PlacementStatus.PROPOSED:
        raise PlacementTransitionError(placement.status, PlacementStatus.AGREED)
    if answer is not None:
        raise AlreadyAnsweredError


def _after_yes(session: Session, *, placement: Placement, actor: User, step: str) -> None:
    session.flush()
    answers = {placement.professional_answer, placement.ministry_answer}
    if answers == {Answer.ACCEPTED}:
        move_placement(session, placement=placement, to=PlacementStatus.AGREED, actor=actor, step=step)
        tell_coordinators(session, placement=placement, message=Message.PLACEMENT_AGREED)
    else:
        note_step(session, placement=placement, step=step, actor=actor, from_status=placement.status)


def decline_as_professional(
    session: Session, *, actor: User, placement: Placement, reason: DeclineReason, comment: str = ""
) -> None:
    """Say no as the professional, with a reason; after their own yes they step back instead."""
    if placement.professional_answer is not None:
        raise AlreadyAnsweredError
    move_placement(
        session,
        placement=placement,
        to=PlacementStatus.DECLINED,
        actor=actor,
        step="decline_as_professional",
        comment=comment,
        professional_answer=Answer.DECLINED,
        professional_answered_at=now(),
        decline_reason=reason,
    )
    end_disclosure_consent(session, placement=placement)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_CLOSED)
    tell_coordinators(session, placement=placement, message=Message.PLACEMENT_CLOSED)


def decline_as_ministry(
    session: Session,
    *,
    actor: User,
    placement: Placement,
    reason: NotSelectedReason,
    comment: str = "",
    after: Answer | None = None,
) -> None:
    """Say no as the ministry, before approval, with a reason; `after` is its answer so far, as it knew it."""
    if placement.ministry_answer != after:
        raise AlreadyAnsweredError
    move_placement(
        session,
        placement=placement,
        to=PlacementStatus.NOT_SELECTED,
        actor=actor,
        step="decline_as_ministry",
        comment=comment,
        ministry_answer=Answer.DECLINED,
        ministry_answered_at=now(),
        not_selected_reason=reason,
    )
    tell_professional(session, placement=placement, message=Message.PLACEMENT_CLOSED)
    tell_coordinators(session, placement=placement, message=Message.PLACEMENT_CLOSED)


def withdraw_placement(session: Session, *, actor: User, placement: Placement, comment: str = "") -> None:
    """Step back as the professional, also after approval; the post is free again."""
    held = lock_stay(session, placement=placement)
    move_placement(
        session,
        placement=placement,
        to=PlacementStatus.WITHDRAWN,
        actor=actor,
        step="withdraw",
        comment=comment,
    )
    end_disclosure_consent(session, placement=placement)
    if held:
        give_back_post(session, placement=placement)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_CLOSED)
    tell_coordinators(session, placement=placement, message=Message.PLACEMENT_CLOSED)
