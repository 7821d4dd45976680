import io
import zipfile
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import CoordinatorFactory, UserFactory
from tests.factories.placements import PlacementFactory
from tests.factories.professionals import ActiveProfessionalFactory
from tests.support.accounts import PASSWORD
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.placement import PlacementStatus
from web.services.holds import place_hold
from web.views.account.data import READY_FOR


@pytest.fixture
def person(session, client, sign_in):
    professional = ActiveProfessionalFactory()
    session.commit()
    sign_in(client, professional.user)
    return professional.user


def ask(client, page, path):
    form = page(client.get(path)).form(having="nonce")
    return client.post(path, data=form.fill())


class TestTakingAway:
    def test_a_file_is_ready_for_ten_minutes_and_its_owner_is_told(
        self, client, page, person, session, read_mail
    ):
        assert client.get("/account/data/download").status_code == 303
        assert ask(client, page, "/account/data").status_code == 303
        answer = client.get("/account/data/download")
        assert answer.mimetype == "application/zip"
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=sankofa-")
        assert answer.headers["Cache-Control"] == "no-store"
        with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
            assert archive.namelist() == ["everything.json", "resume.json"]
        assert [letter["To"] for letter in read_mail()] == [person.email]
        asked = select(AuditEntry.at).where(AuditEntry.action == "user.export")
        assert session.scalars(asked).all()

    def test_staff_have_no_such_page(self, client, sign_in):
        sign_in(client, CoordinatorFactory())
        assert client.get("/account/data").status_code == 403
        assert client.get("/account/data/erase").status_code == 403


class TestErasing:
    def test_it_signs_out_and_nobody_signs_in_again(self, client, page, person, session, read_mail):
        email = person.email
        answer = ask(client, page, "/account/data/erase")
        assert answer.headers["Location"] == "/account/data/erased"
        assert page(client.get(answer.headers["Location"])).status == 200
        assert client.get("/account/settings").status_code in {302, 303}
        session.expire_all()
        assert (person.email, person.active) == ("", False)
        assert [letter["To"] for letter in read_mail()] == [email]
        form = page(client.get("/account/sign-in")).form(having="email")
        again = client.post("/account/sign-in", data=form.fill(email=email, password=PASSWORD))
        assert again.status_code == 422

    def test_the_same_form_twice_says_it_is_done(self, client, page, person):
        filled = page(client.get("/account/data/erase")).form(having="nonce").fill()
        first, second = (client.post("/account/data/erase", data=filled) for _ in range(2))
        assert first.headers["Location"] == second.headers["Location"]

    def test_what_stands_in_the_way_is_said_and_there_is_no_form(self, client, page, person, session):
        place_hold(session, actor=None, user=person, reason="The court")
        session.commit()
        shown = page(client.get("/account/data/erase"))
        assert "It has to stay until that is over" in shown.text()
        assert not shown.soup.select("main form")
        session.rollback()

    def test_who_serves_is_told_to_have_the_case_closed(self, client, page, person, session):
        PlacementFactory(professional=person.professional, status=PlacementStatus.IN_POST)
        session.commit()
        assert "You are in a post now" in page(client.get("/account/data/erase")).text()

    def test_somebody_without_a_profile_can_leave_too(self, client, page, sign_in, session):
        user = UserFactory()
        session.commit()
        sign_in(client, user)
        assert ask(client, page, "/account/data/erase").status_code == 303
        session.expire_all()
        assert user.erased_at


def test_a_file_asked_for_long_ago_is_not_given(client, page, person, monkeypatch):
    ask(client, page, "/account/data")
    monkeypatch.setattr("web.views.account.data.now", lambda: now() + READY_FOR + timedelta(seconds=1))
    assert client.get("/account/data/download").status_code == 303
