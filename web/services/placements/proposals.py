"""How a case begins: a coordinator proposes, a professional is interested, a ministry shortlists."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.placement import Answer, ChoiceReason, Origin, Placement
from web.models.professional import Professional, ProfessionalStatus
from web.models.ranking import Match
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.placements import list_professionals_with_case
from web.queries.rankings import find_first_match
from web.services.consents import give_disclosure_consent, has_matching_consent
from web.services.matching import Verdict, fit_of
from web.services.placements.errors import (
    NotPossibleError,
    OpenCaseError,
    ProfileNotActiveError,
    ReasonMissingError,
    VacancyNotOpenError,
)
from web.services.placements.mail import tell_ministry, tell_professional
from web.services.placements.stays import possible_stay
from web.services.placements.transitions import note_step
from web.services.pseudonyms import pseudonym_for
from web.services.vacancies import StartPassedError


def propose_placement(
    session: Session,
    *,
    actor: User,
    vacancy: Vacancy,
    match: Match,
    choice_reason: ChoiceReason | None = None,
    choice_note: str = "",
) -> Placement:
    """Propose somebody from a ranking to the ministry and to the person; not the first needs a reason."""
    professional = session.get_one(Professional, match.professional_id)
    if not stands_first(session, match) and choice_reason is None:
        raise ReasonMissingError("choice_reason")
    placement = _begin_case(
        session, actor=actor, vacancy=vacancy, professional=professional, origin=Origin.COORDINATOR
    )
    placement.ranking_id = match.ranking_id
    placement.rank = match.place
    placement.choice_reason = choice_reason
    placement.choice_note = choice_note
    note_step(session, placement=placement, step="propose", actor=actor, from_status=None)
    tell_professional(session, placement=placement, message=Message.PLACEMENT_PROPOSED)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_PROPOSED)
    return placement


def stands_first(session: Session, match: Match) -> bool:
    """Say whether nobody better placed in the ranking is still without a case for this vacancy."""
    taken = list_professionals_with_case(session, vacancy_id=match.ranking.vacancy_id)
    first = find_first_match(session, ranking_id=match.ranking_id, leaving_out=taken)
    return first is None or match.place <= first.place


def express_interest(session: Session, *, actor: User, vacancy: Vacancy, wording: str) -> Placement:
    """Begin a case for oneself: a yes that the ministry still answers, and consent to be known to it.

    `wording` is what the person read and agreed to.
    """
    professional = actor.professional
    if professional is None:
        raise ProfileNotActiveError
    placement = _begin_case(
        session, actor=actor, vacancy=vacancy, professional=professional, origin=Origin.PROFESSIONAL
    )
    placement.professional_answer = Answer.ACCEPTED
    placement.professional_answered_at = now()
    give_disclosure_consent(session, placement=placement, wording=wording)
    note_step(session, placement=placement, step="express_interest", actor=actor, from_status=None)
    tell_ministry(session, placement=placement, message=Message.PLACEMENT_PROPOSED)
    return placement


def shortlist_candidate(session: Session, *, actor: User, vacancy: Vacancy, match: Match) -> Placement:
    """Begin a case for a candidate the ministry wants; the person still has to answer."""
    professional = session.get_one(Professional, match.professional_id)
    placement = _begin_case(
        session, actor=actor, vacancy=vacancy, professional=professional, origin=Origin.MINISTRY
    )
    placement.ranking_id = match.ranking_id
    placement.rank = match.place
    placement.ministry_answer = Answer.ACCEPTED
    placement.ministry_answered_at = now()
    note_step(session, placement=placement, step="shortlist", actor=actor, from_status=None)
    tell_professional(session, placement=placement, message=Message.PLACEMENT_PROPOSED)
    return placement


def _begin_case(
    session: Session, *, actor: User, vacancy: Vacancy, professional: Professional, origin: Origin
) -> Placement:
    # Locked, so that no case begins for somebody who is being erased, or on a vacancy that is being closed,
    # at this moment. The person first, as everywhere.
    session.refresh(professional, with_for_update={"of": Professional})
    session.refresh(vacancy, with_for_update={"of": Vacancy})
    if vacancy.status != VacancyStatus.PUBLISHED:
        raise VacancyNotOpenError
    if vacancy.latest_start < now().date():
        raise StartPassedError
    is_listed = professional.status == ProfessionalStatus.ACTIVE and professional.user.active
    if not is_listed or not has_matching_consent(professional):
        raise ProfileNotActiveError
    fit = fit_of(session, vacancy=vacancy, professional=professional)
    if fit.verdict == Verdict.INELIGIBLE:
        raise NotPossibleError
    stay = possible_stay(session, vacancy=vacancy, professional=professional)
    placement = Placement(
        vacancy=vacancy,
        professional=professional,
        pseudonym=pseudonym_for(session, vacancy_id=vacancy.id, professional_id=professional.id),
        origin=origin,
        proposed_by_id=actor.id,
        starts_on=stay.starts_on,
        ends_on=stay.ends_on,
    )
    try:
        with session.begin_nested():
            session.add(placement)
    except IntegrityError as error:
        raise OpenCaseError from error
    return placement
