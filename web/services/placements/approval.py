"""Approving a placement with four eyes, and calling one off."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.claims import Licence, VerificationResult
from web.models.outbox import Message
from web.models.placement import OPEN, NotSelectedReason, Placement, PlacementStatus
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.placements import is_placed_elsewhere, list_undecided_placements
from web.services.consents import has_disclosure_consent, has_matching_consent
from web.services.matching import Match, Verdict, fit_of
from web.services.placements.errors import Obstacle, ObstaclesError, SameCoordinatorError
from web.services.placements.mail import tell_ministry, tell_professional
from web.services.placements.transitions import give_back_post, lock_stay, move_placement, take_post
from web.services.profiles import touch_profile
from web.services.vacancies import move_vacancy


@dataclass(frozen=True)
class Review:
    """What stands in the way of an approval today, and how the person fits the post."""

    obstacles: list[Obstacle]
    fit: Match


def approve_placement(session: Session, *, actor: User, placement: Placement) -> None:
    """Approve a placement that somebody else proposed; takes one of the vacancy's posts.

    When it was the last post, the vacancy is filled and everybody still waiting is told.
    """
    if placement.proposed_by_id == actor.id:
        raise SameCoordinatorError
    # No consent is withdrawn, and no other post given to them, between look and act.
    lock_stay(session, placement=placement)
    if placement.status not in OPEN:
        # What else stands in the way of a case that is over helps nobody, and takes long to find.
        raise ObstaclesError([Obstacle.NOT_AGREED])
    if obstacles := list_obstacles(session, placement):
        raise ObstaclesError(obstacles)
    vacancy = placement.vacancy
    take_post(session, vacancy=vacancy)
    move_placement(
        session,
        placement=placement,
        to=PlacementStatus.APPROVED,
        actor=actor,
        step="approve",
        approved_by_id=actor.id,
        approved_at=now(),
    )
    tell_professional(session, placement=placement, message=Message.PLACEMENT_APPROVED)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_APPROVED)
    if not vacancy.free_posts:
        _close_filled(session, vacancy=vacancy, actor=actor)
    touch_profile(session, placement.professional)


def _close_filled(session: Session, *, vacancy: Vacancy, actor: User) -> None:
    move_vacancy(session, vacancy=vacancy, to=VacancyStatus.FILLED, actor=actor)
    for other in list_undecided_placements(session, vacancy_id=vacancy.id):
        move_placement(
            session,
            placement=other,
            to=PlacementStatus.NOT_SELECTED,
            actor=None,
            step="post_filled",
            not_selected_reason=NotSelectedReason.OTHER_CANDIDATE,
        )
        tell_professional(session, placement=other, message=Message.PLACEMENT_CLOSED)


def list_obstacles(session: Session, placement: Placement) -> list[Obstacle]:
    """List what has to be settled before approval: looked up afresh, whatever held when it was proposed."""
    return review_placement(session, placement).obstacles


def review_placement(session: Session, placement: Placement) -> Review:
    """Look up afresh what has to be settled before approval, and how the person fits the post today."""
    vacancy, professional = placement.vacancy, placement.professional
    fit = fit_of(session, vacancy=vacancy, professional=professional)
    readiness = vacancy.facility.readiness
    agreed = placement.status == PlacementStatus.AGREED
    answered = placement.professional_answer is not None
    disclosed = has_disclosure_consent(professional, vacancy) or not answered
    checks = {
        Obstacle.NOT_AGREED: agreed,
        Obstacle.VACANCY_NOT_OPEN: vacancy.status == VacancyStatus.PUBLISHED,
        Obstacle.MUST_HAVE_NOT_MET: fit.verdict != Verdict.INELIGIBLE,
        Obstacle.MUST_HAVE_UNKNOWN: fit.verdict != Verdict.TO_CONFIRM,
        Obstacle.CONSENT_MISSING: has_matching_consent(professional) and disclosed,
        Obstacle.READINESS_NOT_STATED: readiness is not None,
        Obstacle.READINESS_NOT_CONFIRMED: readiness is None or readiness.confirmed_at is not None,
        Obstacle.FACILITY_NOT_READY: readiness is None or not readiness.has_red,
        Obstacle.NOT_FUNDED: vacancy.funded,
        Obstacle.START_PASSED: placement.starts_on >= now().date(),
        Obstacle.PLACED_ELSEWHERE: not is_placed_elsewhere(session, placement),
        Obstacle.SUSPENDED: professional.user.active,
    }
    obstacles = [obstacle for obstacle, settled in checks.items() if not settled]
    lacking = find_lack_of_licence(placement) if vacancy.licence_required else None
    return Review(obstacles + ([lacking] if lacking else []), fit)


def find_lack_of_licence(placement: Placement) -> Obstacle | None:
    """Say what is missing until a licence is confirmed that is good on the first day: the nearest step."""
    lacks = {_lack_of(licence, placement.starts_on) for licence in placement.professional.licences}
    if None in lacks:
        return None
    return next((lack for lack in _NEAREST_FIRST if lack in lacks), Obstacle.LICENCE_NOT_STATED)


_NEAREST_FIRST = (
    Obstacle.LICENCE_CHECK_ENDS,
    Obstacle.LICENCE_NOT_CHECKED,
    Obstacle.LICENCE_ENDS,
    Obstacle.LICENCE_NOT_CONFIRMED,
)


def _lack_of(licence: Licence, first_day: date) -> Obstacle | None:
    check = licence.latest_verification
    if check is not None and check.result == VerificationResult.NOT_CONFIRMED:
        return Obstacle.LICENCE_NOT_CONFIRMED
    if not _lasts_until(licence.valid_until, first_day):
        return Obstacle.LICENCE_ENDS
    if check is None:
        return Obstacle.LICENCE_NOT_CHECKED
    return None if _lasts_until(check.expires_on, first_day) else Obstacle.LICENCE_CHECK_ENDS


def _lasts_until(end: date | None, day: date) -> bool:
    return end is None or end >= day


def cancel_placement(session: Session, *, actor: User, placement: Placement, comment: str) -> None:
    """Call a case off as a coordinator, with a reason; a post it held is free again."""
    held = lock_stay(session, placement=placement)
    move_placement(
        session,
        placement=placement,
        to=PlacementStatus.CANCELLED,
        actor=actor,
        step="cancel",
        comment=comment,
    )
    if held:
        give_back_post(session, placement=placement)
    tell_professional(session, placement=placement, message=Message.PLACEMENT_CLOSED)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_CLOSED)
