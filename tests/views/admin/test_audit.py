"""Administrators read who did what, and whether the audit is as it was recorded."""

import re
from datetime import UTC, datetime

import pytest

from tests.architecture.house import read_code
from tests.factories import AdminFactory, MinistryFactory
from tests.support.page import Page
from web.db import transaction
from web.models.vacancy import VacancyStatus
from web.presenters.audit import act_words
from web.services.audit import record_act
from web.services.audit_reports import AuditReport, keep_report

CODE = re.compile(r"(?:action|step)=\"([a-z_.]+)\"")


@pytest.fixture
def admin(client, sign_in):
    user = AdminFactory(name="Efua Mensah")
    sign_in(client, user)
    return user


@pytest.fixture
def record(app, session):
    def record(actor, action="ministry.change", thing=None, **details):
        thing = thing or MinistryFactory()
        session.commit()
        with app.test_request_context(), transaction() as writing:
            record_act(writing, actor=actor, action=action, thing=thing, **details)

    return record


@pytest.fixture
def report(settings):
    settings.checked_audit_file.unlink(missing_ok=True)
    yield lambda number, faults: keep_report(
        settings.checked_audit_file, AuditReport(datetime(2026, 11, 23, 9, tzinfo=UTC), number, faults)
    )
    settings.checked_audit_file.unlink(missing_ok=True)


def acts(page, answer):
    return page(answer).texts("tbody th")


@pytest.mark.usefixtures("database")
def test_acts_stand_in_words_the_newest_first(client, admin, record, page):
    record(admin, "ministry.create")
    record(admin, "vacancy.published", countries=["GH"])
    shown = client.get("/admin/audit")
    assert acts(page, shown) == ["Published a vacancy", "Made a ministry"]
    assert "Efua Mensah" in page(shown).text("tbody")
    assert "vacancy.published" in page(shown).text("tbody details")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("who={email}", 2),
        ("who={number}", 2),
        ("who=nobody@people.example", 0),
        ("action=ministry.create", 1),
        ("kind=ministry", 3),
        ("number={thing}", 1),
        ("first=2026-01-01", 3),
        ("last=2026-01-01", 0),
        ("request=0000", 0),
    ],
)
def test_filter_narrows(client, admin, record, query, found):
    ministry = MinistryFactory()
    record(admin, "ministry.create")
    record(admin, thing=ministry)
    record(None)
    query = query.format(email=admin.email.upper(), number=admin.id, thing=ministry.id)
    assert len(Page(client.get(f"/admin/audit?{query}")).texts("tbody th")) == found


def test_long_lists_are_read_page_by_page(client, admin, record, page):
    for _ in range(30):
        record(admin)
    first = page(client.get("/admin/audit?action=ministry.change"))
    (older,) = [link for link in first.links() if "after=" in link]
    assert len(first.texts("tbody th")) == 25
    assert "action=ministry.change" in older
    assert len(page(client.get(older)).texts("tbody th")) == 5


@pytest.mark.parametrize(
    "query",
    ["first=2026-12-01&last=2026-01-01", "first=yesterday", "number=no", "action=made.up", "kind=made_up"],
)
def test_filter_that_cannot_be_read_says_so(client, admin, record, page, query):
    record(admin)
    answer = client.get(f"/admin/audit?{query}")
    assert answer.status_code == 422
    assert page(answer).errors


def test_last_check_stands_above(client, admin, report, page):
    assert "was not checked yet" in page(client.get("/admin/audit")).text()
    report(42, 0)
    assert "every act up to number 42 is as it was recorded" in page(client.get("/admin/audit")).text()
    report(42, 2)
    assert "not as it was recorded, faults: 2" in page(client.get("/admin/audit")).text()


def test_every_act_has_words():
    codes = {code for source in read_code("web") for code in CODE.findall(source.text)}
    codes = {code if "." in code else f"placement.{code}" for code in codes}
    codes |= {f"vacancy.{status}" for status in VacancyStatus}
    assert len(codes) > 50
    assert sorted(code for code in codes if act_words(code) == code) == []
