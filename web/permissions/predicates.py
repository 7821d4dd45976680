"""Small questions about a user and an object; each has one answer and no side effect."""

from web.models.base import now
from web.models.claims import Licence
from web.models.document import Document
from web.models.facility import Facility
from web.models.placement import Placement
from web.models.professional import ConsentPurpose, Professional, ProfessionalStatus
from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyStatus

Thing = Document | Facility | Licence | Placement | Professional | User | Vacancy | None


def is_professional(user: User, _thing: Thing) -> bool:
    """Say whether the user is a health worker."""
    return user.role == Role.PROFESSIONAL


def is_ministry_user(user: User, _thing: Thing) -> bool:
    """Say whether the user works for a ministry."""
    return user.role == Role.MINISTRY


def is_coordinator(user: User, _thing: Thing) -> bool:
    """Say whether the user is programme staff."""
    return user.role == Role.COORDINATOR


def is_admin(user: User, _thing: Thing) -> bool:
    """Say whether the user runs the service."""
    return user.role == Role.ADMIN


def is_own_account(user: User, thing: Thing) -> bool:
    """Say whether the account is the user's own."""
    return isinstance(thing, User) and thing.id == user.id


def is_own_profile(user: User, thing: Thing) -> bool:
    """Say whether the profile is the user's own."""
    return isinstance(thing, Professional) and thing.user_id == user.id


def is_open_vacancy(_user: User, thing: Thing) -> bool:
    """Say whether the vacancy is published."""
    return isinstance(thing, Vacancy) and thing.status == VacancyStatus.PUBLISHED


def is_vacancy_of_own_ministry(user: User, thing: Thing) -> bool:
    """Say whether the vacancy belongs to the user's ministry."""
    return isinstance(thing, Vacancy) and thing.ministry_id == user.ministry_id


def is_vacancy_in_own_countries(user: User, thing: Thing) -> bool:
    """Say whether the vacancy is in a country the coordinator works for."""
    return isinstance(thing, Vacancy) and thing.country in user.countries


def is_submitted_vacancy(_user: User, thing: Thing) -> bool:
    """Say whether the vacancy has left the ministry's desk: drafts are nobody else's business."""
    return isinstance(thing, Vacancy) and thing.status != VacancyStatus.DRAFT


def is_placement_of_self(user: User, thing: Thing) -> bool:
    """Say whether the case is the professional's own."""
    return isinstance(thing, Placement) and thing.professional.user_id == user.id


def is_placement_of_own_ministry(user: User, thing: Thing) -> bool:
    """Say whether the case is about a post of the user's ministry."""
    return isinstance(thing, Placement) and thing.vacancy.ministry_id == user.ministry_id


def is_placement_in_own_countries(user: User, thing: Thing) -> bool:
    """Say whether the case is in a country the coordinator works for."""
    return isinstance(thing, Placement) and thing.vacancy.country in user.countries


def is_facility_of_own_country(user: User, thing: Thing) -> bool:
    """Say whether the facility is in the country of the user's ministry."""
    return (
        isinstance(thing, Facility) and user.ministry is not None and thing.country == user.ministry.country
    )


def is_facility_in_own_countries(user: User, thing: Thing) -> bool:
    """Say whether the facility is in a country the coordinator works for."""
    return isinstance(thing, Facility) and thing.country in user.countries


def is_on_the_roster(_user: User, thing: Thing) -> bool:
    """Say whether the professional has submitted a profile, paused or not."""
    return isinstance(thing, Professional) and thing.status != ProfessionalStatus.DRAFT


def is_licence_on_the_roster(_user: User, thing: Thing) -> bool:
    """Say whether the licence belongs to somebody who has submitted a profile."""
    return isinstance(thing, Licence) and thing.professional.status != ProfessionalStatus.DRAFT


def is_own_document(user: User, thing: Thing) -> bool:
    """Say whether the paper is the user's own."""
    return isinstance(thing, Document) and thing.professional.user_id == user.id


def is_document_on_the_roster(_user: User, thing: Thing) -> bool:
    """Say whether the paper belongs to somebody who has submitted a profile."""
    return isinstance(thing, Document) and thing.professional.status != ProfessionalStatus.DRAFT


def is_document_for_ministries(_user: User, thing: Thing) -> bool:
    """Say whether its owner has marked the paper for ministries, and no other has taken its place."""
    return isinstance(thing, Document) and thing.for_ministries and thing.is_current


def is_document_of_somebody_disclosed(user: User, thing: Thing) -> bool:
    """Say whether the paper's owner has said yes to a vacancy of the user's ministry, and it counts today."""
    today = now().date()
    return isinstance(thing, Document) and any(
        consent.purpose == ConsentPurpose.DISCLOSURE
        and consent.ministry_id == user.ministry_id
        and consent.is_in_force(today)
        for consent in thing.professional.consents
    )
