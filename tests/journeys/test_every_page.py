"""Every page, as every kind of person, in both languages, wide and narrow, in a real browser.

One filled scene and one running service for all of it. What must hold stands in rules.py.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

import pytest

from tests.factories.scenes import make_verified_professional
from tests.journeys.pages import ROLES, addresses_of, page_endpoints, path_of
from tests.journeys.rules import faults_of, first_key_faults, quick_faults_of
from tests.journeys.service import running_service
from tests.security.stage import open_stage
from tests.support.databases import sqlite_databases

WIDTHS = {"en": 1280, "fr": 360}
# Axe takes as long as all else together, and the elements it judges are the same at both widths.
OF_AXE = "fr"
MOST_REQUESTS = 6
MOST_BYTES = 60_000
MOST_TABS = 60
# Forms that nobody can send as they stand, with the texts in them taken out.
WRONG = [
    ("visitor", "account.sign_up"),
    ("professional", "professional.profile_licences_new"),
    ("professional", "professional.profile_availability_new"),
    ("ministry", "ministry.vacancy_time"),
    ("ministry", "ministry.placements_decline"),
    ("coordinator", "coordinator.licence"),
    ("admin", "admin.user_invite"),
]


# What is read out with a field: its own description and that of its group.
DESCRIPTION = """id => {
  const field = document.getElementById(id);
  return [field, field.closest('fieldset')]
    .flatMap(e => (e?.getAttribute('aria-describedby') ?? '').split(' '))
    .map(id => document.getElementById(id)?.innerText ?? '').join(' ');
}"""
FOCUS = """() => {
  const focus = document.activeElement;
  return {
    seen: getComputedStyle(focus).outlineStyle !== 'none',
    isAct: focus.matches('main .btn-primary'),
    where: focus.outerHTML.slice(0, 160),
  };
}"""


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """Set the scene, with names as long as they come and enough people to rank."""
    folder = tmp_path_factory.mktemp("pages")
    with sqlite_databases(folder) as make, open_stage(url := make(), folder) as stage:
        stage.url = url
        side = stage.scene.a
        side.facility.name = "Centre hospitalier universitaire de référence Yalgado-Ouédraogo-Assomption"
        side.vacancy.title = "Infirmière-anesthésiste-instructrice en soins obstétricaux d'urgence"
        side.ministry_user.email = "directrice-adjointe-des-ressources-humaines@ministere-sante.example"
        for _ in range(3):
            make_verified_professional()
        stage.session.commit()
        yield stage


@pytest.fixture(scope="module")
def service(stage, tmp_path_factory):
    """Serve the scene to all tests of this module."""
    with running_service(stage.url, tmp_path_factory.mktemp("service")) as service:
        yield service


@pytest.fixture
def enter(stage, make_person):
    """Give a function that opens a browser as one kind of person, in one language.

    They are signed in as in the tests without a browser: the journeys show that the form does it.
    """

    def enter(role, *, language="en", scripts=True):
        person = make_person(width=WIDTHS[language], scripts=scripts)
        reader, _ = stage.enter(ROLES[role])
        with reader.session_transaction() as session:
            session["language"] = language
        person.take_session(reader)
        return person

    return enter


def faults_on(person, addresses, language) -> Iterator[str]:
    """Open pages one after the other and say what is wrong with them."""
    hosts = set()
    person.page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    for number, address in enumerate(addresses):
        status = person.open(address.path).status
        if status != 200 or person.path() != address.path:
            yield f"{address.path}: answers {status} at {person.path()}"
            continue
        look = partial(faults_of, around=number == 0) if language == OF_AXE else quick_faults_of
        for fault in (*look(person.page, language=language), *first_key_faults(person.page)):
            yield f"{address.path}: {fault}"
    yield from (f"asks {host}" for host in hosts - {urlsplit(person.service.address).netloc})


@pytest.mark.parametrize("language", WIDTHS)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_keeps_the_rules(stage, enter, role, language):
    faults = Counter(faults_on(enter(role, language=language), addresses_of(stage, role), language))
    assert not faults, "\n".join(faults)


def test_every_page_is_meant_for_somebody(stage):
    meant = {address.endpoint for role in ROLES for address in addresses_of(stage, role)}
    assert page_endpoints(stage) - meant == set()


def test_error_pages_keep_the_rules(enter):
    person = enter("ministry")
    for path, status in (("/nowhere", 404), ("/admin/users", 403)):
        assert person.open(path).status == status
        assert list(faults_of(person.page, language="en")) == []


@pytest.mark.parametrize(
    ("role", "endpoint"),
    [
        ("visitor", "public.home"),
        ("professional", "professional.profile_residence"),
        ("coordinator", "coordinator.ranking"),
    ],
)
def test_first_view_is_light(stage, enter, role, endpoint):
    """Few requests and few bytes, with nothing kept from an earlier visit, and nobody else is asked."""
    person = enter(role)
    wire = person.context.new_cdp_session(person.page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    asked, sizes = {}, {}
    wire.on(
        "Network.requestWillBeSent", lambda sent: asked.update({sent["requestId"]: sent["request"]["url"]})
    )
    wire.on("Network.loadingFinished", lambda got: sizes.update({got["requestId"]: got["encodedDataLength"]}))
    person.open(path_of(stage, endpoint))
    person.page.wait_for_load_state("networkidle")
    assert {urlsplit(url).netloc for url in asked.values()} == {urlsplit(person.service.address).netloc}
    assert len(asked) <= MOST_REQUESTS, asked
    assert asked.keys() <= sizes.keys()
    assert 0 < sum(sizes[request] for request in asked) <= MOST_BYTES


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize(("role", "endpoint"), WRONG)
def test_wrong_form_says_where_and_why(stage, enter, role, endpoint, scripts):
    language = "en" if scripts else "fr"
    person = enter(role, language=language, scripts=scripts)
    person.open(path_of(stage, endpoint))
    form = person.page.locator("main form[method=post]")
    for field in form.locator("input.control, textarea").all():
        field.fill("")
    form.locator(".btn-primary, .btn-danger").first.click()
    summary = person.page.locator("#error-summary")
    summary.wait_for()
    if scripts:
        assert summary.evaluate("summary => summary === document.activeElement")
        # Axe is a script too.
        assert list(faults_of(person.page, language=language)) == []
    links = {link.get_attribute("href")[1:]: link for link in summary.locator("a").all()}
    assert len(links) == summary.locator("li").count()
    for name, link in links.items():
        assert link.inner_text() in person.page.evaluate(DESCRIPTION, name)
    name, link = next(iter(links.items()))
    link.click()
    assert person.page.evaluate("document.activeElement.id" if scripts else "location.hash.slice(1)") == name


@pytest.mark.parametrize(
    ("role", "endpoint"),
    [
        ("visitor", "public.home"),
        ("visitor", "account.sign_in"),
        ("professional", "professional.profile_residence"),
        ("ministry", "ministry.readiness"),
        ("coordinator", "coordinator.licence"),
        ("admin", "admin.user_invite"),
    ],
)
def test_main_act_is_reached_by_keyboard(stage, enter, role, endpoint):
    """Past the navigation in two keys, then on to the act, and one always sees where one is."""
    person = enter(role)
    person.open(path_of(stage, endpoint))
    keyboard = person.page.keyboard
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert person.page.evaluate("document.activeElement.id") == "main"
    for _ in range(MOST_TABS):
        keyboard.press("Tab")
        focus = person.page.evaluate(FOCUS)
        assert focus["seen"], focus
        if focus["isAct"]:
            return
    pytest.fail(f"no act within {MOST_TABS} tabs")


def test_what_is_typed_stays_when_the_language_is_switched(stage, enter):
    """But for the password, and only until the page is open again."""
    person = enter("visitor")
    path = path_of(stage, "account.sign_up")
    person.open(path)
    person.page.fill("[name=email]", "ama@example.org")
    person.page.fill("[name=password]", "a long enough pass phrase")
    for expected in (("ama@example.org", ""), ("", "")):
        person.page.click(".languages a")
        person.page.wait_for_load_state()
        shown = [person.page.input_value(f"[name={name}]") for name in ("email", "password")]
        assert tuple(shown) == expected
        person.open(path)
    assert person.page.evaluate("sessionStorage.length") == 0


def test_choices_stay_when_the_language_is_switched(stage, enter):
    person = enter("professional")
    person.open(path_of(stage, "professional.profile_licences_new"))
    person.page.fill("[name=regulator]", "Ordre des sages-femmes")
    person.page.check("[name=status] >> nth=1")
    person.page.click(".languages a")
    person.page.wait_for_load_state()
    assert person.page.evaluate("document.documentElement.lang") == "fr"
    assert person.page.input_value("[name=regulator]") == "Ordre des sages-femmes"
    assert person.page.is_checked("[name=status] >> nth=1")
