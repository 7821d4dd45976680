"""Checking what a licence says against a document, a register or the regulator."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from web.models.base import now
from web.models.claims import (
    Difference,
    Licence,
    Verification,
    VerificationAcceptance,
    VerificationMethod,
    VerificationResult,
)
from web.models.outbox import Message
from web.models.professional import Professional
from web.models.user import Role, User
from web.services.audit import record_act
from web.services.errors import ConflictError, InvalidError, StaleError
from web.services.outbox import queue_message
from web.services.profiles import touch_profile


class NotVerifierError(InvalidError):
    """Only coordinators check what people state."""


class SourceMissingError(InvalidError):
    """A check that does not say against what is no check."""


class SameVerifierError(InvalidError):
    """Whoever made a check cannot countersign it: four eyes."""


class NothingToSignError(ConflictError):
    """The check was signed already, or no longer stands: the licence was changed or checked again."""


class ExpiryPassedError(InvalidError):
    """A check that has ended already would count for nothing."""


class CheckOutlivesLicenceError(InvalidError):
    """A check says nothing about the days after the licence's last one."""


class DifferenceMissingError(InvalidError):
    """Whose licence was not confirmed has to know what differed, or they cannot put it right."""


class DisagreementMissingError(InvalidError):
    """Whoever disagrees with a colleague's check says why."""


def licence_state(licence: Licence) -> str:
    """Sum up what a check is decided on: the licence's last change and the checks before.

    A form carries it, so that nobody confirms a text that was changed, or checked, after they read it.
    """
    latest = licence.verifications[-1].id if licence.verifications else 0
    return f"{licence.changed_at.isoformat()}/{latest}"


def verify_licence(
    session: Session,
    *,
    actor: User,
    licence: Licence,
    method: VerificationMethod,
    source: str,
    result: VerificationResult,
    difference: Difference | None = None,
    expires_on: date | None = None,
    note: str = "",
    expected_state: str | None = None,
) -> Verification:
    """Record a check made now; the person's credential level and place in rankings follow from it.

    Whose licence was not confirmed gets a letter. `expected_state` is licence_state() as the coordinator
    read it; None trusts the licence given.
    """
    is_confirmed = result == VerificationResult.CONFIRMED
    if actor.role != Role.COORDINATOR:
        raise NotVerifierError
    if not source.strip():
        raise SourceMissingError("source")
    if not is_confirmed and difference is None:
        raise DifferenceMissingError("difference")
    stored = _lock(session, licence)
    if expected_state is not None and licence_state(stored) != expected_state:
        raise StaleError
    if is_confirmed:
        _check_expiry(expires_on, stored)
    check = Verification(
        method=method,
        source=source,
        result=result,
        difference=None if is_confirmed else difference,
        # What was not confirmed stays so until the licence is changed or checked again.
        expires_on=expires_on if is_confirmed else None,
        note=note,
        checked_by=actor,
    )
    stored.verifications.append(check)
    session.flush()
    professional = stored.professional
    touch_profile(session, professional)
    record_act(
        session,
        actor=actor,
        action="licence.verify",
        thing=stored,
        verification=check.id,
        method=method.value,
        result=result.value,
        level=professional.credential_level,
    )
    _tell_if_not_confirmed(session, check)
    return check


def _check_expiry(expires_on: date | None, licence: Licence) -> None:
    if expires_on is None:
        return
    if expires_on < now().date():
        raise ExpiryPassedError("expires_on")
    if licence.valid_until is not None and expires_on > licence.valid_until:
        raise CheckOutlivesLicenceError("expires_on")


def _tell_if_not_confirmed(session: Session, check: Verification) -> None:
    if check.is_complete and check.result == VerificationResult.NOT_CONFIRMED:
        queue_message(
            session,
            message=Message.LICENCE_NOT_CONFIRMED,
            to=check.licence.professional.user,
            difference=check.difference,
        )


def countersign_verification(
    session: Session, *, actor: User, licence: Licence, verification_id: int
) -> Verification:
    """Sign a colleague's check with the regulator; from now on it counts."""
    stored, check = _take_to_sign(session, actor, licence, verification_id)
    check.countersigned_by_id, check.countersigned_at = actor.id, now()
    session.flush()
    touch_profile(session, stored.professional)
    record_act(
        session,
        actor=actor,
        action="licence.countersign",
        thing=stored,
        verification=check.id,
        level=stored.professional.credential_level,
    )
    _tell_if_not_confirmed(session, check)
    return check


def disagree_with_verification(
    session: Session, *, actor: User, licence: Licence, verification_id: int, why: str
) -> Verification:
    """Refuse to sign a colleague's check: it never counts, and the licence waits for another one."""
    if not why.strip():
        raise DisagreementMissingError("why")
    stored, check = _take_to_sign(session, actor, licence, verification_id)
    check.disagreed_by_id, check.disagreed_at, check.disagreement = actor.id, now(), why
    session.flush()
    record_act(session, actor=actor, action="licence.disagree", thing=stored, verification=check.id)
    return check


def _take_to_sign(
    session: Session, actor: User, licence: Licence, verification_id: int
) -> tuple[Licence, Verification]:
    """Lock a licence, and give the check that waits for a second coordinator; refuse the first."""
    if actor.role != Role.COORDINATOR:
        raise NotVerifierError
    stored = _lock(session, licence)
    check = stored.waiting_verification
    if check is None or check.id != verification_id:
        raise NothingToSignError
    if check.checked_by_id == actor.id:
        raise SameVerifierError
    return stored, check


def accept_verification(session: Session, *, actor: User, verification: Verification) -> None:
    """Take over, for the actor's ministry, what coordinators have checked; a second time changes nothing."""
    if actor.ministry_id is None:
        raise NotVerifierError
    if any(each.ministry_id == actor.ministry_id for each in verification.acceptances):
        return
    accepted = VerificationAcceptance(ministry_id=actor.ministry_id, accepted_by_id=actor.id)
    verification.acceptances.append(accepted)
    session.flush()
    record_act(
        session,
        actor=actor,
        action="verification.accept",
        thing=verification,
        ministry=actor.ministry_id,
    )


def _lock(session: Session, licence: Licence) -> Licence:
    """Read the licence as it stands while nobody can change it: changes lock its professional first."""
    whose = select(Professional.id).where(Professional.id == licence.professional_id).with_for_update()
    session.execute(whose)
    stored = session.scalar(
        select(Licence)
        .where(Licence.id == licence.id)
        .options(selectinload(Licence.verifications))
        .execution_options(populate_existing=True)
    )
    if stored is None:
        raise StaleError
    return stored
