"""Who may know which words, said a second time and in another way than the policy says it.

One rule for each table; columns that fewer people may know have a rule of their own. A table without a rule
breaks the sweep: whoever adds one says here who may know what is in it.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from tests.security.tokens import NameInList, Words
from web.models.base import Base
from web.models.inventory import Kind
from web.models.placement import Placement
from web.models.professional import Consent, ConsentPurpose, Professional, ProfessionalStatus
from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyStatus

Rule = Callable[[User, Any], bool]
PUBLIC = (VacancyStatus.PUBLISHED,)


def may_know(reader: User | None, words: Words) -> bool:
    """Say whether somebody may be shown this text."""
    if words.column.kind == Kind.SECRET:
        return False
    rule = KNOWN_TO.get(words.place) or KNOWN_TO[words.column.table]
    if rule is everybody:
        return True
    if reader is not None and isinstance(words.row, User) and words.row.id == reader.id:
        return True  # also in the letter that says they are locked out, or erased
    if reader is None or not reader.active:
        return words.column.table in {"vacancy", "required_skill"} and _is_public(words)
    return rule(reader, words.row)


def _is_public(words: Words) -> bool:
    return words.place in ON_THE_NOTICE_BOARD and _vacancy_of(words.row).status in PUBLIC


def everybody(_reader: User, _row: Any) -> bool:
    """What hangs on the wall."""
    return True


def nobody(_reader: User, _row: Any) -> bool:
    """What only the machinery needs."""
    return False


def admins(reader: User, _row: Any) -> bool:
    """What concerns the running of the service."""
    return reader.role == Role.ADMIN


def self_and_admins(reader: User, row: User) -> bool:
    """An account is its owner's."""
    return reader.id == row.id or reader.role == Role.ADMIN


def name_of_account(reader: User, row: User) -> bool:
    """Coordinators know by name who is in their cases; a ministry knows its own people."""
    if self_and_admins(reader, row):
        return True
    if row.professional is not None:
        return name_of_person(reader, row.professional)
    if reader.role == Role.COORDINATOR:
        return row.role in {Role.COORDINATOR, Role.MINISTRY}
    return row.ministry_id is not None and row.ministry_id == reader.ministry_id


def email_of_account(reader: User, row: User) -> bool:
    """A ministry is told how to reach whoever has said yes to it."""
    person = row.professional
    return self_and_admins(reader, row) or (person is not None and _is_disclosed(reader, person))


def profile(reader: User, row: Any) -> bool:
    """What somebody states: their own, and coordinators' once it is sent."""
    person = person_of(row)
    on_roster = person.status != ProfessionalStatus.DRAFT
    return person.user_id == reader.id or (on_roster and reader.role == Role.COORDINATOR)


def name_of_person(reader: User, row: Any) -> bool:
    """Who somebody is: also the ministry's after their yes."""
    return profile(reader, row) or _is_disclosed(reader, person_of(row))


def _is_disclosed(reader: User, person: Professional) -> bool:
    allowed = select(Consent.id).where(
        Consent.professional_id == person.id,
        Consent.purpose == ConsentPurpose.DISCLOSURE,
        Consent.ministry_id == reader.ministry_id,
        Consent.withdrawn_at.is_(None),
    )
    return reader.ministry_id is not None and session_of(person).scalar(allowed) is not None


def own_and_coordinators(reader: User, row: Any) -> bool:
    """What coordinators note of somebody's papers."""
    return reader.role == Role.COORDINATOR and profile(reader, row)


def own_only(reader: User, row: Any) -> bool:
    """What nobody else has a use for."""
    return person_of(row).user_id == reader.id


def papers(reader: User, row: Any) -> bool:
    """A ministry sees, of whoever it knows, the papers that are marked for ministries."""
    if reader.role == Role.MINISTRY:
        return bool(row.for_ministries) and name_of_person(reader, row)
    return profile(reader, row)


def own_account(reader: User, row: Any) -> bool:
    """What opens somebody's account."""
    return bool(row.user_id == reader.id)


