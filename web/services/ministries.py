"""Ministries: making and changing them."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.ministry import Ministry
from web.models.user import User
from web.queries.ministries import has_vacancies
from web.services.audit import record_act
from web.services.errors import ConflictError, InvalidError, StaleError


class MinistryNameTakenError(ConflictError):
    """There is a ministry with this name already."""

    field = "name"


class MinistryCountryFixedError(InvalidError):
    """The vacancies and facilities of a ministry are in its country, so it cannot move."""


def create_ministry(
    session: Session, *, actor: User, name: str, country: str, contact_email: str
) -> Ministry:
    """Make a ministry; its users are invited afterwards."""
    ministry = Ministry(name=name, country=country, contact_email=contact_email)
    session.add(ministry)
    _flush_name(session)
    record_act(session, actor=actor, action="ministry.create", thing=ministry, country=country)
    return ministry


def change_ministry(
    session: Session,
    *,
    actor: User,
    ministry: Ministry,
    expected_version: int,
    name: str,
    country: str,
    contact_email: str,
) -> None:
    """Change what a ministry is called, how it is reached and, before its first vacancy, where it is."""
    if ministry.version != expected_version:
        raise StaleError
    if country != ministry.country and has_vacancies(session, ministry):
        raise MinistryCountryFixedError("country")
    ministry.name = name
    ministry.country = country
    ministry.contact_email = contact_email
    _flush_name(session)
    record_act(session, actor=actor, action="ministry.change", thing=ministry, country=country)


def _flush_name(session: Session) -> None:
    try:
        with session.begin_nested():
            session.flush()
    except IntegrityError as error:
        raise MinistryNameTakenError from error
