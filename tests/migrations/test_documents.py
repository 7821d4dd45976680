"""Migration 0015 with profiles that were there before it, and papers sent after it."""

import pytest
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.factories import ActiveProfessionalFactory, DocumentFactory
from tests.support.dump import dump
from web import schema
from web.models.document import Document
from web.models.professional import Professional


@pytest.fixture
def documents(database: Engine, session: Session) -> list[Document]:
    """Two papers of two people; one takes the place of a third."""
    made = [DocumentFactory(professional=ActiveProfessionalFactory()) for _ in range(2)]
    DocumentFactory(
        professional=made[0].professional, replaced_by_id=made[0].id, replaced_at=made[0].uploaded_at
    )
    session.commit()
    return made


def test_everything_else_stays_as_it_is(database: Engine, session: Session, documents):
    before = dump(database, without={"document"})
    session.close()
    schema.downgrade(database, "0014")
    schema.upgrade(database)
    assert dump(database, without={"document"}) == before
    assert len(before["professional"]) == len(documents)
    assert session.scalar(select(func.count(Document.id))) == 0


def test_rows_go_with_their_person_and_with_the_paper_after_them(session: Session, documents):
    first, second = documents
    session.execute(delete(Document).where(Document.id == first.id))
    (left,) = session.scalars(select(Document).where(Document.id.not_in([first.id, second.id])))
    session.refresh(left)
    assert left.replaced_by_id is None
    session.execute(delete(Professional).where(Professional.id == second.professional_id))
    assert session.scalars(select(Document.id)).all() == [left.id]


@pytest.mark.parametrize("changes", [{"size": 0}, {"replaced_by_id": "own"}])
def test_impossible_rows_are_refused(session: Session, documents, changes):
    fixed = {name: documents[0].id if value == "own" else value for name, value in changes.items()}
    with pytest.raises(IntegrityError):
        DocumentFactory(professional=documents[0].professional, **fixed)


def test_no_file_belongs_to_two_rows(session: Session, documents):
    with pytest.raises(IntegrityError):
        DocumentFactory(professional=documents[1].professional, key=documents[0].key)
