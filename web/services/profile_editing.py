"""The sections of a profile that are one record: who I am, experience, wishes, residence."""

from datetime import date

from sqlalchemy.orm import Session

from web.models.professional import Identity, Mode, Professional
from web.models.user import User
from web.services.errors import InvalidError
from web.services.profiles import check_version, open_profile, record_save


class FewerYearsInAllError(InvalidError):
    """One of the occupations states more years than there are in all."""


def save_identity(
    session: Session, *, user: User, expected_version: int, given_name: str, family_name: str, phone: str
) -> None:
    """Keep who the person is; no ranking ever reads it."""
    professional = _profile_to_change(session, user, expected_version)
    identity = professional.identity or Identity()
    identity.given_name, identity.family_name, identity.phone = given_name, family_name, phone
    professional.identity = identity
    record_save(session, user=user, professional=professional, action="profile.save_identity")


def save_experience(
    session: Session,
    *,
    user: User,
    expected_version: int,
    years_experience: int,
    summary: str,
    summary_shared: bool = False,
) -> None:
    """Keep how long the person has worked in health, what they say about it, and who may read that."""
    professional = _profile_to_change(session, user, expected_version)
    if any((held.years or 0) > years_experience for held in professional.occupations):
        raise FewerYearsInAllError("years_experience")
    professional.years_experience = years_experience
    professional.summary = summary
    professional.summary_shared = summary_shared
    record_save(session, user=user, professional=professional, action="profile.save_experience")


def save_wishes(
    session: Session,
    *,
    user: User,
    expected_version: int,
    modes: list[Mode],
    max_weeks: int | None,
    preferred_countries: list[str],
) -> None:
    """Keep how, how long and where the person would serve; no country chosen means any."""
    professional = _profile_to_change(session, user, expected_version)
    professional.modes = [mode.value for mode in modes]
    professional.max_weeks = max_weeks if Mode.TEMPORARY in modes else None
    professional.preferred_countries = sorted(preferred_countries)
    record_save(session, user=user, professional=professional, action="profile.save_wishes")


def save_residence(
    session: Session,
    *,
    user: User,
    expected_version: int,
    residence_country: str,
    country_of_origin: str,
    reenter_until: date | None,
) -> None:
    """Keep where the person lives and until when they may return there; None is without a limit."""
    professional = _profile_to_change(session, user, expected_version)
    professional.residence_country = residence_country
    professional.country_of_origin = country_of_origin
    professional.reenter_unlimited = reenter_until is None
    professional.reenter_until = reenter_until
    record_save(session, user=user, professional=professional, action="profile.save_residence")


def _profile_to_change(session: Session, user: User, expected_version: int) -> Professional:
    professional = open_profile(session, user=user)
    check_version(professional, expected_version)
    return professional
