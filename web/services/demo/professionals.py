"""Made-up professionals, as rows ready to be written."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from web.folding import fold
from web.models.claims import Licence, Qualification, Verification
from web.models.professional import ConsentPurpose, Professional, ProfessionalStatus
from web.models.user import Role
from web.services.credential_levels import derive_credential_level
from web.services.demo.careers import (
    DrawnLicence,
    Row,
    draw_licences,
    draw_occupations,
    draw_qualifications,
    draw_skills,
    occupation_name,
)
from web.services.demo.chance import Shares
from web.services.demo.person import Person, draw_person
from web.services.demo.reference import Reference
from web.services.demo.sign_ins import DOMAIN, PROFESSIONAL
from web.services.demo.wishes import draw_availability, draw_languages, draw_wishes
from web.services.profiles import REFERENCE_LENGTH, REFERENCE_LETTERS

CONSENT_WORDING = "My profile may be compared with vacancies and shown to ministries without my name."
_STATUSES = Shares({ProfessionalStatus.ACTIVE: 88, ProfessionalStatus.DRAFT: 7, ProfessionalStatus.PAUSED: 5})
_SUMMARIES = {
    "en": "{title}, {years} years in the profession. I would like to work with colleagues at home.",
    "fr": "{title}, {years} ans de métier. Je souhaite travailler avec des collègues au pays.",
    "pt": "{title}, {years} anos de profissão. Gostaria de trabalhar com colegas no meu país.",
}
# No multiple of the number of letters, so that no two numbers share a reference.
_SCATTER = 367_199_891


@dataclass(frozen=True)
class DrawnProfessional:
    """One made-up professional: a row for each table, without the numbers the database gives."""

    user: Row
    professional: Row
    identity: Row
    occupations: list[Row]
    skills: list[Row]
    languages: list[Row]
    qualifications: list[Row]
    licences: list[DrawnLicence]
    availability: list[Row]
    consents: list[Row]


def draw_professional(
    number: int, *, seed: int, today: date, reference: Reference, password_hash: str
) -> DrawnProfessional:
    """Draw one professional; the same number and seed give the same one."""
    person = draw_person(number, seed=seed, today=today, reference=reference)
    status = ProfessionalStatus.ACTIVE if person.is_first else person.chance.draw(_STATUSES)
    is_draft = status == ProfessionalStatus.DRAFT
    signed_up = _noon(today) - timedelta(person.chance.randint(20, 500))
    qualifications = draw_qualifications(person)
    licences = [] if is_draft else draw_licences(person)
    return DrawnProfessional(
        user=_user(person, seed, password_hash, signed_up),
        professional=_professional(person, status, signed_up, licences, qualifications),
        identity={"given_name": person.given_name, "family_name": person.family_name, "phone": ""},
        occupations=draw_occupations(person),
        skills=[] if is_draft else draw_skills(person),
        languages=draw_languages(person),
        qualifications=qualifications,
        licences=licences,
        availability=[] if is_draft else draw_availability(person),
        consents=[] if is_draft else [_matching_consent(signed_up)],
    )


def _user(person: Person, seed: int, password_hash: str, signed_up: datetime) -> Row:
    words = "-".join(f"{_plain(person.given_name)} {_plain(person.family_name)}".split())
    email = PROFESSIONAL if person.is_first else f"{words}-{person.number}@{DOMAIN}"
    return {
        "email": email,
        "name": f"{person.given_name} {person.family_name}",
        "password": password_hash,
        "role": Role.PROFESSIONAL,
        "language": "en" if person.written == "en" else "fr",
        "active": True,
        "is_demo": True,
        "fs_uniquifier": hashlib.sha256(f"{seed} {email} {password_hash}".encode()).hexdigest()[:32],
        "confirmed_at": signed_up,
        "created_at": signed_up,
    }


@cache
def _plain(name: str) -> str:
    return fold(name)


def _professional(
    person: Person,
    status: ProfessionalStatus,
    signed_up: datetime,
    licences: list[DrawnLicence],
    qualifications: list[Row],
) -> Row:
    is_draft = status == ProfessionalStatus.DRAFT
    submitted = None if is_draft else signed_up + timedelta(days=1)
    stated_none = ["licences"] if not licences and person.chance.happens(0.5) else []
    return {
        "reference": _reference(person.number),
        "status": status,
        "language": person.written,
        "summary": _summary(person),
        "country_of_origin": person.country.code,
        "residence_country": None if is_draft and person.lacks(0.5) else person.residence,
        **draw_wishes(person),
        "years_experience": None if person.lacks(0.06) else person.years,
        "credential_level": _credential_level(person, licences, qualifications, stated_none),
        "stated_none": stated_none,
        "submitted_at": submitted,
        "reconfirmed_at": submitted,
        "created_at": signed_up,
    }


def _reference(number: int) -> str:
    """Scatter the numbers over all references, each to its own: drawing lots would repeat some."""
    rest = number * _SCATTER % len(REFERENCE_LETTERS) ** REFERENCE_LENGTH
    letters = ""
    for _ in range(REFERENCE_LENGTH):
        rest, at = divmod(rest, len(REFERENCE_LETTERS))
        letters += REFERENCE_LETTERS[at]
    return f"P-{letters}"


def _summary(person: Person) -> str:
    if person.lacks(0.6):
        return ""
    title = occupation_name(person.occupation.code, person.written)
    return _SUMMARIES[person.written].format(title=title, years=person.years)


def _credential_level(
    person: Person, licences: list[DrawnLicence], qualifications: list[Row], stated_none: list[str]
) -> int | None:
    """Ask the service, so that the demo cannot differ from what coordinators would see."""
    held = Professional(
        country_of_origin=person.country.code,
        stated_none=stated_none,
        licences=[_with_check(drawn, person.today) for drawn in licences],
        qualifications=[Qualification()] if qualifications else [],
    )
    return derive_credential_level(held, person.today)


def _with_check(drawn: DrawnLicence, today: date) -> Licence:
    """Give as much of a licence as its level depends on."""
    stated, check = drawn.licence, drawn.verification
    licence = Licence(
        country=stated["country"],
        status=stated["status"],
        valid_until=stated["valid_until"],
        changed_at=_noon(today),
    )
    if check:
        done = Verification(
            method=check["method"],
            result=check["result"],
            expires_on=check["expires_on"],
            checked_at=licence.changed_at,
            countersigned_at=licence.changed_at,
        )
        licence.verifications.append(done)
    return licence


def _matching_consent(signed_up: datetime) -> Row:
    return {"purpose": ConsentPurpose.MATCHING, "wording": CONSENT_WORDING, "given_at": signed_up}


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
