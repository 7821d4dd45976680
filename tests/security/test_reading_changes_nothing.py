"""GET never writes; the one exception keeps what people were shown, see docs/adr/0003."""

import pytest

from tests.security.crawl import open_pages
from tests.security.rehearsal import Rehearsal
from tests.support.dump import KEPT_AS_SHOWN, changed_tables, dump
from web.db import transaction
from web.models.ministry import Ministry
from web.views.guards import public


@pytest.fixture
def changes(rehearsal: Rehearsal):
    """Open every page and give the tables that are other than before."""

    def changes() -> list[str]:
        before = dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN)
        pages = list(open_pages(rehearsal.stage))
        assert pages
        return changed_tables(before, dump(rehearsal.stage.engine, without=KEPT_AS_SHOWN))

    return changes


def test_opening_every_page_changes_nothing(changes):
    assert changes() == []


def test_page_that_writes_is_noticed(changes, rehearsal, monkeypatch):
    """The planted fault: a page that adds a row when it is opened."""

    @public
    def counting() -> str:
        with transaction() as session:
            session.add(Ministry(name=f"Visit {id(session)}", country="TG"))
        return "counted"

    monkeypatch.setitem(rehearsal.stage.app.view_functions, "public.about", counting)
    assert changes() == ["ministry"]
