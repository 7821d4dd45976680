"""Users and the ministries some of them belong to."""

import uuid
from datetime import timedelta

import factory

from tests.factories.base import ModelFactory
from tests.support.accounts import password_hash
from web.models.base import now
from web.models.browser_session import Browser, BrowserSession, System
from web.models.ministry import Ministry
from web.models.user import CoordinatorCountry, Role, User


class MinistryFactory(ModelFactory):
    """A ministry of Ghana, unless told otherwise."""

    class Meta:
        model = Ministry

    name = factory.Sequence(lambda n: f"Ministry of Health {n + 1}")
    country = "GH"
    contact_email = factory.Sequence(lambda n: f"office{n + 1}@ministry.example")


class UserFactory(ModelFactory):
    """Somebody who has confirmed the address and can sign in with tests.support.accounts.PASSWORD."""

    class Meta:
        model = User

    name = factory.Sequence(lambda n: f"Ama Mensah {n + 1}")
    email = factory.Sequence(lambda n: f"person{n + 1}@people.example")
    password = factory.LazyFunction(password_hash)
    role = Role.PROFESSIONAL
    fs_uniquifier = factory.LazyFunction(lambda: uuid.uuid4().hex)
    confirmed_at = factory.LazyFunction(now)


class StaffFactory(UserFactory):
    """Somebody who works here for others, so with a second step: tests.support.codes gives its code."""

    class Meta:
        abstract = True

    second_factor_since = factory.LazyFunction(now)
    app = factory.RelatedFactory("tests.factories.second_factors.AuthenticatorFactory", "user")


class MinistryUserFactory(StaffFactory):
    """Somebody at a ministry."""

    role = Role.MINISTRY
    name = factory.Sequence(lambda n: f"Kofi Boateng {n + 1}")
    ministry = factory.SubFactory(MinistryFactory)


class CoordinatorFactory(StaffFactory):
    """Programme staff for Ghana, or for `countries`."""

    class Meta:
        exclude = ("countries",)

    role = Role.COORDINATOR
    name = factory.Sequence(lambda n: f"Awa Diop {n + 1}")
    countries = ("GH",)
    coordinator_countries = factory.LazyAttribute(
        lambda made: [CoordinatorCountry(country=country) for country in made.countries]
    )


class AdminFactory(StaffFactory):
    """Somebody who runs the service."""

    role = Role.ADMIN
    name = factory.Sequence(lambda n: f"Ines Correia {n + 1}")


class BrowserSessionFactory(ModelFactory):
    """A browser in which somebody signed in just now and stays so for as long as any test lasts."""

    class Meta:
        model = BrowserSession

    user = factory.SubFactory(UserFactory)
    id_hash = factory.LazyFunction(lambda: uuid.uuid4().hex * 2)
    device_hash = factory.LazyFunction(lambda: uuid.uuid4().hex * 2)
    browser = Browser.FIREFOX
    system = System.LINUX
    created_at = factory.LazyFunction(now)
    seen_at = factory.SelfAttribute("created_at")
    proved_at = factory.SelfAttribute("created_at")
    idle_ends_at = factory.LazyAttribute(lambda made: made.seen_at + timedelta(days=1))
    ends_at = factory.LazyAttribute(lambda made: made.created_at + timedelta(days=1))
