import pytest
from sqlalchemy import select

from tests.factories import AdminFactory, MinistryFactory, MinistryUserFactory, VacancyFactory
from web.models.ministry import Ministry

MALI = {"name": "Ministère de la Santé du Mali", "country": "ML", "contact_email": "office@sante.example"}


@pytest.fixture
def desk(client, sign_in):
    sign_in(client, AdminFactory())
    return client


def test_list_counts_users_and_vacancies(desk, page):
    official = MinistryUserFactory(ministry=MinistryFactory(name="Ministry of Health of Ghana"))
    VacancyFactory(ministry=official.ministry, created_by=official)
    MinistryFactory(name="Ministère de la Santé du Bénin", country="BJ")
    rows = [
        row.get_text(" ", strip=True) for row in page(desk.get("/admin/ministries")).soup.select("tbody tr")
    ]
    assert rows[0].startswith("Ministère de la Santé du Bénin")
    assert rows[0].endswith("Benin 0 0")
    assert rows[1].endswith("Ghana 1 1")


def test_list_follows_the_names_of_countries_and_not_their_codes(desk, page):
    for code in ("TD", "CV", "CM"):
        MinistryFactory(country=code)
    shown = page(desk.get("/admin/ministries"))
    countries = [row.select("td")[0].get_text(strip=True) for row in shown.soup.select("tbody tr")]
    assert countries == ["Cameroon", "Cape Verde", "Chad"]


def test_no_ministry_yet_says_what_to_do(desk, page):
    assert "There is no ministry yet." in page(desk.get("/admin/ministries")).text()


def test_new_ministry_leads_to_inviting_its_first_user(desk, page, session):
    answer = desk.submit("/admin/ministries/new", **MALI)
    made = session.scalar(select(Ministry))
    assert (made.name, made.country) == (MALI["name"], "ML")
    assert f"/admin/users/invite?role=ministry&ministry={made.id}" in page(desk.get(answer.location)).links()


def test_errors_stand_at_the_fields(desk, page):
    MinistryFactory(name=MALI["name"])
    for answers, words in (
        ({"name": ""}, "Enter the name of the ministry"),
        ({"country": ""}, "Choose the country"),
        ({"country": "FR"}, "Choose one of the list"),
        ({"contact_email": "office"}, "Enter an e-mail address like name@example.org"),
        ({}, "There is a ministry with this name already."),
    ):
        shown = page(desk.submit("/admin/ministries/new", **{**MALI, **answers}))
        assert shown.status == 422
        assert words in shown.errors


def test_change_is_kept_and_told(desk, page):
    ministry = MinistryFactory()
    answer = desk.submit(f"/admin/ministries/{ministry.id}/change", name="Another name")
    assert ministry.name == "Another name"
    shown = page(desk.get(answer.location))
    assert "The ministry is changed." in shown.text()
    assert "Changed" in shown.text("table")


def test_country_of_a_ministry_with_vacancies_stays(desk, page):
    ministry = VacancyFactory().ministry
    shown = page(desk.submit(f"/admin/ministries/{ministry.id}/change", country="SN"))
    assert "its country stays" in shown.errors
    assert ministry.country == "GH"


def test_stale_form_shows_both_and_can_be_sent_again(desk, page):
    ministry = MinistryFactory()
    url = f"/admin/ministries/{ministry.id}/change"
    old = page(desk.get(url)).form().fill(name="Typed")
    ministry.name = "Meanwhile"
    shown = page(desk.post(url, data=old))
    assert shown.status == 409
    assert "Meanwhile" in shown.text(".inset")
    assert desk.post(url, data=shown.form().fill()).status_code == 303
    assert ministry.name == "Typed"


def test_absent_ministry_is_a_404(desk):
    for url in ("/admin/ministries/999", "/admin/ministries/999/change"):
        assert desk.get(url).status_code == 404
