"""Whole situations: who is there, what belongs to whom, and how far each case has come.

Ministry A asks for people in Ghana, ministry B in Senegal; coordinator 1 works for Ghana and coordinator 2
for Senegal. Everything called `_a` is of the first side, everything called `_b` of the second.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.factories.base import bound_session
from tests.factories.documents import DocumentFactory
from tests.factories.facilities import FacilityFactory, ReadinessFactory
from tests.factories.people import (
    AdminFactory,
    BrowserSessionFactory,
    CoordinatorFactory,
    MinistryFactory,
    MinistryUserFactory,
    UserFactory,
)
from tests.factories.placements import PlacementFactory
from tests.factories.professionals import (
    ActiveProfessionalFactory,
    LicenceFactory,
    VerificationFactory,
)
from tests.factories.records import ConfirmedWordingFactory, OutboxMessageFactory
from tests.factories.second_factors import AuthenticatorFactory, PasskeyFactory, RecoveryCodeFactory
from tests.factories.vacancies import PublishedVacancyFactory
from tests.support.codes import KEPT_CODE
from tests.support.days import LAST_YEAR
from tests.support.kept import make_once
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.models.claims import Licence, Verification, VerificationMethod
from web.models.document import Document
from web.models.facility import Facility
from web.models.ministry import Ministry
from web.models.placement import HOLDS_POST, Placement, PlacementStatus
from web.models.professional import Professional, ProfessionalStatus
from web.models.second_factor import Passkey
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.models.wording import ConfirmedWording
from web.services.pseudonyms import pseudonym_for
from web.services.recovery_codes import hash_code

UNPUBLISHED = frozenset({VacancyStatus.DRAFT, VacancyStatus.SUBMITTED, VacancyStatus.RETURNED})
CASES = (
    PlacementStatus.PROPOSED,
    PlacementStatus.AGREED,
    PlacementStatus.APPROVED,
    PlacementStatus.DECLINED,
)
# When posts were held, so that the other cases stand in nobody's way.
LONG_OVER = {"starts_on": date(LAST_YEAR, 1, 1), "ends_on": date(LAST_YEAR, 6, 30)}


@dataclass
class Side:
    """One ministry and all that belongs to it, with the coordinator and the professional of its cases."""

    ministry: Ministry
    ministry_user: User
    coordinator: User
    second_coordinator: User
    facility: Facility
    professional: Professional
    vacancies: dict[VacancyStatus, Vacancy]
    placements: dict[PlacementStatus, Placement]
    wording: ConfirmedWording
    browser_session: BrowserSession
    passkey: Passkey
    document: Document

    @property
    def vacancy(self) -> Vacancy:
        """The published one."""
        return self.vacancies[VacancyStatus.PUBLISHED]

    @property
    def placement(self) -> Placement:
        """The proposed one."""
        return self.placements[PlacementStatus.PROPOSED]

    @property
    def pseudonym(self) -> str:
        """What the ministry calls the professional among the candidates of the published vacancy."""
        return pseudonym_for(
            bound_session(), vacancy_id=self.vacancy.id, professional_id=self.professional.id
        )


@dataclass
class Scene:
    """Two sides, those who belong to neither, and a facility that waits for a coordinator's yes."""

    a: Side
    b: Side
    admin: User
    suspended: User
    demoted: User
    newcomer: User
    invited: User
    drafting: Professional
    paused: Professional
    quiet: Professional
    half_way: User
    moving: User
    waiting_facility: Facility


def make_scene() -> Scene:
    """Make both sides and everybody else; where nobody is yet, as they were made the first time."""
    return make_once(bound_session(), _make_scene)


def _make_scene() -> Scene:
    long_ago = now() - timedelta(days=700)
    scene = Scene(
        a=make_side("GH"),
        b=make_side("SN"),
        admin=AdminFactory(),
        suspended=CoordinatorFactory(countries=("GH",), active=False),
        demoted=CoordinatorFactory(countries=("GH",)),
        newcomer=UserFactory(),
        invited=MinistryUserFactory(password=None, confirmed_at=None, invited_at=now()),
        drafting=ActiveProfessionalFactory(status=ProfessionalStatus.DRAFT, submitted_at=None),
        paused=ActiveProfessionalFactory(status=ProfessionalStatus.PAUSED),
        quiet=ActiveProfessionalFactory(submitted_at=long_ago),
        half_way=make_guarded(),
        moving=UserFactory(new_email="new.address@people.example"),
        waiting_facility=ReadinessFactory(facility__country="GH").facility,
    )
    OutboxMessageFactory(user=scene.newcomer)
    bound_session().commit()
    return scene


