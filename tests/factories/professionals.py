"""Health workers and what they state about themselves."""

from datetime import date

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import CoordinatorFactory, MinistryUserFactory, UserFactory
from tests.support.days import NEXT_YEAR
from web.models.base import now
from web.models.claims import (
    Availability,
    Cefr,
    HeldOccupation,
    HeldSkill,
    Licence,
    LicenceReminder,
    LicenceStatus,
    Qualification,
    SpokenLanguage,
    Verification,
    VerificationAcceptance,
    VerificationMethod,
    VerificationResult,
)
from web.models.professional import (
    Consent,
    ConsentPurpose,
    Identity,
    Mode,
    PoolRevision,
    Professional,
    ProfessionalStatus,
)
from web.models.protected_facts import ProtectedFacts, Sex


class ProfessionalFactory(ModelFactory):
    """Somebody who has just begun: an empty draft with a name."""

    class Meta:
        model = Professional

    user = factory.SubFactory(UserFactory)
    reference = factory.Sequence(lambda n: f"P-{n + 1:06d}")
    identity = factory.RelatedFactory("tests.factories.professionals.IdentityFactory", "professional")


class ClaimFactory(ModelFactory):
    """A row of a professional; `professional` may be given, else there is a new one."""

    class Meta:
        abstract = True
        exclude = ("professional",)

    professional = factory.SubFactory(ProfessionalFactory)
    professional_id = factory.LazyAttribute(lambda made: made.professional.id)


class IdentityFactory(ModelFactory):
    class Meta:
        model = Identity

    professional = factory.SubFactory(ProfessionalFactory, identity=None)
    given_name = "Ama"
    family_name = factory.Sequence(lambda n: f"Mensah-{n + 1}")
    phone = factory.Sequence(lambda n: f"+44 20 7946 {n + 1:04d}")


class HeldOccupationFactory(ClaimFactory):
    """A midwife."""

    class Meta:
        model = HeldOccupation

    code = "2222"
    title = "Midwife"
    years = 9


class HeldSkillFactory(ClaimFactory):
    class Meta:
        model = HeldSkill

    code = "emergency_obstetric_care"
    phrase = "Emergency obstetric and newborn care"
    level = 3


class SpokenLanguageFactory(ClaimFactory):
    class Meta:
        model = SpokenLanguage

    code = "en"
    cefr = Cefr.C1


class QualificationFactory(ClaimFactory):
    class Meta:
        model = Qualification

    title = "BSc Midwifery"
    institution = "University of Leeds"
    country = "GB"
    year = 2012


class LicenceFactory(ClaimFactory):
    class Meta:
        model = Licence
        exclude = ()

    professional_id = None
    country = "GB"
    regulator = "Nursing and Midwifery Council"
    number = factory.Sequence(lambda n: f"{n + 1:02d}A1234E")
    status = LicenceStatus.ACTIVE
    valid_from = date(2013, 1, 1)
    valid_until = date(NEXT_YEAR + 4, 12, 31)


class VerificationFactory(ModelFactory):
    class Meta:
        model = Verification

    licence = factory.SubFactory(LicenceFactory)
    method = VerificationMethod.REGISTER_LOOK_UP
    source = "Public register of the regulator"
    result = VerificationResult.CONFIRMED
    checked_by = factory.SubFactory(CoordinatorFactory)
    checked_at = factory.LazyFunction(now)


class VerificationAcceptanceFactory(ModelFactory):
    """A ministry that takes over a check."""

    class Meta:
        model = VerificationAcceptance
        exclude = ("verification", "user")

    verification = factory.SubFactory(VerificationFactory)
    verification_id = factory.SelfAttribute("verification.id")
    user = factory.SubFactory(MinistryUserFactory)
    ministry_id = factory.SelfAttribute("user.ministry_id")
    accepted_by_id = factory.SelfAttribute("user.id")


class LicenceReminderFactory(ModelFactory):
    """The first letter about a licence."""

    class Meta:
        model = LicenceReminder
        exclude = ("licence",)

    licence = factory.SubFactory(LicenceFactory)
    licence_id = factory.SelfAttribute("licence.id")
    ends_on = factory.SelfAttribute("licence.valid_until")
    days = 90


class ProtectedFactsFactory(ClaimFactory):
    """What somebody answered to three questions that decide nothing."""

    class Meta:
        model = ProtectedFacts

    sex = Sex.FEMALE
    birth_year = 1985
    nationality = "GH"


class AvailabilityFactory(ClaimFactory):
    class Meta:
        model = Availability

    starts_on = date(NEXT_YEAR, 2, 1)


class ConsentFactory(ModelFactory):
    class Meta:
        model = Consent

    professional = factory.SubFactory(ProfessionalFactory)
    purpose = ConsentPurpose.MATCHING
    wording = "My profile may be matched with vacancies."


class ActiveProfessionalFactory(ProfessionalFactory):
    """A midwife whose profile is complete and submitted; it moves the pool's revision."""

    status = ProfessionalStatus.ACTIVE
    submitted_at = factory.LazyFunction(now)
    country_of_origin = "GH"
    residence_country = "GB"
    reenter_unlimited = True
    modes = factory.LazyFunction(lambda: [Mode.TEMPORARY, Mode.PERMANENT, Mode.REMOTE])
    max_weeks = 52
    preferred_countries = factory.LazyFunction(lambda: ["GH", "SN"])
    years_experience = 9
    credential_level = 2
    summary = "Ran a labour ward of twelve beds."

    @factory.post_generation
    def claims(made, create, extracted, **kwargs):  # noqa: N805
        """Add one of each claim, and the number that tells the pool something is new."""
        session = ProfessionalFactory._meta.sqlalchemy_session_factory()
        session.flush()
        for claim in (
            HeldOccupationFactory,
            HeldSkillFactory,
            SpokenLanguageFactory,
            QualificationFactory,
            LicenceFactory,
            AvailabilityFactory,
            ConsentFactory,
        ):
            claim(professional=made)
        pool = session.get_one(PoolRevision, 1)
        pool.revision += 1
        made.revision = pool.revision
        session.flush()
        session.expire(made)