def ministry_and_coordinators(reader: User, row: Any) -> bool:
    """What a ministry tells the programme of its posts."""
    vacancy = _vacancy_of(row)
    handed_in = vacancy.status != VacancyStatus.DRAFT
    return vacancy.ministry_id == reader.ministry_id or (handed_in and vacancy.country in reader.countries)


def vacancy(reader: User, row: Any) -> bool:
    """A post: everybody's once it is published, and theirs who have a case there."""
    found = _vacancy_of(row)
    return ministry_and_coordinators(reader, row) or found.status in PUBLIC or _has_case(reader, found)


def _has_case(reader: User, found: Vacancy) -> bool:
    case = select(Placement.id).join(Placement.professional)
    query = case.where(Placement.vacancy_id == found.id, Professional.user_id == reader.id)
    return session_of(found).scalar(query) is not None


def name_in_case(reader: User, row: Placement | NameInList) -> bool:
    """What the ministry calls somebody: each vacancy has a name of its own, so no other ministry knows it."""
    return row.vacancy.ministry_id == reader.ministry_id


def words_of_proposal(reader: User, row: Placement) -> bool:
    """Why somebody who does not stand first: coordinators of the country."""
    return row.vacancy.country in reader.countries


def words_of_step(reader: User, row: Any) -> bool:
    """What was said on the way: the pages promise who reads it."""
    case = session_of(row).get_one(Placement, row.placement_id)
    if case.vacancy.country in reader.countries:
        return True
    if row.step == "cancel":
        return False
    if case.vacancy.ministry_id == reader.ministry_id:
        return True
    return row.step != "decline_as_ministry" and case.professional.user_id == reader.id


def readiness(reader: User, row: Any) -> bool:
    """What a ministry says of a place of its country."""
    country = row.facility.country
    own = reader.ministry is not None and reader.ministry.country == country
    return own or country in reader.countries


def office(reader: User, row: Any) -> bool:
    """How a ministry is reached."""
    return reader.ministry_id == row.id or reader.role in {Role.ADMIN, Role.COORDINATOR}


def recipient(reader: User, row: Any) -> bool:
    """Where a letter goes."""
    return admins(reader, row) or row.details.get("user_id") == reader.id


def person_of(row: Any) -> Professional:
    """Find whose row this is."""
    if isinstance(row, Professional):
        return row
    licence = getattr(row, "licence", None)
    return session_of(row).get_one(Professional, (licence or row).professional_id)


def _vacancy_of(row: Any) -> Vacancy:
    return row if isinstance(row, Vacancy) else session_of(row).get_one(Vacancy, row.vacancy_id)


def session_of(row: Base) -> Session:
    """Give the session a row is in."""
    session = object_session(row)
    assert session is not None
    return session


ON_THE_NOTICE_BOARD = frozenset(
    {"vacancy.title", "vacancy.description", "vacancy.benefits", "required_skill.phrase"}
)
KNOWN_TO: dict[str, Rule] = {
    "audit_entry": nobody,
    "audit_entry.reason": admins,
    "confirmed_wording": everybody,
    "consent": own_only,
    "document": papers,
    "facility": everybody,
    "held_occupation": profile,
    "held_skill": profile,
    "identity": name_of_person,
    "licence": profile,
    # It stands in the reasons of a case, once the ministry knows the person.
    "licence.regulator": name_of_person,
    "match.pseudonym": name_in_case,
    "ministry": everybody,
    "ministry.contact_email": office,
    "legal_hold": nobody,
    "outbox_message": nobody,
    "outbox_message.recipient": recipient,
    "passkey": own_account,
    "placement.choice_note": words_of_proposal,
    "placement.pseudonym": name_in_case,
    "placement_event": words_of_step,
    "professional": profile,
    "protected_facts": own_only,
    "qualification": profile,
    "readiness": readiness,
    "required_skill": vacancy,
    "user": self_and_admins,
    "user.email": email_of_account,
    "user.name": name_of_account,
    "vacancy": vacancy,
    "vacancy.budget_line": ministry_and_coordinators,
    "vacancy.local_candidates": ministry_and_coordinators,
    "vacancy_event": ministry_and_coordinators,
    "verification": own_and_coordinators,
}
