"""What takes long to make is made once for each database, and put back from its rows from then on."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session

from tests.support.dump import SAVED_KEYS, put_back, save
from web.models import Base
from web.models.document import Document
from web.models.ministry import Ministry
from web.models.sealed import KeyHolder
from web.models.user import User
from web.services.documents import STORE, DocumentStore

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """An object by what it is and its number, to be looked for again."""

    model: type[Base]
    identity: tuple[Any, ...]


@dataclass(frozen=True)
class Made:
    """A dataclass by its fields."""

    kind: Callable[..., Any]
    parts: dict[str, Any]


class Kept(Generic[T]):
    """A situation: all rows, keys and files of a database that was empty before, and the objects in it."""

    def __init__(self, session: Session, made: T) -> None:
        session.commit()
        self._shape = _describe(made)
        self._rows = save(session.get_bind())
        self._rows[SAVED_KEYS] = [key for key in self._rows[SAVED_KEYS] if key["name"] in self._key_ids]
        store = _store_of(session)
        self._files = {key: store.read(key) for key in session.scalars(select(Document.key))}

    def put_back(self, session: Session) -> T:
        """Make an empty database the situation again."""
        session.commit()
        put_back(session.get_bind(), self._rows)
        _go_on_counting(session)
        for key, content in self._files.items():
            path = _store_of(session).folder / key[:2] / key
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        found = {(type(each), inspect(each).identity): each for each in self._find(session)}
        made: T = _build(self._shape, lambda row: found[row.model, row.identity])
        return made

    @cached_property
    def _key_ids(self) -> set[object]:
        holders = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, KeyHolder)]
        return {row["key_id"] for holder in holders for row in self._rows[holder.__tablename__]}

    def _find(self, session: Session) -> Iterator[Base]:
        """Read all its objects, one kind after the other."""
        numbers: defaultdict[type[Base], list[Any]] = defaultdict(list)
        for row in _list_rows(self._shape):
            numbers[row.model].append(row.identity[0])
        for model, wanted in numbers.items():
            (key,) = inspect(model).primary_key
            yield from session.scalars(select(model).where(key.in_(wanted)))


_KEPT: dict[tuple[Callable[[], Any], str], Kept[Any]] = {}


def make_once(session: Session, make: Callable[[], T]) -> T:
    """Make something, or put it back if it was made in this database before, and the database is empty."""
    if session.new or any(session.scalar(select(model.id).limit(1)) for model in (User, Ministry)):
        return make()
    # Numbers begin anew in each SQLite file, and go on in a PostgreSQL database whatever was deleted there.
    url = session.get_bind().engine.url
    place = (make, "sqlite" if url.get_backend_name() == "sqlite" else str(url))
    if place in _KEPT:
        return _KEPT[place].put_back(session)
    made = make()
    _KEPT[place] = Kept(session, made)
    return made


def _go_on_counting(session: Session) -> None:
    """Have PostgreSQL give numbers above those put back: it may have begun anew since, with a new table."""
    if session.get_bind().dialect.name == "postgresql":
        for table in Base.metadata.sorted_tables:
            if "id" in table.c:
                counter = func.pg_get_serial_sequence(f'"{table.name}"', "id")
                highest = select(func.max(table.c.id)).scalar_subquery()
                session.execute(select(func.setval(counter, func.greatest(func.nextval(counter), highest))))
        session.commit()


def _store_of(session: Session) -> DocumentStore:
    store: DocumentStore = session.info[STORE]
    return store


def _describe(value: Any) -> Any:
    if isinstance(value, Base):
        return Row(type(value), inspect(value).identity)
    if is_dataclass(value):
        parts = {field.name: _describe(getattr(value, field.name)) for field in fields(value)}
        return Made(type(value), parts)
    if isinstance(value, dict):
        return {key: _describe(each) for key, each in value.items()}
    return value


def _list_rows(shape: Any) -> Iterator[Row]:
    if isinstance(shape, Row):
        yield shape
    elif isinstance(shape, Made):
        yield from _list_rows(shape.parts)
    elif isinstance(shape, dict):
        for each in shape.values():
            yield from _list_rows(each)


def _build(shape: Any, find: Callable[[Row], Base]) -> Any:
    if isinstance(shape, Row):
        return find(shape)
    if isinstance(shape, Made):
        return shape.kind(**_build(shape.parts, find))
    if isinstance(shape, dict):
        return {key: _build(each, find) for key, each in shape.items()}
    return shape
