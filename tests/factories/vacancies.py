"""Requests for people."""

from datetime import date

import factory

from tests.factories.base import ModelFactory
from tests.factories.facilities import FacilityFactory
from tests.factories.people import MinistryFactory, MinistryUserFactory
from tests.support.days import NEXT_YEAR
from web.models.base import now
from web.models.claims import Cefr
from web.models.professional import Mode
from web.models.vacancy import (
    RequiredLanguage,
    RequiredSkill,
    RequirementKind,
    Vacancy,
    VacancyEvent,
    VacancyStatus,
)


class VacancyFactory(ModelFactory):
    """A complete draft for one midwife in Ghana for half a year."""

    class Meta:
        model = Vacancy

    ministry = factory.SubFactory(MinistryFactory)
    country = factory.LazyAttribute(lambda made: made.ministry.country)
    facility = factory.SubFactory(FacilityFactory, country=factory.SelfAttribute("..country"))
    created_by = factory.SubFactory(MinistryUserFactory, ministry=factory.SelfAttribute("..ministry"))
    language = "en"
    title = "Midwife for the labour ward"
    occupation = "2222"
    mode = Mode.TEMPORARY
    earliest_start = date(NEXT_YEAR, 3, 1)
    latest_start = date(NEXT_YEAR, 5, 31)
    duration_weeks = 26
    posts = 1
    min_years_experience = 3
    description = "Night and day shifts on a ward of twelve beds."
    benefits = "Housing and travel."
    funded = True
    budget_line = "Programme budget"
    local_candidates = "The post was open for local candidates for two months."


class PublishedVacancyFactory(VacancyFactory):
    """The same, published, with one language and one skill asked for."""

    status = VacancyStatus.PUBLISHED
    published_at = factory.LazyFunction(now)
    languages = factory.LazyFunction(lambda: [RequiredLanguage(code="en", min_cefr=Cefr.B2, required=True)])
    skills = factory.LazyFunction(
        lambda: [
            RequiredSkill(
                kind=RequirementKind.MUST_HAVE,
                code="emergency_obstetric_care",
                phrase="Emergency obstetric and newborn care",
                min_level=2,
                indispensable=False,
            )
        ]
    )


class VacancyEventFactory(ModelFactory):
    class Meta:
        model = VacancyEvent
        exclude = ("vacancy",)

    vacancy = factory.SubFactory(VacancyFactory)
    vacancy_id = factory.LazyAttribute(lambda made: made.vacancy.id)
    from_status = VacancyStatus.DRAFT
    to_status = VacancyStatus.SUBMITTED
    actor = factory.SelfAttribute("vacancy.created_by")
