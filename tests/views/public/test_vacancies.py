from datetime import timedelta

import pytest

from tests.factories import (
    CoordinatorFactory,
    FacilityFactory,
    MinistryFactory,
    MinistryUserFactory,
    PublishedVacancyFactory,
    UserFactory,
    VacancyEventFactory,
    VacancyFactory,
)
from tests.support.days import NEXT_YEAR
from web.models.base import now
from web.models.professional import Mode
from web.models.vacancy import RequiredLanguage, VacancyStatus
from web.queries.facility_words import facility_search_text
from web.queries.keyset import PAGE_SIZE

CLOSED = {VacancyStatus.PAUSED, VacancyStatus.FILLED, VacancyStatus.CLOSED, VacancyStatus.CANCELLED}
NEVER_OPEN = {VacancyStatus.DRAFT, VacancyStatus.SUBMITTED, VacancyStatus.RETURNED}


def titles(page, answer):
    return [cell.find("a").get_text() for cell in page(answer).soup.select("tbody th")]


@pytest.fixture
def three():
    conakry = FacilityFactory(
        country="GN",
        name="Hôpital National Donka",
        search_text=facility_search_text(name="Hôpital National Donka", kind="", region="Conakry"),
    )
    return (
        PublishedVacancyFactory(title="Midwife for the labour ward"),
        PublishedVacancyFactory(
            title="Infirmier anesthésiste",
            occupation="2221.1",
            mode=Mode.REMOTE,
            languages=[RequiredLanguage(code="fr", min_cefr="B2", required=True)],
        ),
        PublishedVacancyFactory(
            title="Sage-femme", facility=conakry, ministry=MinistryFactory(country="GN"), country="GN"
        ),
    )


def test_newest_first_and_counted(client, page, three):
    answer = client.get("/vacancies")
    assert titles(page, answer) == ["Sage-femme", "Infirmier anesthésiste", "Midwife for the labour ward"]
    assert page(answer).text("[role=status]") == "3 vacancies"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("text=midwife", ["Sage-femme", "Midwife for the labour ward"]),
        ("text=sage-femme+donka", ["Sage-femme"]),
        ("text=hopital+donka", ["Sage-femme"]),
        ("text=sage+femme+guin%C3%A9e", ["Sage-femme"]),
        ("text=ghana", ["Infirmier anesthésiste", "Midwife for the labour ward"]),
        ("occupation=2221.1", ["Infirmier anesthésiste"]),
        ("country=GN", ["Sage-femme"]),
        ("mode=remote", ["Infirmier anesthésiste"]),
        ("spoken=fr", ["Infirmier anesthésiste"]),
        ("spoken=en&mode=temporary&country=GH", ["Midwife for the labour ward"]),
        ("country=TG", []),
        ("text=zzz", []),
        ("text=%25", []),
    ],
)
def test_filters_narrow_the_list(client, page, three, query, expected):
    assert titles(page, client.get(f"/vacancies?{query}")) == expected


def test_filter_in_use_is_shown_and_can_be_taken_out(client, page, three):
    shown = page(client.get("/vacancies?text=midwife&mode=remote"))
    assert shown.form(action="/vacancies").values["mode"] == ["remote"]
    assert "/vacancies?text=midwife" in shown.links()
    assert "/vacancies?mode=remote" in shown.links()
    assert "Nothing found" in shown.text()


def test_pages_by_key_show_each_vacancy_once_and_keep_the_filter(client, page):
    first = now()
    for number in range(PAGE_SIZE + 3):
        PublishedVacancyFactory(title=f"Midwife {number}", published_at=first + timedelta(minutes=number))
    url, seen = "/vacancies?mode=temporary", []
    while url:
        answer = client.get(url)
        seen += titles(page, answer)
        further = page(answer).soup.select_one("a[rel=next]")
        url = further["href"] if further else None
        assert not url or "mode=temporary" in url
    assert seen == [f"Midwife {number}" for number in reversed(range(PAGE_SIZE + 3))]
    back = page(answer).soup.select_one("a[rel=prev]")["href"]
    assert titles(page, client.get(back)) == seen[:PAGE_SIZE]


