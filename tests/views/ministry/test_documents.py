"""Papers that a ministry sees: in a case, after the yes, and only what is marked for ministries."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import DocumentFactory, PlacementFactory, PublishedVacancyFactory
from tests.factories.placements import disclose
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.placement import PlacementStatus
from web.models.professional import ConsentPurpose

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def case(user):
    """A case of the ministry in which the person has said yes."""
    vacancy = PublishedVacancyFactory(ministry=user.ministry, created_by=user)
    placement = PlacementFactory(vacancy=vacancy, status=PlacementStatus.AGREED)
    disclose(placement)
    return placement


def url(case, document) -> str:
    return f"/ministry/cases/{case.id}/documents/{document.id}/file"


def withdraw(case, session) -> None:
    for consent in case.professional.consents:
        if consent.purpose == ConsentPurpose.DISCLOSURE:
            consent.withdrawn_at = now()
    session.commit()


def let_end(case, session, day) -> None:
    for consent in case.professional.consents:
        if consent.purpose == ConsentPurpose.DISCLOSURE:
            consent.ends_on = day
    session.commit()


def openings(session) -> list[int]:
    query = select(AuditEntry.object_id).where(AuditEntry.action == "document.open")
    return list(session.scalars(query))


def test_marked_paper_is_listed_and_opens(client, page, session, case):
    marked = DocumentFactory(professional=case.professional, for_ministries=True, content=b"%PDF marked")
    hidden = DocumentFactory(professional=case.professional)
    links = page(client.get(f"/ministry/cases/{case.id}")).links()
    assert url(case, marked) in links
    assert url(case, hidden) not in links
    assert client.get(url(case, marked)).data == b"%PDF marked"
    assert client.get(url(case, hidden)).status_code == 404
    assert openings(session) == [marked.id]


def test_nothing_before_the_yes(client, page, session, user):
    vacancy = PublishedVacancyFactory(ministry=user.ministry, created_by=user)
    case = PlacementFactory(vacancy=vacancy, status=PlacementStatus.PROPOSED)
    document = DocumentFactory(professional=case.professional, for_ministries=True)
    shown = page(client.get(f"/ministry/cases/{case.id}"))
    assert "Documents" not in " ".join(shown.texts("h2"))
    assert client.get(url(case, document)).status_code == 404
    assert openings(session) == []


def test_nothing_once_the_yes_is_taken_back(client, page, session, case):
    document = DocumentFactory(professional=case.professional, for_ministries=True)
    assert client.get(url(case, document)).status_code == 200
    withdraw(case, session)
    assert client.get(url(case, document)).status_code == 404
    assert url(case, document) not in page(client.get(f"/ministry/cases/{case.id}")).links()


def test_nothing_once_the_yes_is_past_its_last_day(client, page, session, case):
    """A case that is over leaves the ministry its knowledge for a while, and its papers for no longer."""
    document = DocumentFactory(professional=case.professional, for_ministries=True)
    let_end(case, session, today := now().date())
    assert client.get(url(case, document)).status_code == 200
    let_end(case, session, today - timedelta(days=1))
    assert client.get(url(case, document)).status_code == 404
    assert url(case, document) not in page(client.get(f"/ministry/cases/{case.id}")).links()


def test_hiding_a_paper_counts_at_once(client, session, case):
    document = DocumentFactory(professional=case.professional, for_ministries=True)
    assert client.get(url(case, document)).status_code == 200
    document.for_ministries = False
    assert client.get(url(case, document)).status_code == 404


def test_replaced_paper_is_not_shown(client, case):
    document = DocumentFactory(professional=case.professional, for_ministries=True, replaced_at=now())
    assert client.get(url(case, document)).status_code == 404


def test_yes_to_one_vacancy_opens_nothing_in_another(client, user, case):
    """Two cases of one person with the same ministry: only one of them has the yes."""
    vacancy = PublishedVacancyFactory(ministry=user.ministry, created_by=user)
    other = PlacementFactory(vacancy=vacancy, professional=case.professional, status=PlacementStatus.PROPOSED)
    document = DocumentFactory(professional=case.professional, for_ministries=True)
    assert client.get(url(case, document)).status_code == 200
    assert client.get(url(other, document)).status_code == 404


def test_case_opens_no_paper_of_somebody_else(client, user, case):
    """Both have said yes to this ministry, each in a case of their own."""
    vacancy = PublishedVacancyFactory(ministry=user.ministry, created_by=user)
    other = PlacementFactory(vacancy=vacancy, status=PlacementStatus.AGREED)
    disclose(other)
    document = DocumentFactory(professional=other.professional, for_ministries=True)
    assert client.get(url(other, document)).status_code == 200
    assert client.get(url(case, document)).status_code == 404
