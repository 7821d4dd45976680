"""GET never writes; the one exception keeps what people were shown, see docs/adr/0003."""

from tests.security.crawl import Opened
from tests.security.rehearsal import Rehearsal
from tests.support.dump import KEPT_AS_SHOWN, changed_tables, dump
from web.db import transaction
from web.models.ministry import Ministry
from web.views.guards import public


def changes(rehearsal: Rehearsal, pages: list[Opened]) -> list[str]:
    """Open pages once more and give the tables that are other than before."""
    assert pages
    before = dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN)
    for page in pages:
        page.client.get(page.url).close()
    return changed_tables(before, dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN))


def test_opening_every_page_changes_nothing(rehearsal):
    assert changes(rehearsal, rehearsal.pages) == []


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
