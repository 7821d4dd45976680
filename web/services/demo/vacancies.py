"""Made-up vacancies at real hospitals, in every state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from web.models.claims import Cefr
from web.models.facility import Facility
from web.models.professional import Mode
from web.models.user import User
from web.models.vacancy import (
    Purpose,
    RequiredLanguage,
    RequiredSkill,
    RequirementKind,
    Vacancy,
    VacancyEvent,
    VacancyStatus,
)
from web.services.demo.accounts import DemoStaff
from web.services.demo.careers import occupation_name, skill_name
from web.services.demo.chance import Chance, Shares, chance_of
from web.services.demo.reference import DemoCountry, DemoOccupation, Reference
from web.services.vocabulary import specialty_label

_S = VacancyStatus
# What becomes of each vacancy, over and over. Closed ones lie in the past; people served there.
_FATES = (
    *(_S.PUBLISHED, _S.PUBLISHED, _S.SUBMITTED, _S.PUBLISHED, _S.DRAFT, _S.PUBLISHED, _S.CLOSED),
    *(_S.PUBLISHED, _S.RETURNED, _S.PUBLISHED, _S.PAUSED, _S.PUBLISHED, _S.PUBLISHED, _S.SUBMITTED),
    *(_S.PUBLISHED, _S.CLOSED, _S.PUBLISHED, _S.CANCELLED, _S.PUBLISHED, _S.PUBLISHED),
)
_PATHS: Mapping[VacancyStatus, Sequence[VacancyStatus]] = {
    _S.DRAFT: (_S.DRAFT,),
    _S.SUBMITTED: (_S.DRAFT, _S.SUBMITTED),
    _S.RETURNED: (_S.DRAFT, _S.SUBMITTED, _S.RETURNED),
    _S.CANCELLED: (_S.DRAFT, _S.SUBMITTED, _S.CANCELLED),
    _S.PUBLISHED: (_S.DRAFT, _S.SUBMITTED, _S.PUBLISHED),
    _S.PAUSED: (_S.DRAFT, _S.SUBMITTED, _S.PUBLISHED, _S.PAUSED),
    _S.CLOSED: (_S.DRAFT, _S.SUBMITTED, _S.PUBLISHED, _S.CLOSED),
}
_BY_COORDINATORS = frozenset({_S.PUBLISHED, _S.RETURNED})
# The ministry that visitors sign in as has one of nearly everything.
_AT_HOME = frozenset({1, 2, 3, 5, 7, 9, 11})
_HOME = "GH"

_MODES = Shares({Mode.TEMPORARY: 76, Mode.PERMANENT: 11, Mode.REMOTE: 13})
_WEEKS = Shares({2: 2, 3: 2, 4: 5, 6: 5, 8: 4, 12: 5, 26: 2, 52: 1})
_PURPOSES = Shares({Purpose.SERVICE: 75, Purpose.TEACHING: 18, Purpose.EMERGENCY: 7})
_WORKING_LEVEL = Shares({Cefr.B1: 3, Cefr.B2: 6, Cefr.C1: 1})
_WEEKS_STILL_GOING_ON = 30
# Posts that were filled before were for what there is most of.
_FILLED_BEFORE = ("2221", "2211", "2222")
_NO_LICENCE = frozenset({"1342.3", "2131.1", "2149"})


@dataclass(frozen=True)
class _Order:
    """What one vacancy is drawn from."""

    number: int
    chance: Chance
    country: DemoCountry
    facility: Facility
    occupation: DemoOccupation
    fate: VacancyStatus
    now: datetime
    texts: Mapping[str, Any]


def draw_vacancy(
    number: int,
    *,
    seed: int,
    now: datetime,
    reference: Reference,
    staff: DemoStaff,
    places: Mapping[str, Sequence[Facility]],
) -> Vacancy:
    """Draw one vacancy with what it asks for and its history."""
    chance = chance_of(seed, "vacancy", number)
    code = chance.draw(reference.origins)
    country = reference.countries[_HOME if number in _AT_HOME else code]
    fate = _FATES[(number - 1) % len(_FATES)]
    occupation = chance.draw(reference.asked_occupations)
    if fate == _S.CLOSED or number == 1:
        occupation = reference.occupation("2222" if number == 1 else chance.choice(_FILLED_BEFORE))
    order = _Order(
        number=number,
        chance=chance,
        country=country,
        facility=chance.choice(places[country.code]),
        occupation=occupation,
        fate=fate,
        now=now,
        texts=reference.vacancy_texts[country.written],
    )
    vacancy = Vacancy(
        ministry=staff.ministries[country.code],
        created_by=staff.officers[country.code],
        **_post(order),
        **_time(order),
        **_conditions(order),
        languages=_languages(order),
        skills=_skills(order),
    )
    _add_history(vacancy, order, staff.officers[country.code], staff.coordinators[country.code][0])
    return vacancy


def _post(order: _Order) -> dict[str, Any]:
    occupation, language = order.occupation, order.country.written
    purpose = Purpose.SERVICE if order.number == 1 else order.chance.draw(_PURPOSES)
    title = occupation_name(occupation.code, language)
    if occupation.specialty and occupation.code == "2212":
        title = f"{title}, {specialty_label(occupation.specialty, language)}"
    return {
        "facility": order.facility,
        "country": order.country.code,
        "language": language,
        "title": title,
        "occupation": occupation.code,
        "specialty": occupation.specialty,
        "purpose": purpose,
        "teaching": purpose == Purpose.TEACHING or order.chance.happens(0.2),
        "posts": order.chance.choice((1, 1, 1, 2, 2, 3)),
        "min_years_experience": order.chance.choice((0, 1, 2, 2, 3, 5)),
        "licence_required": occupation.code not in _NO_LICENCE and order.chance.happens(0.85),
    }


def _time(order: _Order) -> dict[str, Any]:
    chance, today = order.chance, order.now.date()
    is_past = order.fate == _S.CLOSED
    mode = Mode.TEMPORARY if order.number == 1 or is_past else chance.draw(_MODES)
    weeks = 6 if order.number == 1 else chance.draw(_WEEKS)
    if is_past:
        # About every other one is still going on today.
        weeks = _WEEKS_STILL_GOING_ON if order.number % 2 else min(weeks, 8)
        earliest = today - timedelta(days=chance.randint(130, 150))
    else:
        earliest = today + timedelta(days=chance.randint(25, 190))
    return {
        "mode": mode,
        "earliest_start": earliest,
        "latest_start": earliest + timedelta(weeks=chance.randint(4, 14)),
        "duration_weeks": None if mode == Mode.PERMANENT else weeks,
    }


def _conditions(order: _Order) -> dict[str, Any]:
    chance, texts = order.chance, order.texts
    is_funded = order.fate == _S.CLOSED or chance.happens(0.8)
    budget: date = order.now.date()
    return {
        "description": chance.choice(texts["description"]),
        "benefits": chance.choice(texts["benefits"]),
        "local_candidates": chance.choice(texts["local_candidates"]),
        "funded": is_funded,
        "budget_line": texts["budget"].format(year=budget.year, number=order.number) if is_funded else "",
    }


def _languages(order: _Order) -> list[RequiredLanguage]:
    chance, country = order.chance, order.country
    level = Cefr.B1 if order.fate == _S.CLOSED else chance.draw(_WORKING_LEVEL)
    asked = [RequiredLanguage(code=country.languages[0], min_cefr=level, required=True)]
    wished = (*country.languages[1:], *country.spoken)
    if wished and chance.happens(0.4):
        asked.append(RequiredLanguage(code=chance.choice(wished), min_cefr=Cefr.B1, required=False))
    return asked


def _skills(order: _Order) -> list[RequiredSkill]:
    chance, occupation = order.chance, order.occupation
    codes = chance.some(occupation.skills, 5, 7)
    rows = []
    for place, code in enumerate(codes):
        is_must = place < 2 + order.number % 2
        rows.append(
            RequiredSkill(
                kind=RequirementKind.MUST_HAVE if is_must else RequirementKind.DESIRABLE,
                code=code,
                phrase=skill_name(code, order.country.written),
                min_level=chance.choice((None, 2, 2, 3)) if is_must else None,
                indispensable=place == 0 and chance.happens(0.12),
            )
        )
    return rows


def _add_history(vacancy: Vacancy, order: _Order, officer: User, coordinator: User) -> None:
    """Walk the vacancy along its path; the last step lies some days back."""
    path = _PATHS[order.fate]
    first = order.now - timedelta(days=260 if order.fate == _S.CLOSED else 8 * len(path) + order.number % 9)
    before: VacancyStatus | None = None
    for place, status in enumerate(path):
        at = first + timedelta(days=6 * place)
        if status == _S.CLOSED:
            at = order.now - timedelta(days=3)
        if status == _S.PUBLISHED:
            vacancy.published_at = at
        vacancy.events.append(
            VacancyEvent(
                from_status=before,
                to_status=status,
                actor=coordinator if status in _BY_COORDINATORS else officer,
                at=at,
                comment=order.texts.get(status.value, ""),
            )
        )
        before = status
    vacancy.status = order.fate
    vacancy.created_at = first