def make_guarded() -> User:
    """Make a professional who may take any second step there is, and has kept a recovery code."""
    user = UserFactory(second_factor_since=now(), codes_by_mail_since=now())
    PasskeyFactory(user=user)
    AuthenticatorFactory(user=user)
    RecoveryCodeFactory(user=user, code_hash=hash_code(user, KEPT_CODE))
    return user


def make_side(country: str) -> Side:
    """Make a ministry with a vacancy in every state, and a professional with a case in several."""
    writer = MinistryUserFactory(ministry=MinistryFactory(country=country))
    facility = make_ready_facility(country, attested_by=writer)
    coordinator = CoordinatorFactory(countries=(country,))
    professional = make_verified_professional()
    make_waiting_check(professional.licences[-1], checked_by=CoordinatorFactory(countries=(country,)))
    vacancies = {status: make_vacancy(status, facility=facility, writer=writer) for status in VacancyStatus}
    cases = {
        status: make_case(
            status,
            vacancy=make_vacancy(VacancyStatus.PUBLISHED, facility=facility, writer=writer),
            professional=professional,
            proposed_by=coordinator,
        )
        for status in CASES
    }
    bound_session().expire(professional)
    return Side(
        ministry=writer.ministry,
        ministry_user=writer,
        coordinator=coordinator,
        second_coordinator=CoordinatorFactory(countries=(country,)),
        facility=facility,
        professional=professional,
        vacancies=vacancies,
        placements=cases,
        wording=ConfirmedWordingFactory(country=country),
        browser_session=BrowserSessionFactory(user=professional.user),
        passkey=PasskeyFactory(user=professional.user),
        document=DocumentFactory(professional=professional, for_ministries=True),
    )


def make_vacancy(status: VacancyStatus, *, facility: Facility, writer: User) -> Vacancy:
    """Make a vacancy in one state."""
    published_at = None if status in UNPUBLISHED else now()
    return PublishedVacancyFactory(
        status=status,
        published_at=published_at,
        ministry=writer.ministry,
        facility=facility,
        created_by=writer,
    )


def make_ready_facility(country: str, *, attested_by: User) -> Facility:
    """Make a facility that a coordinator has found ready."""
    facility = FacilityFactory(country=country)
    ReadinessFactory(
        facility=facility,
        attested_by=attested_by,
        confirmed_by_id=CoordinatorFactory(countries=(country,)).id,
        confirmed_at=now(),
    )
    return facility


def make_case(
    status: PlacementStatus, *, vacancy: Vacancy, professional: Professional, proposed_by: User
) -> Placement:
    """Make a case in one state, with the consent that a professional's yes brings."""
    return PlacementFactory(
        status=status,
        vacancy=vacancy,
        professional=professional,
        proposed_by=proposed_by,
        **(LONG_OVER if status in HOLDS_POST else {}),
    )


def make_approvable(vacancy: Vacancy, professional: Professional, *, proposed_by: User) -> Placement:
    """Make an agreed case with nothing in the way of its approval by somebody else."""
    return PlacementFactory(
        status=PlacementStatus.AGREED,
        vacancy=vacancy,
        professional=professional,
        proposed_by=proposed_by,
        starts_on=vacancy.earliest_start,
        ends_on=vacancy.latest_start,
    )


def make_waiting_check(licence: Licence, *, checked_by: User) -> Verification:
    """Make a check that a second coordinator has yet to sign; the one before counts meanwhile."""
    return VerificationFactory(
        licence=licence, method=VerificationMethod.PRIMARY_SOURCE, checked_by=checked_by
    )


def make_verified_professional(**attributes: object) -> Professional:
    """Make a professional with a licence that a coordinator has confirmed."""
    professional = ActiveProfessionalFactory(**attributes)
    VerificationFactory(licence=LicenceFactory(professional=professional))
    return professional
