"""Noting who was shown whose name or file, so that the person can read it: an act like any other.

Once for each reader, person and kind within a while, or a morning's work would fill pages.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from web.models.audit import AuditEntry
from web.models.base import now
from web.models.professional import Consent, ConsentPurpose, Professional
from web.models.user import Role, User
from web.services.audit import record_act


class Opening(StrEnum):
    """What somebody was shown of a professional; the names of the acts."""

    NAME = "name.list"
    PROFILE = "profile.read"
    LICENCE = "licence.read"
    CASE = "case.read"
    IDENTITY = "identity.read"


HOUR = timedelta(hours=1)
# A list shows many names whenever it is opened, so a day of lists is one line.
WINDOWS = dict.fromkeys(Opening, HOUR) | {Opening.NAME: timedelta(days=1)}
LONGEST = max(WINDOWS.values())


@dataclass(frozen=True)
class Shown:
    """What was shown of whom, and for which vacancy if it was about one."""

    opening: Opening
    professional_id: int
    vacancy_id: int | None = None


def note_openings(session: Session, *, viewer: User, shown: Collection[Shown]) -> None:
    """Note what was shown to somebody, with the consent it rests on; nobody is noted in their own file."""
    wanted = set(shown) - _noted_lately(session, viewer, shown)
    people = select(Professional).where(Professional.id.in_({each.professional_id for each in wanted}))
    loaded = {person.id: person for person in session.scalars(people.options(*_CONSENTS))}
    for each in sorted(wanted, key=_order):
        person = loaded[each.professional_id]
        if person.user_id == viewer.id:
            continue
        consent = find_consent(person, viewer, each.vacancy_id)
        record_act(
            session,
            actor=viewer,
            action=each.opening,
            thing=person,
            role=viewer.role.value,
            ministry=viewer.ministry_id,
            countries=sorted(viewer.countries),
            vacancy=each.vacancy_id,
            consent=consent.id if consent else None,
        )


_CONSENTS = (selectinload(Professional.consents),)


def needs_note(session: Session, *, viewer: User, shown: Collection[Shown]) -> bool:
    """Say whether anything of this is not noted yet. Reads only."""
    return bool(set(shown) - _noted_lately(session, viewer, shown))


def _order(shown: Shown) -> tuple[int, str, int]:
    return shown.professional_id, shown.opening, shown.vacancy_id or 0


def _noted_lately(session: Session, viewer: User, shown: Collection[Shown]) -> set[Shown]:
    moment = now()
    noted = select(AuditEntry).where(
        AuditEntry.kind == Professional.__tablename__,
        AuditEntry.object_id.in_({each.professional_id for each in shown}),
        AuditEntry.actor_id == viewer.id,
        AuditEntry.action.in_({each.opening for each in shown}),
        AuditEntry.at >= moment - LONGEST,
    )
    return {_shown_in(act) for act in session.scalars(noted) if _counts(act, moment)}


def _shown_in(act: AuditEntry) -> Shown:
    return Shown(Opening(act.action), act.object_id, act.details.get("vacancy"))


def _counts(act: AuditEntry, moment: datetime) -> bool:
    return act.at >= moment - WINDOWS[Opening(act.action)]


def find_consent(person: Professional, viewer: User, vacancy_id: int | None) -> Consent | None:
    """Find the consent on which somebody is shown a person's file today."""
    if viewer.role == Role.MINISTRY:
        return _first(person.consents, ConsentPurpose.DISCLOSURE, vacancy_id)
    return _first(person.consents, ConsentPurpose.MATCHING, None)


def _first(consents: Sequence[Consent], purpose: ConsentPurpose, vacancy_id: int | None) -> Consent | None:
    found = (each for each in consents if each.purpose == purpose and each.vacancy_id == vacancy_id)
    return next((each for each in found if each.is_in_force(now().date())), None)