@pytest.mark.parametrize(
    "query",
    [
        "text=%00",
        "country=XX",
        "mode=sometimes",
        "after=1180591620717411303424",
        "before=-1",
        "after=x",
        "occupation=%F0%9F%92%A9",
        f"text={'a' * 201}",
    ],
)
def test_what_makes_no_sense_is_refused_in_words(client, page, query):
    PublishedVacancyFactory()
    shown = page(client.get(f"/vacancies?{query}"))
    assert shown.status == 422
    assert shown.errors


def test_nothing_open_says_what_to_do(client, page):
    VacancyFactory()
    shown = page(client.get("/vacancies"))
    assert "No vacancy is open at the moment" in shown.text()
    assert "/account/sign-up" in shown.links()


def test_too_late_to_begin_is_not_open(client, page):
    today = now().date()
    late = PublishedVacancyFactory(earliest_start=today - timedelta(9), latest_start=today - timedelta(1))
    PublishedVacancyFactory(title="Today", earliest_start=today, latest_start=today)
    assert titles(page, client.get("/vacancies")) == ["Today"]
    assert client.get(f"/vacancies/{late.id}").status_code == 410


def test_vacancy_says_what_where_when_and_what_is_asked(client, page):
    vacancy = PublishedVacancyFactory()
    shown = page(client.get(f"/vacancies/{vacancy.id}"))
    for words in (
        vacancy.facility.name,
        vacancy.ministry.name,
        f"between 1 March {NEXT_YEAR} and 31 May {NEXT_YEAR}",
        "26 weeks",
        "Emergency obstetric and newborn care",
        "English, at least B2",
        vacancy.benefits,
    ):
        assert words in shown.text()
    assert shown.soup.h1["lang"] == vacancy.language


def test_vacancy_names_nobody_and_keeps_what_is_written_for_coordinators(client):
    writer = MinistryUserFactory(name="Kofi Secret", email="kofi@ministry.example")
    vacancy = PublishedVacancyFactory(created_by=writer, ministry=writer.ministry)
    VacancyEventFactory(vacancy=vacancy, actor=CoordinatorFactory(name="Awa Secret"), comment="Between us.")
    for url in ("/vacancies", f"/vacancies/{vacancy.id}"):
        text = client.get(url).text
        for hidden in (
            "Secret",
            "kofi@",
            "Between us.",
            vacancy.budget_line,
            vacancy.local_candidates,
            vacancy.ministry.contact_email,
        ):
            assert hidden not in text


@pytest.mark.parametrize("status", sorted(NEVER_OPEN))
def test_vacancy_that_was_never_published_does_not_exist(client, status):
    assert client.get(f"/vacancies/{VacancyFactory(status=status).id}").status_code == 404


@pytest.mark.parametrize("status", sorted(CLOSED))
def test_vacancy_that_was_open_once_says_so_and_nothing_else(client, page, status):
    vacancy = PublishedVacancyFactory(status=status)
    shown = page(client.get(f"/vacancies/{vacancy.id}"))
    assert (shown.status, shown.heading) == (410, "This vacancy is no longer open")
    assert vacancy.title not in shown.text()


class TestHowToApply:
    def test_visitor_registers_or_signs_in_and_comes_back(self, client, page):
        vacancy = PublishedVacancyFactory()
        links = page(client.get(f"/vacancies/{vacancy.id}")).links()
        assert "/account/sign-up" in links
        assert f"/account/sign-in?next=/professional/vacancies/{vacancy.id}" in links

    def test_professional_sees_the_own_fit(self, client, page, sign_in):
        vacancy = PublishedVacancyFactory()
        sign_in(client, UserFactory())
        assert f"/professional/vacancies/{vacancy.id}" in page(client.get(f"/vacancies/{vacancy.id}")).links()

    def test_staff_is_not_asked_to_apply(self, client, page, sign_in):
        vacancy = PublishedVacancyFactory()
        sign_in(client, CoordinatorFactory())
        assert "How to apply" not in page(client.get(f"/vacancies/{vacancy.id}")).text()
