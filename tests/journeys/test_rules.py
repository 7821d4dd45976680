"""The rules for every page notice what they are there for."""

import pytest

from tests.journeys.rules import faults_of, first_key_faults

TITLE = "Facilities \N{EN DASH} Sankofa"
SOUND = "<h1>Facilities</h1>"
SKIP = '<a class="skip-link" href="#main">Skip to main content</a>'
FAULTY = {
    "two headings": (f"{SOUND}<h1>Again</h1>", "2 first headings"),
    "another title": ("<h1>Vacancies</h1>", f"title '{TITLE}'"),
    "field without a label": (f"{SOUND}<input name=a>", "label:"),
    "wider than the window": (f"{SOUND}<div style='width: 2000px'>wide</div>", "scrolls sideways"),
    "pale text": (f"{SOUND}<p style='color: #bbb'>pale</p>", "color-contrast:"),
    "low button": (f"{SOUND}<button style='height: 20px'>Go</button>", "less than 24 px high"),
    "small targets side by side": (
        f"{SOUND}<a href=a style='font-size: 9px'>1</a><a href=b style='font-size: 9px'>2</a>",
        "target-size:",
    ),
    "skipped level": (f"{SOUND}<h3>Beds</h3>", "heading-order:"),
}


@pytest.fixture
def look(browser):
    """Give a function that says what is wrong with a small page."""

    def look(content, *, skip=SKIP, language="en"):
        page = browser.new_page()
        body = f'<body>{skip}<main id="main">{content}</main>'
        page.set_content(f'<!doctype html><html lang="en"><title>{TITLE}</title>{body}')
        faults = [*faults_of(page, language=language), *first_key_faults(page)]
        page.close()
        return faults

    return look


def test_sound_page_has_no_fault(look):
    assert look(SOUND) == []


@pytest.mark.parametrize(("content", "fault"), FAULTY.values(), ids=FAULTY)
def test_planted_fault_is_noticed(look, content, fault):
    faults = look(content)
    assert any(found.startswith(fault) for found in faults), faults


def test_pale_text_around_the_main_part_is_noticed_where_it_is_looked_at(browser):
    page = browser.new_page()
    pale = "<header><p style='color: #bbb'>pale</p></header>"
    page.set_content(f'<!doctype html><html lang="en"><title>{TITLE}</title><body>{pale}<main>{SOUND}</main>')
    for around in (True, False):
        found = [fault for fault in faults_of(page, language="en", around=around) if "contrast" in fault]
        assert bool(found) == around
    page.close()


def test_page_in_another_language_is_noticed(look):
    assert look(SOUND, language="fr") == ["language 'en'"]


def test_long_way_past_the_navigation_is_noticed(look):
    """Axe wants such a link too where there is a banner; the first key must reach it."""
    assert look(SOUND, skip='<a href="/">Home</a>')[-1].startswith("the first Tab")
