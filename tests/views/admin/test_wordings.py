import pytest

from tests.factories import AdminFactory, ConfirmedWordingFactory
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.wording import CodeKind


@pytest.fixture
def desk(client, sign_in):
    sign_in(client, AdminFactory())
    return client


def test_nothing_yet_says_so(desk, page):
    assert "Nobody has confirmed a wording yet" in page(desk.get("/admin/wordings")).text()
    assert "Nothing was revoked" in page(desk.get("/admin/wordings?which=revoked")).text()


def test_each_wording_says_what_it_is_taken_for_and_where(desk, page):
    ConfirmedWordingFactory(words="catcher of babies", confirmations=3)
    ConfirmedWordingFactory(
        words="prise de tension", kind=CodeKind.SKILL, language="fr", country="", code="x"
    )
    ConfirmedWordingFactory(words="gone", revoked_at=now())
    shown = page(desk.get("/admin/wordings"))
    rows = [" ".join(row.get_text(" ").split()) for row in shown.soup.select("tbody tr")]
    (row,) = [row for row in rows if "catcher" in row]
    assert "Midwife Occupation · 2222 English, Ghana 3" in row
    assert any("prise de tension" in row and "French" in row for row in rows)
    assert len(rows) == 2
    assert "gone" in page(desk.get("/admin/wordings?which=revoked")).text("tbody")


def test_revoking_takes_a_look_and_a_button(desk, page, session):
    wording = ConfirmedWordingFactory(words="catcher of babies")
    session.commit()
    address = f"/admin/wordings/{wording.id}/revoke"
    answer = desk.post(address, data=page(desk.get(address)).form().fill())
    assert answer.location == "/admin/wordings"
    session.refresh(wording)
    assert wording.revoked_at is not None
    assert session.query(AuditEntry).filter_by(action="wording.revoke", object_id=wording.id).count() == 1
    assert "This wording is revoked already" in page(desk.get(address)).text()


def test_what_is_not_known_is_refused_in_words(desk, page):
    answer = desk.get("/admin/wordings?which=everything")
    assert answer.status_code == 422
    assert "Show the wordings in use" in page(answer).text()
    assert desk.get("/admin/wordings/999/revoke").status_code == 404
