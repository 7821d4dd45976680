"""Papers: kept, replaced, shown, removed and handed out; what is undone leaves no file behind."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from tests.factories import DocumentFactory, LicenceFactory, ProfessionalFactory, QualificationFactory
from web.inspection import FileKind, Good, Refusal
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.document import Document, DocumentCategory
from web.services.documents import (
    AlreadyReplacedError,
    DocumentFacts,
    DocumentLostError,
    NotOwnClaimError,
    TooManyDocumentsError,
    add_document,
    forget_replaced_documents,
    keeping,
    open_document,
    record_refusal,
    remove_document,
    replace_document,
    settle_files,
    show_to_ministries,
    sweep_documents,
    undo_files,
)
from web.services.documents.files import read_file, store_of

pytestmark = pytest.mark.usefixtures("database")

PAPER = b"%PDF-1.7 a licence"


@pytest.fixture
def session(session: Session) -> Session:
    """The test's session, with the listeners that the app's has."""
    event.listen(session, "after_commit", settle_files)
    event.listen(session, "after_rollback", undo_files)
    return session


def good(content: bytes = PAPER) -> Good:
    return Good(FileKind.PDF, 1, content, hashlib.sha256(content).hexdigest())


def facts(**changes) -> DocumentFacts:
    return DocumentFacts(**{"category": DocumentCategory.LICENCE, "name": "Licence 2026", **changes})


def acts(session: Session) -> list[str]:
    query = select(AuditEntry.action).where(AuditEntry.action.startswith("document."))
    return list(session.scalars(query.order_by(AuditEntry.id)))


def files(session: Session) -> set[str]:
    return set(store_of(session).list_keys())


def test_document_is_kept_with_its_file(session):
    user = ProfessionalFactory().user
    document = add_document(session, user=user, file=good(), facts=facts())
    session.commit()
    assert read_file(session, document) == PAPER
    assert (document.size, document.pages, document.kind) == (len(PAPER), 1, "pdf")
    assert not document.for_ministries
    assert acts(session) == ["document.add"]


def test_what_is_rolled_back_leaves_no_file(session):
    user = ProfessionalFactory().user
    session.commit()
    before = files(session)
    add_document(session, user=user, file=good(), facts=facts())
    assert files(session) > before
    session.rollback()
    assert files(session) == before


def test_part_that_is_rolled_back_takes_no_file_along(session):
    user = ProfessionalFactory().user
    document = add_document(session, user=user, file=good(), facts=facts())
    nested = session.begin_nested()
    nested.rollback()
    with session.begin_nested():
        pass
    session.commit()
    assert read_file(session, document) == PAPER


def test_file_goes_with_the_commit_that_removes_its_row(session):
    document = DocumentFactory()
    user = document.professional.user
    session.commit()
    remove_document(session, user=user, document=document)
    with session.begin_nested():
        pass
    assert document.key in files(session)
    session.rollback()
    assert document.key in files(session)
    remove_document(session, user=user, document=session.get_one(Document, document.id))
    session.commit()
    assert document.key not in files(session)
    assert session.get(Document, document.id) is None


def test_another_file_takes_the_place_and_the_old_one_stays(session):
    licence = LicenceFactory(professional=ProfessionalFactory())
    user = licence.professional.user
    old = add_document(
        session, user=user, file=good(), facts=facts(licence_id=licence.id, for_ministries=True)
    )
    newer = replace_document(session, user=user, document=old, file=good(b"%PDF better"), name="Better")
    session.commit()
    session.expire_all()
    assert (old.replaced_by_id, old.is_current, old.for_ministries) == (newer.id, False, False)
    assert (newer.licence_id, newer.category, newer.for_ministries) == (licence.id, "licence", True)
    assert read_file(session, old) == PAPER
    with pytest.raises(AlreadyReplacedError):
        replace_document(session, user=user, document=old, file=good(), name="Too late")
    with pytest.raises(AlreadyReplacedError):
        show_to_ministries(session, user=user, document=old, shown=True)


def test_removed_file_frees_the_one_it_replaced(session):
    user = ProfessionalFactory().user
    old = add_document(session, user=user, file=good(), facts=facts())
    newer = replace_document(session, user=user, document=old, file=good(), name="Better")
    session.commit()
    remove_document(session, user=user, document=newer)
    session.commit()
    session.expire_all()
    assert old.replaced_by_id is None
    assert not old.is_current


def test_paper_supports_only_an_entry_of_the_same_profile(session):
    user, foreign = ProfessionalFactory().user, LicenceFactory(professional=ProfessionalFactory())
    diploma = QualificationFactory()
    for claim in ({"licence_id": foreign.id}, {"qualification_id": diploma.id}):
        with pytest.raises(NotOwnClaimError):
            add_document(session, user=user, file=good(), facts=facts(**claim))


def test_paper_stays_when_the_entry_it_supports_is_removed(session):
    professional = ProfessionalFactory()
    licence = LicenceFactory(professional=professional)
    document = add_document(session, user=professional.user, file=good(), facts=facts(licence_id=licence.id))
    session.commit()
    session.delete(licence)
    session.commit()
    session.expire_all()
    assert document.licence_id is None


@pytest.mark.parametrize(("name", "most"), [("MOST_DOCUMENTS", 1), ("MOST_BYTES", len(PAPER) + 1)])
def test_nobody_keeps_more_than_their_share(session, monkeypatch, name, most):
    monkeypatch.setattr(keeping, name, most)
    user = ProfessionalFactory().user
    add_document(session, user=user, file=good(), facts=facts())
    with pytest.raises(TooManyDocumentsError):
        add_document(session, user=user, file=good(), facts=facts())
    add_document(session, user=ProfessionalFactory().user, file=good(), facts=facts())


def test_showing_to_ministries_is_the_persons_act(session):
    document = DocumentFactory()
    user = document.professional.user
    for shown in (True, True, False):
        show_to_ministries(session, user=user, document=document, shown=shown)
    assert acts(session) == ["document.show_to_ministries", "document.hide_from_ministries"]


def test_every_opening_is_an_act(session):
    document = DocumentFactory(content=PAPER)
    reader = ProfessionalFactory().user
    assert open_document(session, actor=reader, document=document) == PAPER
    act = session.scalars(select(AuditEntry).where(AuditEntry.action == "document.open")).one()
    assert (act.actor_id, act.kind, act.object_id) == (reader.id, "document", document.id)
    assert act.details == {
        "professional": document.professional_id,
        "role": "professional",
        "ministry": None,
        "countries": [],
        "vacancy": None,
        "consent": None,
    }


def test_lost_or_changed_file_is_not_handed_out(session):
    document = DocumentFactory()
    path = store_of(session)._path(document.key)
    path.write_bytes(b"another paper")
    with pytest.raises(DocumentLostError):
        open_document(session, actor=document.professional.user, document=document)
    path.unlink()
    with pytest.raises(DocumentLostError):
        open_document(session, actor=document.professional.user, document=document)
    assert acts(session) == []


def test_refused_file_is_noted_without_its_content(session):
    user = ProfessionalFactory().user
    record_refusal(session, user=user, refusal=Refusal.MACROS)
    act = session.scalars(select(AuditEntry).where(AuditEntry.action == "document.refuse")).one()
    assert (act.kind, act.details) == ("professional", {"refusal": "macros"})


@pytest.mark.usefixtures("no_documents")
def test_sweep_brings_files_and_rows_together(session, let_documents_age):
    """A kill between file and row leaves a file; a folder put back from an old backup leaves a row."""
    there, lost = DocumentFactory(), DocumentFactory()
    session.commit()
    store_of(session).delete(lost.key)
    orphan = store_of(session).write(b"nobody's")
    assert orphan not in sweep_documents(session).deleted
    let_documents_age()
    swept = sweep_documents(session)
    assert orphan in swept.deleted
    assert swept.lost == [lost.id]
    assert there.key in files(session)
    assert orphan not in files(session)


def test_replaced_papers_go_after_a_year(session):
    year = timedelta(days=365)
    kept = [DocumentFactory(replaced_at=now() - year + timedelta(days=1)), DocumentFactory()]
    over = DocumentFactory(replaced_at=now() - year - timedelta(days=1))
    session.commit()
    assert forget_replaced_documents(session) == 1
    session.commit()
    assert set(session.scalars(select(Document.id))) == {document.id for document in kept}
    assert over.key not in files(session)
    assert acts(session) == ["document.forget"]
