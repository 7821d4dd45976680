"""Erasing a professional: what is about them goes, and what must stay leads to nobody."""

from collections.abc import Iterator, Sequence

from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm import Session

from web.models.base import Base, now
from web.models.document import Document
from web.models.hold import LegalHold
from web.models.outbox import Message
from web.models.placement import OPEN, Placement, PlacementStatus
from web.models.professional import Professional, ProfessionalStatus
from web.models.sealed import KeyHolder, keyring_of
from web.models.submission import Submission
from web.models.user import Role, User
from web.services.accounts import new_session_name
from web.services.audit import record_act
from web.services.browser_sessions import end_sessions_of
from web.services.documents.files import drop_file
from web.services.doomed_keys import doom_keys
from web.services.errors import ConflictError, InvalidError
from web.services.outbox import queue_message
from web.services.person_rows import PersonRows, find_rows
from web.services.placements import withdraw_placement
from web.services.profiles import touch_profile
from web.services.rankings import erase_from_rankings

# Emptied one by one below, or in the case of acts made unreadable by the key that goes.
BY_HAND = frozenset({"user", "professional", "audit_entry", "submission"})
SERVING = (PlacementStatus.IN_POST, PlacementStatus.EXTENDED)


def _optional(model: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in inspect(model).column_attrs if column.columns[0].nullable)


_OPTIONAL_OF_ACCOUNTS, _OPTIONAL_OF_PROFILES = _optional(User), _optional(Professional)


class NotProfessionalError(InvalidError):
    """Whoever works here answers for what was decided; their name stays as long as the cases do."""


class HeldError(ConflictError):
    """A court, an inquiry or a dispute needs the data; it goes when that is over."""


class ServingError(ConflictError):
    """Somebody in post cannot vanish from it: the case is closed first."""


def is_held(session: Session, *, user: User) -> bool:
    """Say whether nothing about a person may go."""
    held = select(LegalHold.id).where(LegalHold.user_id == user.id, LegalHold.lifted_at.is_(None))
    return session.scalar(held.limit(1)) is not None


def find_obstacle(session: Session, *, user: User) -> type[ConflictError] | None:
    """Say why a professional cannot be erased now, if so."""
    if is_held(session, user=user):
        return HeldError
    serving = any(case.status in SERVING for case in _open_cases(session, user))
    return ServingError if serving else None


def erase_professional(session: Session, *, actor: User | None, user: User) -> None:
    """Erase somebody. Their keys are listed, to be destroyed once this is committed.

    A last letter says so; it is sealed under a key of its own, which goes when the letter has left.
    """
    if user.role != Role.PROFESSIONAL:
        raise NotProfessionalError
    if user.professional is not None:
        # From here on no case begins for them, and no list is kept with them in it.
        session.refresh(user.professional, with_for_update={"of": Professional})
    if obstacle := find_obstacle(session, user=user):
        raise obstacle
    for case in _open_cases(session, user):
        withdraw_placement(session, actor=user, placement=case)
    end_sessions_of(session, user=user)
    record_act(session, actor=actor, action="user.erase", thing=user)
    if user.professional is not None:
        erase_from_rankings(session, professional_id=user.professional.id)
        _drop_files(session, user.professional)
    session.flush()
    doom_keys(session, list(_find_keys(session, user)))
    address = user.email
    for rows in find_rows(user):
        if rows.table.name not in BY_HAND:
            _remove(session, rows)
    session.expire_all()
    (user.key_id,) = keyring_of(session).new_keys()
    queue_message(session, message=Message.ACCOUNT_ERASED, to=user, address=address)
    _empty_account(session, user)


def _open_cases(session: Session, user: User) -> Sequence[Placement]:
    if user.professional is None:
        return ()
    theirs = select(Placement).where(Placement.professional_id == user.professional.id)
    return session.scalars(theirs.where(Placement.status.in_(OPEN))).all()


def _find_keys(session: Session, user: User) -> Iterator[bytes]:
    for rows in find_rows(user):
        if issubclass(rows.entry.model, KeyHolder):
            yield from session.scalars(select(rows.entry.model.key_id).where(rows.condition))


def _drop_files(session: Session, professional: Professional) -> None:
    theirs = select(Document.key).where(Document.professional_id == professional.id)
    for key in session.scalars(theirs):
        drop_file(session, key)


def _remove(session: Session, rows: PersonRows) -> None:
    """Delete rows that go whole; of the others, empty what goes."""
    if rows.goes_whole:
        session.execute(delete(rows.table).where(rows.condition))
    elif going := rows.columns_that_go:
        session.execute(update(rows.table).where(rows.condition).values(dict.fromkeys(going)))


def _empty_account(session: Session, user: User) -> None:
    # What a form that was sent led to says nothing of anybody; that it was sent must stay known for a while.
    session.execute(update(Submission).where(Submission.user_id == user.id).values(user_id=None))
    if user.professional is not None:
        _empty_profile(session, user.professional)
    for column in _OPTIONAL_OF_ACCOUNTS:
        setattr(user, column, None)
    user.fs_uniquifier = new_session_name()
    user.language = "en"
    user.active = False
    user.erased_at = now()
    session.flush()


def _empty_profile(session: Session, professional: Professional) -> None:
    professional.status = ProfessionalStatus.ERASED
    professional.reference = f"erased-{professional.id}"
    professional.language = "en"
    professional.stated_none = []
    professional.summary_shared = False
    for column in _OPTIONAL_OF_PROFILES:
        setattr(professional, column, None)
    for consent in professional.consents:
        consent.withdrawn_at = consent.withdrawn_at or now()
    touch_profile(session, professional)
    # Derived from what is no longer there.
    professional.credential_level = None
