"""Migration 0014 with accounts that were there before it."""

import pytest
from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.factories import (
    AuthenticatorFactory,
    BrowserSessionFactory,
    MailedCodeFactory,
    PasskeyFactory,
    RecoveryCodeFactory,
    UserFactory,
)
from tests.support.dump import dump
from web import schema
from web.models.browser_session import BrowserSession
from web.models.second_factor import Authenticator, MailedCode, Passkey, RecoveryCode
from web.models.user import User

FACTORS = (Authenticator, MailedCode, Passkey, RecoveryCode)
FACTORIES = (AuthenticatorFactory, MailedCodeFactory, PasskeyFactory, RecoveryCodeFactory)


@pytest.fixture
def users(database: Engine, session: Session) -> list[User]:
    users = [UserFactory(), UserFactory()]
    for user in users:
        for factory in FACTORIES:
            factory(user=user)
    session.commit()
    return users


def test_who_was_signed_in_stays_so_and_is_asked_again(database: Engine, session: Session, users):
    opened = BrowserSessionFactory(user=users[0])
    session.commit()
    before = dump(database)
    session.close()
    schema.downgrade(database, "0013")
    schema.upgrade(database)
    after = dump(database)
    assert after["user"] == before["user"]
    assert {name: len(after[name]) for name in ("passkey", "authenticator")} == {
        "passkey": 0,
        "authenticator": 0,
    }
    found = session.scalars(select(BrowserSession)).one()
    assert (found.id, found.proved_at) == (opened.id, None)


def test_factors_go_with_their_user(session: Session, users):
    session.execute(delete(User).where(User.id == users[0].id))
    assert [session.scalar(select(func.count()).select_from(model)) for model in FACTORS] == [1] * len(
        FACTORS
    )


def test_an_account_has_one_app(session: Session, users):
    with pytest.raises(IntegrityError):
        AuthenticatorFactory(user=users[0])
