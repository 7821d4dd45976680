"""Recording a check of a licence: what it changes, and what is refused."""

from datetime import timedelta

import pytest
from sqlalchemy import delete, func, select

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    MinistryUserFactory,
    VerificationFactory,
)
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.claims import (
    Difference,
    Licence,
    LicenceStatus,
    Verification,
    VerificationMethod,
    VerificationResult,
)
from web.models.professional import PoolRevision
from web.services.claims.licences import LicenceFacts, change_licence
from web.services.errors import StaleError
from web.services.verifications import (
    CheckOutlivesLicenceError,
    DifferenceMissingError,
    ExpiryPassedError,
    NotVerifierError,
    SourceMissingError,
    licence_state,
    verify_licence,
)

pytestmark = pytest.mark.usefixtures("database")

CHECK = {
    "method": VerificationMethod.REGISTER_LOOK_UP,
    "source": "Register of the council",
    "result": VerificationResult.CONFIRMED,
}
NOT_CONFIRMED = CHECK | {"result": VerificationResult.NOT_CONFIRMED, "difference": Difference.NUMBER}


@pytest.fixture
def licence(session):
    return ActiveProfessionalFactory(credential_level=None).licences[0]


@pytest.fixture
def coordinator(session):
    return CoordinatorFactory()


def test_check_is_recorded_with_who_how_and_when(session, licence, coordinator):
    day = now().date() + timedelta(days=200)
    check = verify_licence(
        session, actor=coordinator, licence=licence, **CHECK, expires_on=day, note="Seen twice"
    )
    session.expire_all()
    assert licence.latest_verification is check
    assert (check.checked_by, check.source, check.expires_on, check.note) == (
        coordinator,
        "Register of the council",
        day,
        "Seen twice",
    )
    assert now() - check.checked_at < timedelta(minutes=1)


def test_check_gives_the_level_and_reaches_the_rankings(session, licence, coordinator):
    before = session.get_one(PoolRevision, 1).revision
    verify_licence(session, actor=coordinator, licence=licence, **CHECK)
    session.expire_all()
    assert licence.professional.credential_level == 2
    assert licence.professional.revision == session.get_one(PoolRevision, 1).revision == before + 1


def test_licence_that_is_not_confirmed_leaves_the_qualification(session, licence, coordinator):
    check = verify_licence(session, actor=coordinator, licence=licence, **NOT_CONFIRMED)
    assert licence.professional.credential_level == 3
    assert check.difference == Difference.NUMBER


def test_whose_licence_was_not_confirmed_is_told_what_differs(session, licence, coordinator, read_mail):
    verify_licence(session, actor=coordinator, licence=licence, **NOT_CONFIRMED, note="Ask Mr Owusu")
    session.commit()
    (letter,) = read_mail()
    words = letter.get_body(("plain",)).get_content()
    assert letter["To"] == licence.professional.user.email
    assert "The regulator has another number for you." in words
    assert "/professional/profile/licences" in words
    assert "Owusu" not in words
    assert licence.number not in words


def test_nobody_is_told_of_a_confirmed_licence(session, licence, coordinator, read_mail):
    verify_licence(session, actor=coordinator, licence=licence, **CHECK, difference=Difference.NAME)
    session.commit()
    assert licence.latest_verification.difference is None
    assert read_mail() == []


def test_what_differs_has_to_be_said(session, licence, coordinator):
    with pytest.raises(DifferenceMissingError) as refused:
        verify_licence(session, actor=coordinator, licence=licence, **NOT_CONFIRMED | {"difference": None})
    assert refused.value.field == "difference"


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (1, False)])
def test_check_counts_no_longer_than_the_licence(session, licence, coordinator, days, allowed):
    last = licence.valid_until + timedelta(days=days)
    if allowed:
        verify_licence(session, actor=coordinator, licence=licence, **CHECK, expires_on=last)
        return
    with pytest.raises(CheckOutlivesLicenceError) as refused:
        verify_licence(session, actor=coordinator, licence=licence, **CHECK, expires_on=last)
    assert refused.value.field == "expires_on"


def test_check_is_in_the_audit_with_codes_only(session, licence, coordinator):
    check = verify_licence(session, actor=coordinator, licence=licence, **CHECK, note="Ama Mensah told me")
    entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "licence.verify")).one()
    assert (entry.actor_id, entry.kind, entry.object_id) == (coordinator.id, "licence", licence.id)
    assert entry.details == {
        "verification": check.id,
        "method": "register_look_up",
        "result": "confirmed",
        "level": 2,
    }


def test_changing_the_licence_ends_its_check_and_the_level(session, licence, coordinator):
    verify_licence(session, actor=coordinator, licence=licence, **CHECK)
    professional = licence.professional
    change_licence(
        session,
        user=professional.user,
        licence=licence,
        expected_version=professional.version,
        facts=LicenceFacts("GB", "Another council", "7", LicenceStatus.ACTIVE, None, None),
    )
    assert licence.latest_verification is None
    assert professional.credential_level is None


def test_changed_licence_is_not_confirmed_unseen(session, licence, coordinator):
    state = licence_state(licence)
    licence.number, licence.changed_at = "another", now()
    session.flush()
    with pytest.raises(StaleError):
        verify_licence(session, actor=coordinator, licence=licence, **CHECK, expected_state=state)
    assert not session.scalar(select(func.count(Verification.id)))


def test_check_of_a_colleague_is_read_before_the_next(session, licence, coordinator):
    state = licence_state(licence)
    VerificationFactory(licence=licence, result=VerificationResult.NOT_CONFIRMED)
    with pytest.raises(StaleError):
        verify_licence(session, actor=coordinator, licence=licence, **CHECK, expected_state=state)


def test_licence_removed_meanwhile_is_refused(session, licence, coordinator):
    session.execute(
        delete(Licence).where(Licence.id == licence.id).execution_options(synchronize_session=False)
    )
    with pytest.raises(StaleError):
        verify_licence(session, actor=coordinator, licence=licence, **CHECK)


def test_check_that_has_ended_already_is_refused(session, licence, coordinator):
    yesterday = now().date() - timedelta(days=1)
    with pytest.raises(ExpiryPassedError) as refused:
        verify_licence(session, actor=coordinator, licence=licence, **CHECK, expires_on=yesterday)
    assert refused.value.field == "expires_on"


def test_check_without_a_source_is_refused(session, licence, coordinator):
    with pytest.raises(SourceMissingError):
        verify_licence(session, actor=coordinator, licence=licence, **CHECK | {"source": "  "})


def test_only_coordinators_check(session, licence):
    for actor in (MinistryUserFactory(), licence.professional.user):
        with pytest.raises(NotVerifierError):
            verify_licence(session, actor=actor, licence=licence, **CHECK)
