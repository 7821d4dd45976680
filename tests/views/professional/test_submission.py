"""Checking the answers, sending the profile, pausing, and coming back."""

from datetime import timedelta

import pytest

from tests.factories import ActiveProfessionalFactory, ProfessionalFactory
from web.models.base import now
from web.models.professional import ProfessionalStatus

PROFILE = "/professional/profile"


@pytest.fixture
def draft(client, sign_in, session):
    """Somebody who has answered everything and not sent it."""
    draft = ActiveProfessionalFactory(status=ProfessionalStatus.DRAFT, submitted_at=None)
    sign_in(client, draft.user)
    return draft


def test_who_has_said_what_cannot_wait_is_led_on(client, page, draft):
    tasks = page(client.get(PROFILE))
    assert tasks.texts(".btn-primary") == ["Check your answers and send your profile"]


def test_answers_stand_in_the_order_of_the_tasks(client, page, draft):
    tasks = page(client.get(PROFILE)).texts(".task-name")
    answers = page(client.get(f"{PROFILE}/check")).texts(".summary-heading")
    assert answers == tasks[: len(answers)]


def test_sent_profile_gets_a_receipt_and_a_mail(client, page, draft, read_mail):
    answer = client.submit(f"{PROFILE}/check")
    assert answer.location == f"{PROFILE}/submitted"
    receipt = page(client.get(answer.location)).text()
    assert draft.reference in receipt
    assert "What happens next" in receipt
    assert draft.status == ProfessionalStatus.ACTIVE
    (letter,) = read_mail()
    assert letter["Subject"] == "Your profile is sent"
    assert draft.reference in letter.get_body(("plain",)).get_content()


def test_incomplete_profile_says_what_cannot_wait(client, page, sign_in, session):
    sign_in(client, ProfessionalFactory().user)
    shown = page(client.get(f"{PROFILE}/check"))
    assert "These parts cannot wait" in shown.text()
    assert f"{PROFILE}/occupations" in shown.links()
    assert shown.forms() == []


def test_entry_removed_in_another_tab_stops_the_sending(client, page, draft, session):
    form = page(client.get(f"{PROFILE}/check")).form().fill()
    client.submit(f"{PROFILE}/languages/{draft.languages[0].id}/remove")
    answer = client.post(f"{PROFILE}/check", data=form)
    assert answer.status_code == 409
    assert draft.status == ProfessionalStatus.DRAFT


def test_profile_sent_before_leads_to_its_receipt(client, page, draft):
    form = page(client.get(f"{PROFILE}/check")).form()
    client.post(f"{PROFILE}/check", data=form.fill())
    again = client.post(f"{PROFILE}/check", data=form.fill(nonce="another", version=str(draft.version)))
    assert again.location == f"{PROFILE}/submitted"


def test_receipt_belongs_to_those_who_have_sent(client, newcomer):
    assert client.get(f"{PROFILE}/submitted").location == PROFILE


def test_pause_and_back(client, page, professional):
    assert client.submit(f"{PROFILE}/pause").status_code == 303
    assert professional.status == ProfessionalStatus.PAUSED
    assert "You are paused" in page(client.get("/professional/")).text()
    client.submit("/professional/", action=f"{PROFILE}/resume")
    assert professional.status == ProfessionalStatus.ACTIVE


def test_pause_is_for_profiles_in_use(client, newcomer):
    assert client.get(f"{PROFILE}/pause").location == "/professional/"


def test_without_consent_nobody_comes_back(client, page, professional):
    client.submit(f"{PROFILE}/consent/withdraw")
    assert professional.status == ProfessionalStatus.PAUSED
    answer = client.submit(PROFILE, action=f"{PROFILE}/resume")
    assert answer.location == f"{PROFILE}/consent"
    client.submit(f"{PROFILE}/consent", agreed="y")
    client.submit(PROFILE, action=f"{PROFILE}/resume")
    assert professional.status == ProfessionalStatus.ACTIVE


def test_one_click_keeps_a_profile_fresh(client, page, professional):
    professional.reconfirmed_at = now() - timedelta(days=91)
    assert "Is everything still right?" in page(client.get("/professional/")).text()
    client.submit("/professional/", action=f"{PROFILE}/reconfirm")
    assert now() - professional.reconfirmed_at < timedelta(minutes=1)


@pytest.mark.parametrize("path", ["resume", "reconfirm"])
def test_button_without_its_form_is_refused(client, professional, path):
    assert client.post(f"{PROFILE}/{path}").status_code == 400
