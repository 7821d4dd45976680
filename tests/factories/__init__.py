"""One factory for each model, and scenes of several; all add to the session of the running test."""

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
from tests.factories.placements import (
    CandidateVersionFactory,
    MatchFactory,
    PlacementEventFactory,
    PlacementFactory,
    RankingFactory,
    RankingViewFactory,
)
from tests.factories.professionals import (
    ActiveProfessionalFactory,
    AvailabilityFactory,
    ConsentFactory,
    HeldOccupationFactory,
    HeldSkillFactory,
    IdentityFactory,
    LicenceFactory,
    ProfessionalFactory,
    QualificationFactory,
    SpokenLanguageFactory,
    VerificationFactory,
)
from tests.factories.records import (
    AuditEntryFactory,
    AuditSealFactory,
    ConfirmedWordingFactory,
    OutboxMessageFactory,
    SubmissionFactory,
    TryCountFactory,
)
from tests.factories.second_factors import (
    AuthenticatorFactory,
    MailedCodeFactory,
    PasskeyFactory,
    RecoveryCodeFactory,
    SpentChallengeFactory,
)
from tests.factories.vacancies import PublishedVacancyFactory, VacancyEventFactory, VacancyFactory

__all__ = [
    "ActiveProfessionalFactory",
    "AdminFactory",
    "AuditEntryFactory",
    "AuditSealFactory",
    "AuthenticatorFactory",
    "AvailabilityFactory",
    "BrowserSessionFactory",
    "CandidateVersionFactory",
    "ConfirmedWordingFactory",
    "ConsentFactory",
    "CoordinatorFactory",
    "DocumentFactory",
    "FacilityFactory",
    "HeldOccupationFactory",
    "HeldSkillFactory",
    "IdentityFactory",
    "LicenceFactory",
    "MailedCodeFactory",
    "MatchFactory",
    "MinistryFactory",
    "MinistryUserFactory",
    "OutboxMessageFactory",
    "PasskeyFactory",
    "PlacementEventFactory",
    "PlacementFactory",
    "ProfessionalFactory",
    "PublishedVacancyFactory",
    "QualificationFactory",
    "RankingFactory",
    "RankingViewFactory",
    "ReadinessFactory",
    "RecoveryCodeFactory",
    "SpentChallengeFactory",
    "SpokenLanguageFactory",
    "SubmissionFactory",
    "TryCountFactory",
    "UserFactory",
    "VacancyEventFactory",
    "VacancyFactory",
    "VerificationFactory",
]
