"""Use cases about ministries, on both databases."""

import pytest
from sqlalchemy import select

from tests.factories import AdminFactory, MinistryFactory, VacancyFactory
from web.models.audit import AuditEntry
from web.services.errors import StaleError
from web.services.ministries import (
    MinistryCountryFixedError,
    MinistryNameTakenError,
    change_ministry,
    create_ministry,
)

pytestmark = pytest.mark.usefixtures("database")

MALI = {"name": "Ministère de la Santé du Mali", "country": "ML", "contact_email": "office@sante.example"}


def change(session, ministry, **changes):
    details = {
        "expected_version": ministry.version,
        "name": ministry.name,
        "country": ministry.country,
        "contact_email": ministry.contact_email,
    }
    change_ministry(session, actor=AdminFactory(), ministry=ministry, **{**details, **changes})


def test_making_one_is_written_down(session):
    ministry = create_ministry(session, actor=AdminFactory(), **MALI)
    entry = session.scalar(select(AuditEntry))
    assert (entry.action, entry.kind, entry.object_id) == ("ministry.create", "ministry", ministry.id)


def test_each_name_is_given_once(session):
    create_ministry(session, actor=AdminFactory(), **MALI)
    with pytest.raises(MinistryNameTakenError):
        create_ministry(session, actor=AdminFactory(), **MALI)


def test_renaming_to_a_name_in_use_is_refused(session):
    taken, other = MinistryFactory(), MinistryFactory()
    with pytest.raises(MinistryNameTakenError) as refused:
        change(session, other, name=taken.name)
    assert refused.value.field == "name"


def test_country_stays_once_there_is_a_vacancy(session):
    ministry = MinistryFactory(country="GH")
    change(session, ministry, country="SN")
    assert ministry.country == "SN"
    VacancyFactory(ministry=ministry)
    with pytest.raises(MinistryCountryFixedError) as refused:
        change(session, ministry, country="GH")
    assert refused.value.field == "country"
    change(session, ministry, name="Another name")
    assert ministry.name == "Another name"


def test_stale_change_is_refused(session):
    ministry = MinistryFactory()
    with pytest.raises(StaleError):
        change(session, ministry, expected_version=ministry.version + 1, name="Another name")
