"""Migration 0018 with papers and checks that were there before it."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.factories import ActiveProfessionalFactory, DocumentFactory, VerificationFactory
from tests.support.dump import dump
from web import schema
from web.models.claims import VerificationResult
from web.models.document import Document, DocumentAnswer, DocumentFault

ADDED = {
    "document": {"answer", "fault", "answer_note_sealed", "answered_by_id", "answered_at"},
    "verification": {"difference", "disagreed_by_id", "disagreed_at", "disagreement_sealed"},
}


def test_papers_and_checks_stay_and_wait_for_answers(database: Engine, session: Session):
    DocumentFactory(professional=ActiveProfessionalFactory())
    VerificationFactory(result=VerificationResult.NOT_CONFIRMED)
    session.commit()
    before = dump(database)
    session.close()
    schema.downgrade(database, "0017")
    with database.connect() as connection:
        for table, columns in ADDED.items():
            stored = connection.execute(text(f"SELECT * FROM {table}")).mappings().one()
            assert columns.isdisjoint(stored)
    schema.upgrade(database)
    assert dump(database) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": DocumentAnswer.ACCEPTED},
        {"answer": DocumentAnswer.ACCEPTED, "fault": DocumentFault.UNREADABLE, "answered_at": "sent"},
        {"answer": DocumentAnswer.BETTER_NEEDED, "answered_at": "sent"},
        {"fault": DocumentFault.UNREADABLE},
        {"answered_at": "sent"},
    ],
)
@pytest.mark.usefixtures("database")
def test_impossible_answers_are_refused(session: Session, wrong):
    document: Document = DocumentFactory(professional=ActiveProfessionalFactory())
    for name, value in wrong.items():
        setattr(document, name, document.uploaded_at if value == "sent" else value)
    with pytest.raises(IntegrityError):
        session.flush()


@pytest.mark.usefixtures("database")
def test_nobody_signs_and_disagrees(session: Session):
    check = VerificationFactory()
    check.countersigned_at = check.disagreed_at = check.checked_at
    with pytest.raises(IntegrityError):
        session.flush()
