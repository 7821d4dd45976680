"""Migration 0008 with accounts that were there before it."""

import pytest
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.factories import BrowserSessionFactory, UserFactory
from tests.support.dump import dump
from web import schema
from web.models.browser_session import BrowserSession
from web.models.user import User


@pytest.fixture
def users(database: Engine, session: Session) -> list[User]:
    users = [UserFactory(), UserFactory()]
    for user in users:
        BrowserSessionFactory(user=user)
    session.commit()
    return users


def test_accounts_stay_as_they_are_and_nobody_is_signed_in(database: Engine, session: Session, users):
    before = dump(database, without={"browser_session"})
    session.close()
    schema.downgrade(database, "0007")
    schema.upgrade(database)
    assert dump(database, without={"browser_session"}) == before
    assert len(before["user"]) == len(users)
    assert session.scalar(select(func.count(BrowserSession.id))) == 0


def test_rows_go_with_their_user_and_no_id_is_there_twice(session: Session, users):
    first, second = users
    (kept,) = session.scalars(select(BrowserSession).where(BrowserSession.user_id == second.id))
    session.execute(delete(User).where(User.id == first.id))
    assert session.scalars(select(BrowserSession.id)).all() == [kept.id]
    with pytest.raises(IntegrityError):
        BrowserSessionFactory(user=second, id_hash=kept.id_hash)
