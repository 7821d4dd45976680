"""A coordinator's answer to a paper: what it changes, whom it reaches, and what is refused."""

import pytest
from sqlalchemy import select

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    DocumentFactory,
    MinistryUserFactory,
)
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.document import DocumentAnswer, DocumentFault
from web.models.outbox import Message, OutboxMessage
from web.queries.document_queues import DocumentQueue, count_documents_to_answer
from web.services.documents import (
    AlreadyReplacedError,
    FaultMissingError,
    NotAnswererError,
    answer_document,
    answer_state,
)
from web.services.errors import StaleError

pytestmark = pytest.mark.usefixtures("database")

BETTER = {"answer": DocumentAnswer.BETTER_NEEDED, "fault": DocumentFault.INCOMPLETE}


@pytest.fixture
def document(session):
    return DocumentFactory(professional=ActiveProfessionalFactory())


@pytest.fixture
def coordinator(session):
    return CoordinatorFactory()


def letters(session):
    query = select(OutboxMessage).where(OutboxMessage.message == Message.DOCUMENT_BETTER_NEEDED)
    return list(session.scalars(query))


def test_answer_is_kept_with_who_and_when(session, document, coordinator):
    answer_document(session, actor=coordinator, document=document, answer=DocumentAnswer.ACCEPTED)
    session.expire_all()
    assert (document.answer, document.fault, document.answered_by) == ("accepted", None, coordinator)
    assert document.answered_at is not None
    assert letters(session) == []


def test_who_has_to_send_a_better_one_is_told_why(session, document, coordinator, read_mail):
    answer_document(session, actor=coordinator, document=document, **BETTER, note="Page 2 is cut off")
    session.commit()
    assert document.answer_note == "Page 2 is cut off"
    (letter,) = read_mail()
    assert letter["To"] == document.professional.user.email
    words = letter.get_body(("plain",)).get_content()
    assert "Pages or parts are missing" in words
    assert "/professional/profile/documents" in words
    assert document.name not in words


def test_acceptance_takes_back_what_was_wrong(session, document, coordinator):
    answer_document(session, actor=coordinator, document=document, **BETTER)
    answer_document(
        session, actor=coordinator, document=document, answer=DocumentAnswer.ACCEPTED, fault="incomplete"
    )
    assert (document.answer, document.fault) == ("accepted", None)


def test_queues_follow_the_answer(session, document, coordinator):
    def counts():
        return count_documents_to_answer(session, visible_to=coordinator)

    assert counts()[DocumentQueue.WAITING] == 1
    answer_document(session, actor=coordinator, document=document, **BETTER)
    assert (counts()[DocumentQueue.WAITING], counts()[DocumentQueue.BETTER_NEEDED]) == (0, 1)
    document.replaced_at = now()
    session.flush()
    assert not any(counts().values())


def test_audit_has_codes_and_not_a_word(session, document, coordinator):
    answer_document(session, actor=coordinator, document=document, **BETTER, note="Ama's name is cut off")
    entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "document.answer")).one()
    assert (entry.actor_id, entry.object_id) == (coordinator.id, document.id)
    assert entry.details == {"answer": "better_needed", "fault": "incomplete"}
    assert entry.reason == ""


def test_answer_of_a_colleague_is_read_before_the_next(session, document, coordinator):
    state = answer_state(document)
    answer_document(session, actor=CoordinatorFactory(), document=document, **BETTER)
    with pytest.raises(StaleError):
        answer_document(
            session,
            actor=coordinator,
            document=document,
            answer=DocumentAnswer.ACCEPTED,
            expected_state=state,
        )
    assert document.answer == "better_needed"


def test_paper_that_was_replaced_is_answered_no_more(session, document, coordinator):
    document.replaced_at = now()
    session.flush()
    with pytest.raises(AlreadyReplacedError):
        answer_document(session, actor=coordinator, document=document, **BETTER)


def test_better_one_is_not_asked_for_without_saying_why(session, document, coordinator):
    with pytest.raises(FaultMissingError) as refused:
        answer_document(session, actor=coordinator, document=document, answer=DocumentAnswer.BETTER_NEEDED)
    assert refused.value.field == "fault"


def test_only_coordinators_answer(session, document):
    for actor in (MinistryUserFactory(), document.professional.user):
        with pytest.raises(NotAnswererError):
            answer_document(session, actor=actor, document=document, **BETTER)
