"""Papers as coordinators open them: beside the licence they are to check, and never of a draft."""

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

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def coordinator(client, sign_in):
    coordinator = CoordinatorFactory(countries=("GH",))
    sign_in(client, coordinator)
    return coordinator


def url(document) -> str:
    return f"/coordinator/documents/{document.id}/file"


def test_papers_stand_beside_the_licence_its_own_first(client, coordinator, page):
    professional = ActiveProfessionalFactory()
    licence = professional.licences[0]
    own = DocumentFactory(professional=professional, licence_id=licence.id, name="The licence")
    newer = DocumentFactory(professional=professional, name="The diploma")
    old = DocumentFactory(professional=professional, licence_id=licence.id, replaced_at=now())
    foreign = DocumentFactory(professional=ActiveProfessionalFactory())
    shown = page(client.get(f"/coordinator/licences/{licence.id}"))
    links = [link for link in shown.links() if "/documents/" in link]
    assert links == [url(own), url(newer), url(old)]
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


def test_draft_shows_nothing(client, coordinator, session):
    document = DocumentFactory(professional=ProfessionalFactory())
    absent = client.get("/coordinator/documents/999999/file")
    foreign = client.get(url(document))
    assert (foreign.status_code, absent.status_code) == (404, 404)
    assert session.scalars(select(AuditEntry).where(AuditEntry.action == "document.open")).all() == []
