"""Readiness: stated by the ministry, confirmed by a coordinator, and confirmed anew after each change."""

import pytest

from tests.factories import CoordinatorFactory, FacilityFactory, MinistryUserFactory, ReadinessFactory
from web.models.facility import Light
from web.services.errors import StaleError
from web.services.facilities import (
    NOT_ATTESTED,
    AlreadyConfirmedError,
    NotConfirmerError,
    NoteMissingError,
    attest_readiness,
    confirm_readiness,
)

pytestmark = pytest.mark.usefixtures("database")

GREEN = {"equipment": Light.GREEN, "people": Light.GREEN, "money": Light.GREEN}


@pytest.fixture
def actor(session):
    return MinistryUserFactory()


def test_statement_waits_for_confirmation(session, actor):
    facility = FacilityFactory()
    readiness = attest_readiness(
        session, facility=facility, actor=actor, expected_version=NOT_ATTESTED, note="", **GREEN
    )
    assert facility.readiness is readiness
    assert not readiness.is_ready
    confirm_readiness(
        session, readiness=readiness, actor=CoordinatorFactory(), expected_version=readiness.version
    )
    assert readiness.is_ready


def test_change_ends_the_confirmation(session, actor):
    readiness = ReadinessFactory()
    confirm_readiness(
        session, readiness=readiness, actor=CoordinatorFactory(), expected_version=readiness.version
    )
    answers = {**GREEN, "money": Light.RED}
    attest_readiness(
        session,
        facility=readiness.facility,
        actor=actor,
        expected_version=readiness.version,
        note="The grant has ended.",
        **answers,
    )
    assert (readiness.confirmed_by_id, readiness.confirmed_at, readiness.is_ready) == (None, None, False)


def test_what_is_not_green_needs_words(session, actor):
    with pytest.raises(NoteMissingError):
        attest_readiness(
            session,
            facility=FacilityFactory(),
            actor=actor,
            expected_version=NOT_ATTESTED,
            note="",
            **{**GREEN, "people": Light.AMBER},
        )


def test_form_opened_before_a_colleague_saved_is_stale(session, actor):
    readiness = ReadinessFactory()
    for version in (NOT_ATTESTED, readiness.version + 1):
        with pytest.raises(StaleError):
            attest_readiness(
                session,
                facility=readiness.facility,
                actor=actor,
                expected_version=version,
                note="",
                **GREEN,
            )


def test_only_a_coordinator_of_the_country_confirms_once_and_what_they_saw(session, actor):
    readiness = ReadinessFactory()
    for stranger in (actor, CoordinatorFactory(countries=("SN",))):
        with pytest.raises(NotConfirmerError):
            confirm_readiness(
                session, readiness=readiness, actor=stranger, expected_version=readiness.version
            )
    coordinator = CoordinatorFactory()
    with pytest.raises(StaleError):
        confirm_readiness(
            session, readiness=readiness, actor=coordinator, expected_version=readiness.version + 1
        )
    confirm_readiness(session, readiness=readiness, actor=coordinator, expected_version=readiness.version)
    with pytest.raises(AlreadyConfirmedError):
        confirm_readiness(session, readiness=readiness, actor=coordinator, expected_version=readiness.version)
