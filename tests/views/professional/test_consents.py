"""What I have agreed to, and taking it back at once."""

from datetime import timedelta

import pytest

from tests.factories import CoordinatorFactory, PlacementFactory
from web.models.base import now
from web.models.placement import Answer, NotSelectedReason, PlacementStatus
from web.services.placements import decline_as_ministry

CONSENTS = "/professional/consents"


@pytest.fixture
def case(professional, session):
    case = PlacementFactory(professional=professional, status=PlacementStatus.AGREED)
    session.expire(professional)
    return case


def disclosure(case):
    return next(consent for consent in case.professional.consents if consent.vacancy_id == case.vacancy_id)


@pytest.fixture
def ministry(case, make_client, sign_in):
    browser = make_client()
    sign_in(browser, case.vacancy.created_by)
    return lambda: browser.get(f"/ministry/cases/{case.id}").text


def test_each_names_purpose_reader_and_dates(client, page, case):
    shown = page(client.get(CONSENTS))
    assert "A ministry may know who I am" in shown.texts("main h2")
    assert "My profile may be compared with vacancies" in shown.texts("main h2")
    for words in (case.vacancy.ministry.name, case.vacancy.title, "Until you take it back"):
        assert words in shown.text()


def test_who_has_agreed_to_nothing_is_told_so(client, page, newcomer):
    assert "You have not agreed to anything yet" in page(client.get(CONSENTS)).text()


def test_taken_back_the_ministry_meets_a_stranger_on_its_next_page(client, page, case, ministry):
    name = case.professional.identity.family_name
    assert name in ministry()
    url = f"{CONSENTS}/{disclosure(case).id}/withdraw"
    assert "sees a made-up name again" in page(client.get(url)).text()
    assert client.submit(url).status_code == 303
    told = ministry()
    assert name not in told
    assert case.pseudonym in told
    assert "Taken back" in page(client.get(CONSENTS)).text()
    assert client.get(url).status_code == 404


@pytest.fixture
def coordinator(case, make_client, sign_in):
    browser = make_client()
    sign_in(browser, CoordinatorFactory(countries=[case.vacancy.country]))
    return lambda: [browser.get(url).text for url in (f"/coordinator/cases/{case.id}", "/coordinator/")]


def test_case_waits_for_a_yes_that_was_taken_back(client, page, case, ministry, coordinator):
    url = f"{CONSENTS}/{disclosure(case).id}/withdraw"
    client.submit(url)
    own = f"/professional/cases/{case.id}"
    assert "until you say yes again" in page(client.get(own)).text()
    told = ministry()
    assert "until they say yes again" in told
    assert "You learn who it is" not in told
    shown, desk = coordinator()
    assert "until they say yes again" in shown
    assert f"/cases/{case.id}" not in desk
    assert "you took back your consent" in page(client.get("/professional/")).text()
    asked = page(client.get(f"{own}/accept"))
    assert "Say yes again" in asked.text()
    assert client.submit(f"{own}/accept").status_code == 303
    assert case.status == PlacementStatus.AGREED
    assert f"/cases/{case.id}" in coordinator()[1]
    assert case.professional.identity.family_name in ministry()
    assert disclosure_wording_in(asked) == case.professional.consents[-1].wording


def test_taken_back_is_told_to_the_ministry_and_the_coordinators(client, case, read_mail):
    coordinator = CoordinatorFactory(countries=[case.vacancy.country])
    stranger = CoordinatorFactory(countries=["TD" if case.vacancy.country != "TD" else "GH"])
    client.submit(f"{CONSENTS}/{disclosure(case).id}/withdraw")
    told = {letter["To"]: letter.get_body(("plain",)).get_content() for letter in read_mail()}
    to_ministry, to_coordinator = told[case.vacancy.created_by.email], told[coordinator.email]
    assert "closed to you from now on" in to_ministry
    assert "The ministry has been told." in to_coordinator
    assert stranger.email not in told
    name = case.professional.identity.family_name
    assert name not in to_ministry + to_coordinator


def test_ministry_is_not_asked_to_accept_whom_it_cannot_have(
    client, professional, session, make_client, sign_in
):
    case = PlacementFactory(professional=professional, professional_answer=Answer.ACCEPTED)
    session.expire(professional)
    client.submit(f"{CONSENTS}/{disclosure(case).id}/withdraw")
    browser = make_client()
    sign_in(browser, case.vacancy.created_by)
    accept = f"/ministry/cases/{case.id}/accept"
    assert accept not in browser.get(f"/ministry/cases/{case.id}").text
    assert f"/ministry/cases/{case.id}" not in browser.get("/ministry/").text
    client.submit(f"/professional/cases/{case.id}/accept")
    assert accept in browser.get(f"/ministry/cases/{case.id}").text
    assert f"/ministry/cases/{case.id}" in browser.get("/ministry/").text


def test_yes_is_said_again_only_where_it_was_taken_back(client, case):
    assert client.submit(f"/professional/cases/{case.id}/accept").status_code == 409
    assert len([one for one in case.professional.consents if one.vacancy_id == case.vacancy_id]) == 1


def disclosure_wording_in(page):
    return next(words for words in page.texts("main p") if words.startswith("If I say yes"))


def test_nobody_else_can_take_it_back(case, make_client, sign_in):
    stranger = make_client()
    sign_in(stranger, PlacementFactory(status=PlacementStatus.AGREED).professional.user)
    assert stranger.get(f"{CONSENTS}/{disclosure(case).id}/withdraw").status_code == 404


def test_ended_case_leaves_a_last_day(client, page, session, case, ministry):
    decline_as_ministry(
        session,
        actor=case.vacancy.created_by,
        placement=case,
        reason=NotSelectedReason.DATES,
        after=case.ministry_answer,
    )
    consent = disclosure(case)
    assert consent.ends_on == now().date() + timedelta(days=30)
    name = case.professional.identity.family_name
    assert name in ministry()
    consent.ends_on = now().date() - timedelta(days=1)
    assert name not in ministry()
    assert "Has ended" in page(client.get(CONSENTS)).text()


def test_own_words_reach_the_ministry_only_with_the_tick(client, case, ministry):
    words = case.professional.summary
    assert words not in ministry()
    answers = {"years_experience": 9, "summary": words, "summary_shared": "y"}
    assert client.submit("/professional/profile/experience", **answers).status_code == 303
    assert words in ministry()
