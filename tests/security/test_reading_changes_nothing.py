"""GET never writes; the exceptions keep what people were shown: rankings (docs/adr/0003) and papers."""

from urllib.parse import urlsplit

from tests.security.crawl import Opened
from tests.security.rehearsal import Rehearsal
from tests.support.dump import KEPT_AS_SHOWN, changed_tables, dump
from web.db import transaction
from web.models.ministry import Ministry
from web.views.guards import public


def hands_out(page: Opened) -> bool:
    """Say whether this address hands out a paper: that is noted, so that its owner can see who opened it."""
    return urlsplit(page.url).path.endswith("/file")


def changes(rehearsal: Rehearsal, pages: list[Opened]) -> list[str]:
    """Open pages once more and give the tables that are other than before."""
    assert pages
    before = dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN)
    for page in pages:
        if not hands_out(page):
            page.client.get(page.url).close()
    return changed_tables(before, dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN))


def test_opening_every_page_changes_nothing(rehearsal):
    assert changes(rehearsal, rehearsal.pages) == []


def test_handing_out_a_paper_adds_nothing_but_the_act(rehearsal):
    files = [page for page in rehearsal.pages if hands_out(page)]
    assert len(files) >= 3
    before = dump(rehearsal.stage.engine)
    for page in files:
        page.client.get(page.url).close()
    assert changed_tables(before, dump(rehearsal.stage.engine)) == ["audit_entry", "audit_seal"]


def test_page_that_writes_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a page that adds a row when it is opened."""

    @public
    def counting() -> str:
        with transaction() as session:
            session.add(Ministry(name=f"Visit {id(session)}", country="TG"))
        return "counted"

    monkeypatch.setitem(rehearsal.stage.app.view_functions, "public.about", counting)
    about = [page for page in rehearsal.pages if page.url == "/about"]
    assert changes(rehearsal, about) == ["ministry"]
