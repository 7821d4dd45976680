"""A check with the regulator counts once a second coordinator has signed it; ministries take checks over."""

from datetime import timedelta

import pytest
from sqlalchemy import select

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
    VerificationAcceptance,
    VerificationMethod,
    VerificationResult,
)
from web.queries.licences import LicenceQueue, count_licences
from web.services.matching import current_pool
from web.services.verifications import (
    DisagreementMissingError,
    NothingToSignError,
    NotVerifierError,
    SameVerifierError,
    accept_verification,
    countersign_verification,
    disagree_with_verification,
    verify_licence,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def licence(session):
    return ActiveProfessionalFactory(credential_level=None).licences[0]


@pytest.fixture
def first(session):
    return CoordinatorFactory()


@pytest.fixture
def second(session):
    return CoordinatorFactory()


@pytest.fixture
def check(session, licence, first):
    return verify_licence(
        session,
        actor=first,
        licence=licence,
        method=VerificationMethod.PRIMARY_SOURCE,
        source="Letter of the council",
        result=VerificationResult.CONFIRMED,
    )


def counts(session, licence, reader):
    """Say whether the check counts, everywhere alike: licence, queue, level, lists."""
    session.commit()
    session.expire_all()
    queues = count_licences(session, visible_to=reader)
    said = {
        licence.latest_verification is not None,
        queues[LicenceQueue.VERIFIED] == 1,
        queues[LicenceQueue.TO_SIGN] == 0,
        licence.professional.credential_level is not None,
        current_pool(session).pool.get(str(licence.professional_id)).licences[0].verified,
    }
    assert len(said) == 1
    return said.pop()


def test_it_counts_with_the_second_signature_and_not_before(session, licence, check, second):
    assert not counts(session, licence, second)
    assert licence.waiting_verification is check
    countersign_verification(session, actor=second, licence=licence, verification_id=check.id)
    assert counts(session, licence, second)
    assert licence.waiting_verification is None
    assert (check.countersigned_by, now() - check.countersigned_at < timedelta(minutes=1)) == (second, True)
    assert session.scalars(select(AuditEntry.action)).all().count("licence.countersign") == 1


def test_check_before_counts_meanwhile(session, licence, first, second):
    before = VerificationFactory(licence=licence)
    waiting = VerificationFactory(licence=licence, method=VerificationMethod.PRIMARY_SOURCE, checked_by=first)
    session.refresh(licence)
    assert licence.latest_verification is before
    countersign_verification(session, actor=second, licence=licence, verification_id=waiting.id)
    assert licence.latest_verification is waiting


def test_whoever_checked_cannot_sign(session, licence, check, first):
    with pytest.raises(SameVerifierError):
        countersign_verification(session, actor=first, licence=licence, verification_id=check.id)


def test_only_coordinators_sign(session, licence, check):
    with pytest.raises(NotVerifierError):
        countersign_verification(
            session, actor=MinistryUserFactory(), licence=licence, verification_id=check.id
        )


def test_second_signature_is_refused(session, licence, check, second):
    countersign_verification(session, actor=second, licence=licence, verification_id=check.id)
    with pytest.raises(NothingToSignError):
        countersign_verification(
            session, actor=CoordinatorFactory(), licence=licence, verification_id=check.id
        )


def test_licence_that_changed_meanwhile_is_not_signed(session, licence, check, second):
    licence.changed_at = now()
    session.flush()
    with pytest.raises(NothingToSignError):
        countersign_verification(session, actor=second, licence=licence, verification_id=check.id)


def disagree(session, licence, check, actor, why="The letter names another person"):
    return disagree_with_verification(
        session, actor=actor, licence=licence, verification_id=check.id, why=why
    )


def test_check_a_colleague_disagrees_with_never_counts(session, licence, check, first, second):
    disagree(session, licence, check, second)
    session.commit()
    session.expire_all()
    assert (licence.latest_verification, licence.waiting_verification) == (None, None)
    assert (check.disagreed_by, check.disagreement) == (second, "The letter names another person")
    for reader in (first, second):
        assert count_licences(session, visible_to=reader)[LicenceQueue.TO_VERIFY] == 1
    with pytest.raises(NothingToSignError):
        countersign_verification(
            session, actor=CoordinatorFactory(), licence=licence, verification_id=check.id
        )
    (act,) = session.scalars(select(AuditEntry).where(AuditEntry.action == "licence.disagree"))
    assert (act.actor_id, act.details, act.reason) == (second.id, {"verification": check.id}, "")


def test_own_check_is_not_disagreed_with_nor_without_a_word(session, licence, check, first, second):
    with pytest.raises(SameVerifierError):
        disagree(session, licence, check, first)
    with pytest.raises(DisagreementMissingError):
        disagree(session, licence, check, second, why="  ")
    with pytest.raises(NotVerifierError):
        disagree(session, licence, check, MinistryUserFactory())
    assert licence.waiting_verification is check


def test_check_waits_with_others_for_whoever_made_it(session, licence, check, first, second):
    def queues_of(reader):
        counts = count_licences(session, visible_to=reader)
        return {queue for queue, count in counts.items() if count}

    assert queues_of(first) == {LicenceQueue.WITH_COLLEAGUE}
    assert queues_of(second) == {LicenceQueue.TO_SIGN}
    licence.changed_at = now()
    session.flush()
    assert queues_of(first) == queues_of(second) == {LicenceQueue.TO_VERIFY}


def test_person_is_told_with_the_second_signature_and_not_before(session, licence, first, second, read_mail):
    check = verify_licence(
        session,
        actor=first,
        licence=licence,
        method=VerificationMethod.PRIMARY_SOURCE,
        source="Letter of the council",
        result=VerificationResult.NOT_CONFIRMED,
        difference=Difference.STATUS,
    )
    session.commit()
    assert read_mail() == []
    countersign_verification(session, actor=second, licence=licence, verification_id=check.id)
    session.commit()
    assert "another status" in read_mail()[0].get_body(("plain",)).get_content()


def test_ministry_takes_a_check_over_once(session, licence):
    check, official = VerificationFactory(licence=licence), MinistryUserFactory()
    for _ in range(2):
        accept_verification(session, actor=official, verification=check)
    accept_verification(session, actor=MinistryUserFactory(), verification=check)
    accepted = session.scalars(select(VerificationAcceptance)).all()
    assert len(accepted) == 2
    assert (accepted[0].ministry_id, accepted[0].accepted_by_id) == (official.ministry_id, official.id)


def test_who_is_of_no_ministry_takes_nothing_over(session, licence, first):
    with pytest.raises(NotVerifierError):
        accept_verification(session, actor=first, verification=VerificationFactory(licence=licence))
