"""Professionals as the engine sees them, read in bulk: one query a table, however many people."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from matcher import Candidate, HeldLanguage, HeldOccupation, HeldSkill, Licence, Period, Qualification
from matcher.periods import without
from web.models import claims
from web.models.base import now
from web.models.placement import Placement
from web.models.professional import Consent, ConsentPurpose, Professional, ProfessionalStatus
from web.models.sealed import keyring_of, opener
from web.models.user import User
from web.services.vocabulary import known_skill

T = TypeVar("T")
Grouped = dict[int, tuple[T, ...]]

# Whose rows are read: a condition on Professional.
Whose = ColumnElement[bool]


def is_in_pool() -> Whose:
    """Select those who may be ranked: submitted, not paused, with consent, and not locked out."""
    consented = exists().where(
        Consent.professional_id == Professional.id,
        Consent.purpose == ConsentPurpose.MATCHING,
        Consent.withdrawn_at.is_(None),
    )
    may_sign_in = exists().where(User.id == Professional.user_id, User.active)
    return and_(Professional.status == ProfessionalStatus.ACTIVE, consented, may_sign_in)


def is_placed() -> Whose:
    """Select those with days on which they hold a post."""
    return Professional.id.in_(select(Placement.professional_id).where(Placement.holds_post).correlate(None))


def load_candidates(session: Session, whose: Whose, *, leaving_out: int | None = None) -> Iterator[Candidate]:
    """Read everybody the condition selects, in the order of their numbers.

    Days on which somebody is already placed are not free, but for a stay in the vacancy left out.
    """
    warm_keys(session, whose)
    occupations = _group(session, whose, claims.HeldOccupation, _OCCUPATION, _occupation)
    skills = _group(session, whose, claims.HeldSkill, _SKILL, _skill)
    languages = _group(session, whose, claims.SpokenLanguage, _LANGUAGE, _language)
    qualifications = _group(session, whose, claims.Qualification, _QUALIFICATION, Qualification)
    licences = _licences(session, whose)
    availability = _free_periods(session, whose, leaving_out)
    summary_of = opener(session, Professional.summary)
    for row in session.execute(select(*_PROFESSIONAL).where(whose).order_by(Professional.id)):
        stated_none = row.stated_none

        def held(name: str, groups: Grouped[T], number: int = row.id, none: list[str] = stated_none) -> Any:
            return groups.get(number, () if name in none else None)

        yield Candidate(
            id=str(row.id),
            language=row.language,
            occupations=held("occupations", occupations),
            skills=held("skills", skills),
            languages=held("languages", languages),
            qualifications=held("qualifications", qualifications),
            licences=held("licences", licences),
            availability=held("availability", availability),
            modes=_tuple(row.modes),
            max_weeks=row.max_weeks,
            preferred_countries=_tuple(row.preferred_countries),
            country_of_origin=row.country_of_origin,
            residence_country=row.residence_country,
            may_reenter_until=reentry_of(row.reenter_unlimited, row.reenter_until),
            years_experience=decimal_of(row.years_experience),
            credential_level=row.credential_level,
            summary=summary_of(row.id, row.summary_sealed) or None,
        )


_PROFESSIONAL = (
    Professional.id,
    Professional.language,
    Professional.modes,
    Professional.max_weeks,
    Professional.preferred_countries,
    Professional.country_of_origin,
    Professional.residence_country,
    Professional.reenter_unlimited,
    Professional.reenter_until,
    Professional.years_experience,
    Professional.credential_level,
    Professional.summary_sealed,
    Professional.stated_none,
)
_OCCUPATION = ("code", "title", "specialty", "years")
_SKILL = ("code", "phrase", "level")
_LANGUAGE = ("code", "cefr")
_QUALIFICATION = ("title", "country", "year")
_AVAILABILITY = ("starts_on", "ends_on")


def warm_keys(session: Session, whose: Whose) -> None:
    """Open the keys of all who are read next at once."""
    account = aliased(User)
    keys = select(account.key_id).join(Professional, Professional.user_id == account.id).where(whose)
    keyring_of(session).warm(session.scalars(keys).all())


def _group(
    session: Session,
    whose: Whose,
    model: type[claims.Claim],
    columns: tuple[str, ...],
    make: Callable[..., T],
) -> Grouped[T]:
    sealed = model.sealed_attributes()
    opened = [opener(session, sealed[column]) if column in sealed else None for column in columns]
    stored = (sealed[column].column if column in sealed else column for column in columns)
    statement: Select[Any] = (
        select(model.professional_id, model.id, *(getattr(model, column) for column in stored))
        .join(Professional, Professional.id == model.professional_id)
        .where(whose)
        .order_by(model.professional_id, model.id)
    )
    groups: dict[int, list[T]] = defaultdict(list)
    for professional_id, number, *values in session.execute(statement):
        plain = (
            value if open_it is None else open_it(number, value)
            for value, open_it in zip(values, opened, strict=True)
        )
        groups[professional_id].append(make(*plain))
    return {number: tuple(rows) for number, rows in groups.items()}


def decimal_of(number: int | None) -> float | None:
    """Give a number of years as the engine writes it."""
    return None if number is None else float(number)


def _occupation(code: str, title: str, specialty: str | None, years: int | None) -> HeldOccupation:
    return HeldOccupation(code, title, specialty, decimal_of(years))


def _skill(code: str | None, phrase: str, level: int | None) -> HeldSkill:
    return HeldSkill(known_skill(code), phrase, level)


def _free_periods(session: Session, whose: Whose, leaving_out: int | None) -> Grouped[Period]:
    stated = _group(session, whose, claims.Availability, _AVAILABILITY, Period)
    for number, stays in _stays(session, whose, leaving_out).items():
        if number in stated:
            stated[number] = without(stated[number], stays)
    return stated


def _stays(session: Session, whose: Whose, leaving_out: int | None) -> dict[int, list[Period]]:
    statement = (
        select(Placement.professional_id, Placement.starts_on, Placement.ends_on)
        .join(Professional, Professional.id == Placement.professional_id)
        .where(whose, Placement.holds_post, Placement.vacancy_id.is_distinct_from(leaving_out))
    )
    stays: dict[int, list[Period]] = defaultdict(list)
    for professional_id, *days in session.execute(statement):
        stays[professional_id].append(Period(*days))
    return stays


def _language(code: str, cefr: claims.Cefr | None) -> HeldLanguage:
    return HeldLanguage(code, cefr.value if cefr else None)


def _licences(session: Session, whose: Whose) -> Grouped[Licence]:
    verified = verified_licences(session, whose)
    statement = (
        select(
            claims.Licence.professional_id,
            claims.Licence.id,
            claims.Licence.country,
            claims.Licence.regulator_sealed,
            claims.Licence.status,
            claims.Licence.valid_until,
        )
        .join(Professional, Professional.id == claims.Licence.professional_id)
        .where(whose)
        .order_by(claims.Licence.professional_id, claims.Licence.id)
    )
    regulator_of = opener(session, claims.Licence.regulator)
    groups: dict[int, list[Licence]] = defaultdict(list)
    for professional_id, licence_id, country, regulator, status, valid_until in session.execute(statement):
        named = regulator_of(licence_id, regulator)
        groups[professional_id].append(
            Licence(country, named, status.value, valid_until, licence_id in verified)
        )
    return {number: tuple(rows) for number, rows in groups.items()}


def verified_licences(session: Session, whose: Whose) -> set[int]:
    """Give the numbers of the licences that somebody has confirmed."""
    # The latest complete check of each licence counts, unless the licence was changed later or it ended.
    latest = (
        select(func.max(claims.Verification.id))
        .join(claims.Licence)
        .join(Professional, Professional.id == claims.Licence.professional_id)
        .where(whose, claims.Verification.is_complete)
        .group_by(claims.Verification.licence_id)
    )
    ends = claims.Verification.expires_on
    confirmed = (
        select(claims.Verification.licence_id)
        .join(claims.Licence)
        .where(
            claims.Verification.id.in_(latest),
            claims.Verification.result == claims.VerificationResult.CONFIRMED,
            claims.Verification.checked_at >= claims.Licence.changed_at,
            or_(ends.is_(None), ends >= now().date()),
        )
    )
    return set(session.scalars(confirmed))


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def reentry_of(unlimited: bool | None, until: date | None) -> date | Literal["unlimited"] | None:  # noqa: FBT001
    """Give the right to come back as the engine writes it."""
    return "unlimited" if unlimited else until
