"""Papers as coordinators open them: beside the licence they are to check, and never of a draft."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    DocumentFactory,
    ProfessionalFactory,
)
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.document import DocumentAnswer, DocumentFault
from web.services.documents import answer_document

pytestmark = pytest.mark.usefixtures("database")

LIST = "/coordinator/documents"
BETTER = {"answer": "better_needed", "fault": "incomplete", "note": "Page 2 is cut off"}


@pytest.fixture
def document(coordinator):
    return DocumentFactory(professional=ActiveProfessionalFactory(), name="Ma licence")


@pytest.fixture
def coordinator(client, sign_in):
    coordinator = CoordinatorFactory(countries=("GH",))
    sign_in(client, coordinator)
    return coordinator


def url(document) -> str:
    return f"/coordinator/documents/{document.id}/file"


def page_of(document) -> str:
    return f"/coordinator/documents/{document.id}"


def test_papers_stand_beside_the_licence_its_own_first(client, coordinator, page):
    professional = ActiveProfessionalFactory()
    licence = professional.licences[0]
    own = DocumentFactory(professional=professional, licence_id=licence.id, name="The licence")
    newer = DocumentFactory(professional=professional, name="The diploma")
    old = DocumentFactory(professional=professional, licence_id=licence.id, replaced_at=now())
    foreign = DocumentFactory(professional=ActiveProfessionalFactory())
    shown = page(client.get(f"/coordinator/licences/{licence.id}"))
    links = [link for link in shown.links() if link.startswith("/coordinator/documents/")]
    # What was replaced is opened, and no longer answered.
    assert links == [url(own), page_of(own), url(newer), page_of(newer), url(old)]
    assert url(foreign) not in links
    assert "Licence: Nursing and Midwifery Council" in shown.text()
    assert "replaced on" in shown.text()


def test_nothing_sent_is_said(client, coordinator, page):
    licence = ActiveProfessionalFactory().licences[0]
    assert "They have not sent a document." in page(client.get(f"/coordinator/licences/{licence.id}")).text()


def test_opening_is_noted_and_the_file_is_whole(client, coordinator, session):
    professional = ActiveProfessionalFactory()
    document = DocumentFactory(
        professional=professional,
        content=b"%PDF-1.7 diploma",
    )
    answer = client.get(url(document))
    assert (answer.status_code, answer.data) == (200, b"%PDF-1.7 diploma")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    act = session.scalars(select(AuditEntry).where(AuditEntry.action == "document.open")).one()
    assert (act.actor_id, act.object_id) == (coordinator.id, document.id)


def test_draft_shows_nothing(client, coordinator, session, page):
    document = DocumentFactory(professional=ProfessionalFactory())
    absent = client.get("/coordinator/documents/999999/file")
    foreign = client.get(url(document))
    assert (foreign.status_code, absent.status_code) == (404, 404)
    assert client.get(page_of(document)).status_code == 404
    assert page_of(document) not in page(client.get(LIST)).links()
    assert session.scalars(select(AuditEntry).where(AuditEntry.action == "document.open")).all() == []


class TestAnswers:
    def test_what_waits_comes_oldest_first_and_leaves_with_its_answer(self, client, page, document):
        older = DocumentFactory(
            professional=ActiveProfessionalFactory(), uploaded_at=now() - timedelta(days=9)
        )
        rows = page(client.get(LIST)).texts("tbody tr")
        assert older.professional.reference in rows[0]
        assert "9 days" in rows[0]
        assert document.professional.reference in rows[1]
        assert client.submit(page_of(document), **BETTER).location == LIST
        assert page_of(document) not in page(client.get(LIST)).links()
        assert page_of(document) in page(client.get(f"{LIST}?queue=better_needed")).links()

    def test_page_says_what_it_is_whose_and_what_was_answered(self, client, page, coordinator, document):
        client.submit(page_of(document), **BETTER)
        shown = page(client.get(page_of(document))).text()
        person = document.professional
        for words in ("Ma licence", person.identity.full_name, person.reference, coordinator.name):
            assert words in shown
        assert "Pages or parts are missing" in shown
        assert "Page 2 is cut off" in shown

    def test_why_is_asked_only_for_a_better_one(self, client, page, document):
        refused = client.submit(page_of(document), answer="better_needed", note="Look again")
        assert refused.status_code == 422
        assert "Choose what is wrong with it" in page(refused).errors
        assert page(refused).form().values["note"] == ["Look again"]
        assert client.submit(page_of(document), answer="accepted").status_code == 303

    def test_answer_of_a_colleague_is_shown_first(self, client, page, session, document):
        values = page(client.get(page_of(document))).form().fill(answer="accepted")
        answer_document(
            session,
            actor=CoordinatorFactory(name="Efua Mensah"),
            document=document,
            answer=DocumentAnswer.BETTER_NEEDED,
            fault=DocumentFault.OUT_OF_DATE,
        )
        stale = client.post(page_of(document), data=values)
        assert stale.status_code == 409
        assert "Efua Mensah" in page(stale).text()
        assert client.post(page_of(document), data=page(stale).form().fill()).status_code == 303
        assert document.answer == DocumentAnswer.ACCEPTED

    def test_nobody_answers_what_was_replaced(self, client, page, document):
        values = page(client.get(page_of(document))).form().fill(answer="accepted")
        document.replaced_at = now()
        refused = client.post(page_of(document), data=values)
        assert refused.status_code == 422
        assert "Another file has taken the place" in page(refused).text()
        assert document.answer is None

    @pytest.mark.parametrize(
        "wrong", [{"answer": "perhaps"}, {"fault": "ugly"}, {"note": "x\0y"}, {"note": "x" * 5000}]
    )
    def test_bad_input_is_answered_in_words(self, client, page, document, wrong):
        refused = client.submit(page_of(document), **BETTER | wrong)
        assert refused.status_code == 422
        assert page(refused).errors
        assert document.answer is None

    @pytest.mark.parametrize("query", ["queue=all", "after=0", "before=x", f"after={2**70}"])
    def test_address_nobody_was_given_is_answered_in_words(self, client, page, document, query):
        answer = client.get(f"{LIST}?{query}")
        assert answer.status_code == 422
        assert page(answer).errors

    def test_empty_lists_say_why(self, client, page, coordinator):
        assert "Every document is answered" in page(client.get(LIST)).text()
        assert (
            "Nobody is asked for a better document" in page(client.get(f"{LIST}?queue=better_needed")).text()
        )
