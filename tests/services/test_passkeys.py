"""Passkeys: the right device, at the right address, once."""

import pytest
from sqlalchemy import select

from tests.factories import UserFactory
from tests.support.passkeys import ORIGIN, PARTY, SoftKey
from web.models.second_factor import Passkey
from web.services.passkeys import (
    MOST_PASSKEYS,
    Party,
    PasskeyRefusedError,
    TooManyPasskeysError,
    add_passkey,
    new_challenge,
    use_passkey,
)

pytestmark = pytest.mark.usefixtures("database")

HERE = Party(PARTY, "Sankofa", ORIGIN)


@pytest.fixture
def user():
    return UserFactory()


def add(session, user, device, challenge=None, answer=None):
    challenge = challenge or new_challenge()
    answer = answer or device.make(challenge)
    add_passkey(session, HERE, user=user, name="Mine", answer=answer, challenge=challenge, kept=0)


def use(session, user, device, challenge=None, answer=None):
    challenge = challenge or new_challenge()
    use_passkey(session, HERE, user=user, answer=answer or device.use(challenge), challenge=challenge)


def test_device_that_made_it_is_known_again(session, user):
    device = SoftKey()
    add(session, user, device)
    use(session, user, device)
    held = session.scalars(select(Passkey)).one()
    session.refresh(held)
    assert (held.sign_count, held.used_at is None) == (1, False)
    assert user.second_factor_since


@pytest.mark.parametrize("shared", [False, True])
def test_answer_works_once(session, user, shared):
    device, challenge = SoftKey(shared=shared), new_challenge()
    add(session, user, device)
    answer = device.use(challenge)
    use(session, user, device, challenge, answer)
    with pytest.raises(PasskeyRefusedError):
        use(session, user, device, challenge, answer)


def test_answer_to_another_challenge_is_refused(session, user):
    device = SoftKey()
    add(session, user, device)
    with pytest.raises(PasskeyRefusedError):
        use(session, user, device, answer=device.use(new_challenge()))


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "http://localhost.evil.example"},
        {"origin": "https://localhost:5000"},
        {"party": "evil.example"},
    ],
    ids=["another site", "another scheme", "another party"],
)
def test_page_that_looks_like_ours_gets_nothing(session, user, change):
    device = SoftKey()
    add(session, user, device)
    for name, value in change.items():
        setattr(device, name, value)
    with pytest.raises(PasskeyRefusedError):
        use(session, user, device)
    with pytest.raises(PasskeyRefusedError):
        add(session, user, SoftKey(**change))


def test_device_of_somebody_else_is_refused(session, user):
    theirs = SoftKey()
    add(session, UserFactory(), theirs)
    add(session, user, SoftKey())
    with pytest.raises(PasskeyRefusedError):
        use(session, user, theirs)


def test_signature_of_another_key_is_refused(session, user):
    device, forger = SoftKey(), SoftKey()
    add(session, user, device)
    forger.number = device.number
    with pytest.raises(PasskeyRefusedError):
        use(session, user, forger)


def test_nobody_there_to_touch_it_is_refused(session, user):
    device, challenge = SoftKey(), new_challenge()
    add(session, user, device)
    with pytest.raises(PasskeyRefusedError):
        use(session, user, device, challenge, device.use(challenge, present=False))


def test_copy_of_a_device_is_noticed_by_its_count(session, user):
    device = SoftKey()
    add(session, user, device)
    use(session, user, device)
    use(session, user, device)
    device.count = 0
    with pytest.raises(PasskeyRefusedError):
        use(session, user, device)


def test_same_device_is_not_added_twice(session, user):
    device = SoftKey()
    add(session, user, device)
    with pytest.raises(PasskeyRefusedError):
        add(session, UserFactory(), device)


def test_nobody_has_more_than_ten(session, user):
    for _ in range(MOST_PASSKEYS):
        add(session, user, SoftKey())
    with pytest.raises(TooManyPasskeysError):
        add(session, user, SoftKey())


@pytest.mark.parametrize(
    "answer",
    ["", "{", "[]", "null", "0", '{"id": 1}', '{"id": "a", "rawId": "a", "type": "x", "response": {}}'],
)
def test_what_is_no_answer_is_refused(session, user, answer):
    add(session, user, SoftKey())
    for attempt in (use, add):
        with pytest.raises(PasskeyRefusedError):
            attempt(session, user, SoftKey(), answer=answer or " ")
