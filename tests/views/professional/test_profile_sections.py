"""The task list, and the sections of a profile that are one record."""

from datetime import date

import pytest
from sqlalchemy import func, select

from tests.support.days import NEXT_YEAR
from web.models.professional import Professional
from web.services.region import WCA_COUNTRIES

PROFILE = "/professional/profile"
SECTIONS = ("identity", "experience", "wishes", "residence", "consent")
LISTS = ("occupations", "skills", "languages", "qualifications", "licences", "availability")


@pytest.mark.parametrize("path", ["", *(f"/{name}" for name in (*SECTIONS, *LISTS)), "/check"])
def test_reading_begins_no_profile(client, newcomer, session, path):
    assert client.get(PROFILE + path).status_code == 200
    assert session.scalar(select(func.count(Professional.id))) == 0


def test_tasks_say_how_far_they_are(client, page, newcomer):
    client.submit(f"{PROFILE}/identity", given_name="Ama", family_name="Mensah", phone="")
    shown = page(client.get(PROFILE))
    assert "1 of 11 parts are done" in shown.text()
    assert "Who I am Done" in shown.text()
    assert "Check your answers and send your profile" in shown.text()
    assert f"{PROFILE}/check" not in shown.links()


def test_name_is_kept_apart(client, newcomer, session):
    answer = client.submit(
        f"{PROFILE}/identity", given_name=" Ama ", family_name="Mensah", phone="+233 20 123"
    )
    assert answer.location == PROFILE
    assert newcomer.professional.identity.full_name == "Ama Mensah"


@pytest.mark.parametrize("phone", ["call me", "06 12 34 56 78"])
def test_errors_stand_at_their_fields_and_values_stay(client, page, newcomer, phone):
    answer = client.submit(f"{PROFILE}/identity", given_name="", family_name="Mensah", phone=phone)
    shown = page(answer)
    assert answer.status_code == 422
    assert "Enter your given name" in shown.errors
    assert "Begin the telephone number with the code of the country" in shown.errors
    assert shown.form().values["family_name"] == ["Mensah"]


@pytest.mark.parametrize("name", ["\u200b", "\u2060", "\ufeff", "\u00ad", "..."])
def test_name_nobody_can_read_is_no_name(client, page, newcomer, name):
    answer = client.submit(f"{PROFILE}/identity", given_name=name, family_name=name, phone="")
    assert answer.status_code == 422
    assert newcomer.professional is None


@pytest.mark.parametrize(
    "phone",
    ["+233 20 123 45", "0033 6.12.34.56.78", "+1 (202) 555-0143", "+44\u00a020 7946 0000", "+" + "1" * 15],
)
def test_number_that_can_be_dialled_is_taken(client, newcomer, phone):
    answer = client.submit(f"{PROFILE}/identity", given_name="Ama", family_name="Mensah", phone=phone)
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("+33 6 12 34 56 78;ext=9", "in figures, without an extension"),
        ("+33 6 12 34 56 78 x9", "in figures, without an extension"),
        ("+33 6 12\u0663\u0664 56 78", "in figures, without an extension"),
        ("+33 6 12 34 56 78 90 12 34", "8 to 15 figures"),
        ("+33 6 12", "8 to 15 figures"),
        ("+0 6 12 34 56 78", "Begin the telephone number with the code of the country"),
        ("+()", "Begin the telephone number with the code of the country"),
    ],
)
def test_number_nobody_can_dial_is_refused(client, page, newcomer, phone, words):
    answer = client.submit(f"{PROFILE}/identity", given_name="Ama", family_name="Mensah", phone=phone)
    assert answer.status_code == 422
    assert words in page(answer).errors


def test_right_to_return_until_a_day(client, page, newcomer, session):
    answers = {"residence_country": "FR", "country_of_origin": "CD", "reentry": "until"}
    refused = client.submit(f"{PROFILE}/residence", **answers)
    assert "Enter the last day on which you may return" in page(refused).errors
    client.submit(
        f"{PROFILE}/residence",
        **answers,
        reenter_until__day="1",
        reenter_until__month="6",
        reenter_until__year=str(NEXT_YEAR),
    )
    stored = newcomer.professional
    assert (stored.reenter_unlimited, stored.reenter_until) == (False, date(NEXT_YEAR, 6, 1))
    assert f"Until 1 June {NEXT_YEAR}" in page(client.get(f"{PROFILE}/check")).text()


