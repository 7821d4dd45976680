"""Pages of a list by key: the address names the row a page begins after, so rows may come and go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, and_, or_
from sqlalchemy.orm import InstrumentedAttribute, Session

PAGE_SIZE = 25

Row = TypeVar("Row")


@dataclass(frozen=True)
class PageOfRows(Generic[Row]):
    """One page of a list. `before` and `after` are the keys of the neighbouring pages, if there are any."""

    rows: Sequence[Row]
    before: int | None = None
    after: int | None = None


@dataclass(frozen=True)
class Place:
    """Where a page stands in a list: after one row, before one, or at the top."""

    after: int | None = None
    before: int | None = None


TOP = Place()


def read_page(
    session: Session,
    query: Select[Any],
    *,
    order: ColumnElement[Any] | InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    place: Place = TOP,
    descending: bool = False,
    size: int = PAGE_SIZE,
) -> PageOfRows[Any]:
    """Read one page of a query in the order of a column that is never empty, and of the key among equals.

    A key that is not among the query's rows, because it is gone or somebody else's, gives the first page.
    """
    backwards = place.before is not None
    anchor = _find_anchor(session, query, order, key, place)
    falling = descending != backwards
    if anchor is not None:
        query = query.where(_beyond(order, key, anchor, falling=falling))
    sort = (order.desc(), key.desc()) if falling else (order.asc(), key.asc())
    found = list(session.scalars(query.order_by(*sort).limit(size + 1)).unique())
    more, rows = len(found) > size, found[:size]
    if backwards:
        rows.reverse()
    earlier = more if backwards else anchor is not None
    later = anchor is not None if backwards else more
    return PageOfRows(
        rows,
        before=getattr(rows[0], key.key) if rows and earlier else None,
        after=getattr(rows[-1], key.key) if rows and later else None,
    )


def _find_anchor(
    session: Session,
    query: Select[Any],
    order: ColumnElement[Any] | InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    place: Place,
) -> Any:
    wanted = place.before if place.before is not None else place.after
    if wanted is None:
        return None
    return session.execute(query.with_only_columns(order, key).where(key == wanted)).one_or_none()


def _beyond(
    order: ColumnElement[Any] | InstrumentedAttribute[Any],
    key: InstrumentedAttribute[int],
    anchor: Any,
    *,
    falling: bool,
) -> Any:
    value, number = anchor
    if falling:
        return or_(order < value, and_(order == value, key < number))
    return or_(order > value, and_(order == value, key > number))
