"""What is done to an account is told to its owner."""

import pytest
from sqlalchemy import select

from tests.factories import AdminFactory, CoordinatorFactory, MinistryFactory
from web.models.outbox import Message, OutboxMessage
from web.models.user import Role
from web.services.account_notices import Notice
from web.services.accounts import change_user, reinstate_user, suspend_user


@pytest.fixture
def admin():
    return AdminFactory()


@pytest.fixture
def user():
    return CoordinatorFactory(countries=("GH",))


def told(session, user):
    queued = select(OutboxMessage).where(OutboxMessage.message == Message.ACCOUNT_NOTICE)
    return [each.details["notice"] for each in session.scalars(queued) if each.details["user_id"] == user.id]


def change(session, admin, user, **changes):
    kept = {"name": user.name, "role": user.role, "ministry": None, "countries": sorted(user.countries)}
    change_user(session, actor=admin, user=user, expected_version=user.version, **(kept | changes))


def test_suspension_and_its_end(session, admin, user):
    suspend_user(session, actor=admin, user=user, reason="Left.")
    reinstate_user(session, actor=admin, user=user)
    assert told(session, user) == [Notice.SUSPENDED, Notice.REINSTATED]


@pytest.mark.parametrize("countries", [["GH", "SN"], ["SN"]])
def test_other_countries(session, admin, user, countries):
    change(session, admin, user, countries=countries)
    assert told(session, user) == [Notice.ROLE_CHANGED]


def test_another_role(session, admin, user):
    change(session, admin, user, role=Role.MINISTRY, ministry=MinistryFactory())
    assert told(session, user) == [Notice.ROLE_CHANGED]


def test_another_name_is_no_news(session, admin, user):
    change(session, admin, user, name="Awa Diop-Ndiaye")
    assert told(session, user) == []
