"""A professional's profile as a whole: opening it, submitting, pausing, and counting its changes."""

import secrets
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.professional import PoolRevision, Professional, ProfessionalStatus
from web.models.user import User
from web.services.audit import record_act
from web.services.consents import has_matching_consent
from web.services.credential_levels import derive_credential_level
from web.services.errors import ConflictError, StaleError
from web.services.outbox import queue_message
from web.services.profile_sections import Section, list_missing_sections

# Without letters and figures that look alike when read out on the telephone.
REFERENCE_LETTERS = "23456789ACDEFGHJKMNPQRTUVWXYZ"
REFERENCE_LENGTH = 6


class ProfileIncompleteError(ConflictError):
    """Sections that nobody can do without are not filled in."""

    def __init__(self, missing: list[Section]) -> None:
        super().__init__(missing)
        self.missing = missing


class ProfileStateError(ConflictError):
    """The profile is not in a state from which this is possible."""


class ConsentMissingError(ConflictError):
    """Without consent the profile may not be compared with vacancies."""


def new_reference() -> str:
    """Make a reference such as P-7F3K2M."""
    return "P-" + "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH))


def open_profile(session: Session, *, user: User) -> Professional:
    """Give the user's profile and begin one if there is none."""
    professional = _stored_profile(session, user)
    while professional is None:
        begun = Professional(
            user_id=user.id, reference=new_reference(), language=user.language, stated_none=[]
        )
        try:
            with session.begin_nested():
                session.add(begun)
        except IntegrityError:
            # Another tab has begun it at this moment, or the reference is taken: look again.
            professional = _stored_profile(session, user)
        else:
            professional = begun
            record_act(session, actor=user, action="profile.open", thing=professional)
    return professional


def _stored_profile(session: Session, user: User) -> Professional | None:
    return session.scalar(select(Professional).where(Professional.user_id == user.id))


def check_version(professional: Professional, expected_version: int) -> None:
    """Refuse to overwrite what was saved after the form was opened; 0 is a profile not begun yet."""
    if professional.version != expected_version and not _is_untouched(professional, expected_version):
        raise StaleError


def _is_untouched(professional: Professional, expected_version: int) -> bool:
    return expected_version == 0 and professional.revision == 0


def touch_profile(session: Session, professional: Professional) -> None:
    """Count a change that can move a ranking, and stamp the profile with the number.

    The credential level is derived anew, whatever the change was. Everybody locks the profile first and the
    counter second, so that nobody waits in a circle.
    """
    professional.credential_level = derive_credential_level(professional, now().date())
    session.flush()
    session.execute(select(Professional.id).where(Professional.id == professional.id).with_for_update())
    count = update(PoolRevision).values(revision=PoolRevision.revision + 1).where(PoolRevision.id == 1)
    professional.revision = session.execute(
        count.returning(PoolRevision.revision), execution_options={"synchronize_session": False}
    ).scalar_one()
    session.flush()


def record_save(
    session: Session, *, user: User, professional: Professional, action: str, **details: Any
) -> None:
    """End every change of a person's own profile: it counts, it is confirmed anew, it is in the audit."""
    if professional.submitted_at is not None:
        professional.reconfirmed_at = now()
    touch_profile(session, professional)
    record_act(session, actor=user, action=action, thing=professional, **details)


def submit_profile(session: Session, *, user: User, expected_version: int) -> Professional:
    """Put a complete profile on the roster, and mail the receipt."""
    professional = open_profile(session, user=user)
    check_version(professional, expected_version)
    if professional.status != ProfessionalStatus.DRAFT:
        raise ProfileStateError
    if missing := list_missing_sections(professional):
        raise ProfileIncompleteError(missing)
    professional.status = ProfessionalStatus.ACTIVE
    professional.submitted_at = now()
    record_save(session, user=user, professional=professional, action="profile.submit")
    queue_message(session, message=Message.PROFILE_SUBMITTED, to=user)
    return professional


def pause_profile(session: Session, *, user: User) -> None:
    """Take the profile out of every list until its owner comes back; nothing is deleted."""
    _move(session, user, ProfessionalStatus.ACTIVE, ProfessionalStatus.PAUSED, "profile.pause")


def resume_profile(session: Session, *, user: User) -> None:
    """Put a paused profile back into the lists."""
    professional = open_profile(session, user=user)
    if not has_matching_consent(professional):
        raise ConsentMissingError
    _move(session, user, ProfessionalStatus.PAUSED, ProfessionalStatus.ACTIVE, "profile.resume")


def _move(
    session: Session, user: User, start: ProfessionalStatus, end: ProfessionalStatus, action: str
) -> None:
    professional = open_profile(session, user=user)
    if professional.status != start:
        raise ProfileStateError
    professional.status = end
    record_save(session, user=user, professional=professional, action=action)


def reconfirm_profile(session: Session, *, user: User) -> None:
    """Note that everything in the profile is still right."""
    professional = open_profile(session, user=user)
    if professional.submitted_at is None:
        raise ProfileStateError
    professional.reconfirmed_at = now()
    record_act(session, actor=user, action="profile.reconfirm", thing=professional)
