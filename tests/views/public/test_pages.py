import pytest

from tests.factories import AdminFactory, PublishedVacancyFactory, UserFactory, VacancyFactory

PAGES = ["/", "/how-it-works", "/about", "/privacy", "/accessibility", "/vacancies"]


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_everybody_may_read(client, page, url, language):
    client.get(f"{url}?language={language}")
    answer = client.get(url)
    shown = page(answer)
    assert shown.status == 200
    assert shown.soup.html["lang"] == language
    assert shown.text("title").startswith(shown.heading)
    assert len(shown.texts("h1")) == 1


def test_home_counts_what_is_open_and_shows_the_newest(client, page):
    for number in range(4):
        PublishedVacancyFactory(title=f"Midwife {number}")
    VacancyFactory(title="A draft")
    shown = page(client.get("/"))
    assert "See 4 open vacancies" in shown.text()
    assert shown.texts("main li a") == ["Midwife 3", "Midwife 2", "Midwife 1"]


def test_home_has_one_primary_act(client, page, sign_in):
    assert page(client.get("/")).texts(".btn-primary") == ["Register your skills"]
    sign_in(client, AdminFactory())
    shown = page(client.get("/"))
    assert shown.texts(".btn-primary") == ["Go to your own pages"]
    assert "/admin/" in shown.links()


def test_who_runs_it_and_how_to_reach_them(client, page, settings):
    for url in ("/about", "/privacy"):
        shown = page(client.get(url))
        assert settings.operator_name.lower() in shown.text().lower()
        assert f"mailto:{settings.contact_email}" in shown.links()


@pytest.mark.parametrize(
    ("url", "status"),
    [("/nothing", 404), ("/vacancies/0", 404), ("/vacancies/1", 404), ("/account/sign-out", 405)],
)
def test_errors_are_pages_with_a_way_on_and_a_number(client, page, url, status):
    answer = client.get(url)
    shown = page(answer)
    assert shown.status == status
    assert "/" in shown.links()
    assert answer.headers["X-Request-Id"] in shown.text()


def test_page_of_somebody_else_is_refused_in_plain_words(client, page, sign_in):
    sign_in(client, UserFactory())
    shown = page(client.get("/admin/"))
    assert (shown.status, shown.heading) == (403, "This page is not for your account")


class TestLanguage:
    def test_switch_stays_on_the_page_with_its_filter(self, client):
        answer = client.get("/vacancies?text=a%26b&mode=remote&language=fr")
        assert answer.location == "/vacancies?text=a%26b&mode=remote"

    @pytest.mark.parametrize("path", ["/%09/evil.example", "/%5Cevil.example", "/a%0D%0ASet-Cookie"])
    def test_no_path_leads_to_another_host(self, client, page, path):
        assert f"{path}?language=fr" in page(client.get(path)).links()
        assert client.get(f"{path}?language=fr").location == path

    def test_switch_is_remembered(self, client, page):
        client.get("/about?language=fr")
        assert page(client.get("/privacy")).soup.html["lang"] == "fr"

    def test_browser_is_asked_first_and_unknown_languages_change_nothing(self, client, page):
        french = client.get("/", headers={"Accept-Language": "fr-CI, en;q=0.5"})
        assert page(french).soup.html["lang"] == "fr"
        assert page(client.get("/?language=xx")).soup.html["lang"] == "en"

    def test_signed_in_reads_the_language_of_the_account(self, client, page, sign_in):
        sign_in(client, UserFactory(language="fr"))
        assert page(client.get("/about")).soup.html["lang"] == "fr"

    def test_every_page_links_to_itself_in_the_other_language(self, client, page):
        assert "/vacancies?text=x&language=fr" in page(client.get("/vacancies?text=x")).links()
