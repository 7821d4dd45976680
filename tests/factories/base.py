"""What all factories share: they add to the session of the running test."""

from collections.abc import Iterator
from contextlib import contextmanager

from factory.alchemy import SQLAlchemyModelFactory
from sqlalchemy.orm import Session

_bound: list[Session] = []


@contextmanager
def bind_factories(session: Session) -> Iterator[None]:
    """Let factories add to this session while the block runs."""
    _bound.append(session)
    try:
        yield
    finally:
        _bound.pop()


def bound_session() -> Session:
    """Give the session of the running test."""
    assert _bound, "factories need the fixture `session`"
    return _bound[-1]


class ModelFactory(SQLAlchemyModelFactory):
    """A factory that flushes, so that what it makes has a number."""

    class Meta:
        abstract = True
        sqlalchemy_session_factory = bound_session
        sqlalchemy_session_persistence = "flush"
