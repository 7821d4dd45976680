"""What made-up professionals have learnt and done: occupations, skills, diplomas, licences."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from web.models.claims import LicenceStatus, VerificationMethod, VerificationResult
from web.services.demo.chance import Shares
from web.services.demo.person import Person
from web.services.vocabulary import is_skill, occupation_label, skill_label

Row = dict[str, Any]

_LEVELS = Shares({1: 1, 2: 4, 3: 5, 4: 2})
_STATUSES = Shares(
    {
        LicenceStatus.ACTIVE: 84,
        LicenceStatus.EXPIRED: 8,
        LicenceStatus.UNKNOWN: 7,
        LicenceStatus.SUSPENDED: 1,
    }
)
_METHODS = Shares(
    {
        VerificationMethod.REGISTER_LOOK_UP: 6,
        VerificationMethod.DOCUMENT_SEEN: 3,
        VerificationMethod.PRIMARY_SOURCE: 2,
    }
)
_SHARE_REGISTERED = {"allied": 0.6}
_USUALLY_REGISTERED = 0.85

# As some people write it, in words no list has.
_OWN_WORDS = {
    "en": ("Night shifts alone on call", "Working without running water", "Local languages with patients"),
    "fr": ("Gardes de nuit en autonomie", "Travail en zone isolée", "Langues locales avec les patients"),
    "pt": ("Trabalho em zonas isoladas", "Línguas locais com os doentes"),
}


@dataclass(frozen=True)
class DrawnLicence:
    """A licence, and its check by a coordinator where there was one."""

    licence: Row
    verification: Row | None


def draw_occupations(person: Person) -> list[Row]:
    """Draw what somebody is: the main occupation, and for some nurses also the general one."""
    held = person.occupation
    main = _occupation(held.code, held.specialty, person, person.years)
    if held.code.startswith("2221.") and person.chance.happens(0.3):
        return [main, _occupation("2221", None, person, max(person.years - 3, 0))]
    return [main]


def _occupation(code: str, specialty: str | None, person: Person, years: int) -> Row:
    title = occupation_name(code, person.written)
    return {
        "code": code,
        "title": title,
        "specialty": None if person.lacks(0.05) else specialty,
        "years": None if person.lacks(0.06) else years,
    }


@cache
def occupation_name(code: str, language: str) -> str:
    """Name an occupation with one word for women and men where the language has it."""
    return occupation_label(code, language)


@cache
def skill_name(code: str, language: str) -> str:
    """Name a skill; a code that the vocabulary does not have would be a mistake in our data."""
    assert is_skill(code), code
    return skill_label(code, language)


def draw_skills(person: Person) -> list[Row]:
    """Draw what somebody can do: most of their occupation's skills and some of their profession's."""
    if person.lacks(0.05):
        return []
    own, common = person.occupation.skills, person.occupation.profession.skills
    codes = dict.fromkeys(person.chance.some(own, (len(own) + 1) // 2, len(own)))
    codes |= dict.fromkeys(person.chance.some(common, 1, 5))
    rows = [
        {"code": code, "phrase": skill_name(code, person.written), "level": _level(person)} for code in codes
    ]
    if person.lacks(0.08):
        rows.append({"code": None, "phrase": person.chance.choice(_OWN_WORDS[person.written]), "level": None})
    return rows


def _level(person: Person) -> int | None:
    if person.lacks(0.1):
        return None
    return max(person.chance.draw(_LEVELS), 3 if person.is_first else 1)


def draw_qualifications(person: Person) -> list[Row]:
    """Draw the diplomas, usually from the country of origin."""
    if person.lacks(0.1):
        return []
    titles = person.occupation.profession.diplomas[person.written]
    graduated = person.today.year - person.years
    return [
        {
            "title": person.chance.choice(titles),
            "institution": "",
            "country": person.country.code if person.chance.happens(0.8) else person.residence,
            "year": None if person.lacks(0.1) else graduated - person.chance.randint(0, 2),
        }
    ]


def draw_licences(person: Person) -> list[DrawnLicence]:
    """Draw registrations: mostly where the person lives, for some at home as well."""
    share = _SHARE_REGISTERED.get(person.occupation.profession.name, _USUALLY_REGISTERED)
    if person.lacks(1 - share):
        return []
    countries = [person.residence]
    if not person.is_first and person.chance.happens(0.25):
        countries.append(person.country.code)
    return [_licence(person, country) for country in dict.fromkeys(countries)]


def _licence(person: Person, country: str) -> DrawnLicence:
    chance, profession = person.chance, person.occupation.profession
    status = LicenceStatus.ACTIVE if person.is_first else chance.draw(_STATUSES)
    regulator = profession.regulators.get(country, profession.regulator)
    days_left = chance.randint(200, 1100)
    if status == LicenceStatus.EXPIRED:
        days_left = -chance.randint(20, 900)
    licence = {
        "country": country,
        "regulator": regulator,
        "number": f"DEMO-{chance.randint(100_000, 999_999)}",
        "status": status,
        "valid_from": None,
        "valid_until": None if person.lacks(0.12) else person.today + timedelta(days_left),
    }
    is_checked = person.is_first or (status == LicenceStatus.ACTIVE and chance.happens(0.5))
    return DrawnLicence(licence, _verification(person, regulator) if is_checked else None)


def _verification(person: Person, regulator: str) -> Row:
    was_found = person.is_first or person.chance.happens(0.95)
    return {
        "method": person.chance.draw(_METHODS),
        "source": regulator,
        "result": VerificationResult.CONFIRMED if was_found else VerificationResult.NOT_CONFIRMED,
        "expires_on": person.today + timedelta(person.chance.randint(120, 700)),
        "note": "",
    }
