"""Pages by key: every row once, in order, in both directions, whatever key the address names."""

from itertools import pairwise

import pytest
from sqlalchemy import select

from tests.factories import FacilityFactory
from web.models.facility import Facility
from web.queries.keyset import Place, read_page

pytestmark = pytest.mark.usefixtures("database")

NAMES = ["Agogo", "Bawku", "Bawku", "Bawku", "Cape Coast", "Dodowa", "Effia"]


@pytest.fixture(autouse=True)
def facilities(session):
    return [FacilityFactory(name=name) for name in NAMES]


def page(session, *, size=3, descending=False, query=None, **place):
    return read_page(
        session,
        query if query is not None else select(Facility),
        order=Facility.name,
        key=Facility.id,
        place=Place(**place),
        descending=descending,
        size=size,
    )


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 8])
def test_leafing_forth_and_back_shows_every_row_once(session, size, descending):
    pages = [page(session, size=size, descending=descending)]
    while pages[-1].after:
        pages.append(page(session, size=size, descending=descending, after=pages[-1].after))
    rows = [row for each in pages for row in each.rows]
    wanted = sorted(rows, key=lambda row: (row.name, row.id), reverse=descending)
    assert rows == wanted
    assert len(rows) == len(NAMES)
    assert pages[0].before is None
    for earlier, later in pairwise(pages):
        back = page(session, size=size, descending=descending, before=later.before)
        assert list(back.rows) == list(earlier.rows)
        assert (back.before, back.after) == (earlier.before, earlier.after)


def test_key_of_a_row_outside_the_list_gives_the_first_page(session):
    stranger = FacilityFactory(name="Zorgho", country="BF")
    query = select(Facility).where(Facility.country == "GH")
    for key in (stranger.id, 10**15):
        assert list(page(session, query=query, after=key).rows) == list(page(session, query=query).rows)


def test_empty_list_has_no_neighbours(session):
    nothing = page(session, query=select(Facility).where(Facility.country == "XX"))
    assert (list(nothing.rows), nothing.before, nothing.after) == ([], None, None)
