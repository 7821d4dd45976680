"""The one gate in front of every change to a vacancy's answers."""

from typing import Any

from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.services.audit import record_act
from web.services.errors import ConflictError, StaleError

EDITABLE = frozenset({VacancyStatus.DRAFT, VacancyStatus.RETURNED})


class VacancyNotEditableError(ConflictError):
    """What was handed in stays as it is: only drafts and returned vacancies can be changed."""


def open_for_change(vacancy: Vacancy, expected_version: int) -> None:
    """Refuse to change a vacancy that left the ministry's desk, or an older version than is stored."""
    if vacancy.status not in EDITABLE:
        raise VacancyNotEditableError
    if vacancy.version != expected_version:
        raise StaleError


def save_change(session: Session, *, vacancy: Vacancy, actor: User, action: str, **details: Any) -> None:
    """Write the change under a new version, whichever of the vacancy's tables it touched."""
    # Rows of languages and skills alone would leave the version, and with it old rankings, as they were.
    flag_modified(vacancy, "title")
    session.flush()
    record_act(session, actor=actor, action=action, thing=vacancy, **details)