def test_right_to_return_that_is_over(client, page, newcomer):
    refused = client.submit(
        f"{PROFILE}/residence",
        residence_country="FR",
        country_of_origin="CD",
        reentry="until",
        reenter_until__day="1",
        reenter_until__month="6",
        reenter_until__year="2020",
    )
    assert refused.status_code == 422
    assert "This day has passed. Correct it or, if your right has ended" in page(refused).errors


def test_last_day_of_a_right_without_an_end_is_refused(client, page, newcomer):
    refused = client.submit(
        f"{PROFILE}/residence",
        residence_country="FR",
        country_of_origin="CD",
        reentry="unlimited",
        reenter_until__day="1",
        reenter_until__month="6",
        reenter_until__year=str(NEXT_YEAR),
    )
    assert refused.status_code == 422
    assert "Leave the day empty if your right has no end." in page(refused).errors
    assert newcomer.professional is None


@pytest.mark.parametrize(
    ("name", "prefilled"),
    [
        ("Awa Diallo", ("Awa", "Diallo")),
        ("Awa", ("Awa", "")),
        ("Marie Claire Mbarga", ("Marie Claire Mbarga", "")),
    ],
)
def test_name_of_the_sign_up_is_carried_over(client, page, newcomer, name, prefilled):
    newcomer.name = name
    values = page(client.get(f"{PROFILE}/identity")).form().values
    assert (values["given_name"], values["family_name"]) == tuple([part] for part in prefilled)


def test_name_once_saved_is_the_one_shown(client, page, newcomer):
    client.submit(f"{PROFILE}/identity", given_name="Ama", family_name="Mensah")
    newcomer.name = "Awa Diallo"
    assert page(client.get(f"{PROFILE}/identity")).form().values["given_name"] == ["Ama"]


def test_wishes_ask_for_weeks_and_countries_only_where_they_count(client, page, newcomer):
    url = f"{PROFILE}/wishes"
    assert "Tick at least one way to serve" in page(client.submit(url)).errors
    refused = page(client.submit(url, modes=["temporary"], where="some"))
    assert "Enter the number of weeks" in refused.errors
    assert "Tick at least one country" in refused.errors
    assert client.submit(url, modes=["permanent"], where="any").status_code == 303
    assert newcomer.professional.preferred_countries == sorted(WCA_COUNTRIES)


def test_consent_keeps_the_words_that_were_read(client, page, newcomer, session):
    client.submit(f"{PROFILE}/consent", agreed="y")
    consent = newcomer.professional.consents[0]
    assert consent.wording.startswith("My profile may be compared with vacancies")
    assert consent.wording in page(client.get(f"{PROFILE}/consent")).text()


def test_change_from_the_answers_leads_back_to_them(client, page, professional):
    links = page(client.get(f"{PROFILE}/check")).links()
    assert f"{PROFILE}/experience?from=check" in links
    answer = client.submit(f"{PROFILE}/experience?from=check", years_experience="12")
    assert answer.location == f"{PROFILE}/check"


def test_other_tab_is_not_overwritten(client, page, professional):
    url = f"{PROFILE}/wishes"
    old = page(client.get(url)).form().fill(max_weeks="8")
    client.submit(url, max_weeks="20")
    answer = client.post(url, data=old)
    shown = page(answer)
    assert answer.status_code == 409
    assert "Longest stay 20 weeks" in shown.text()
    assert shown.form().values["max_weeks"] == ["8"]
    assert professional.max_weeks == 20
    assert client.post(url, data=shown.form().fill()).status_code == 303
    assert professional.max_weeks == 8


def test_form_sent_twice_acts_once(client, page, professional, session):
    url = f"{PROFILE}/experience"
    form = page(client.get(url)).form().fill(years_experience="12")
    first, second = client.post(url, data=form), client.post(url, data=form)
    assert first.location == second.location
    assert second.status_code == 303
    assert professional.years_experience == 12


@pytest.mark.parametrize(
    "name",
    [
        *("identity", "experience", "wishes", "residence"),
        *("occupations/new?words=nurse", "skills/new?words=suture", "languages/new"),
        *("qualifications/new", "licences/new", "availability/new"),
    ],
)
def test_nonsense_in_every_field_is_refused_in_words(client, page, professional, name):
    url = f"{PROFILE}/{name}"
    form = page(client.get(url)).form()
    for nonsense in ("\x00", str(2**70), "x" * 5000, "\u202e"):
        kept = {key: form.values.get(key) for key in ("csrf_token", "nonce", "version")}
        answer = client.post(url, data=dict.fromkeys(form.values, nonsense) | kept)
        assert answer.status_code in {303, 409, 422}
