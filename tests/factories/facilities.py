"""Places to be posted to."""

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import MinistryUserFactory
from web.models.base import now
from web.models.facility import Facility, Light, Readiness
from web.queries.facility_words import facility_search_text


class FacilityFactory(ModelFactory):
    """A district hospital in Ghana."""

    class Meta:
        model = Facility

    country = "GH"
    region = "Ashanti"
    name = factory.Sequence(lambda n: f"Kumasi District Hospital {n + 1}")
    kind = "District hospital"
    ownership = "Public"
    latitude = 6.69
    longitude = -1.62
    source = "tests"
    source_key = factory.Sequence(lambda n: f"line-{n + 1}")
    search_text = factory.LazyAttribute(
        lambda made: facility_search_text(name=made.name, kind=made.kind, region=made.region)
    )


class ReadinessFactory(ModelFactory):
    """A facility that says it can receive somebody; nobody has confirmed it yet."""

    class Meta:
        model = Readiness

    facility = factory.SubFactory(FacilityFactory)
    equipment = Light.GREEN
    people = Light.GREEN
    money = Light.AMBER
    note = "The second incubator arrives in May."
    attested_by = factory.SubFactory(MinistryUserFactory)
    attested_at = factory.LazyFunction(now)
