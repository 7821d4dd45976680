"""Signing in with another e-mail address."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import UserFactory
from tests.support.accounts import PASSWORD
from tests.views.account.browsers import is_in
from tests.views.account.links import link_in, old_token
from web.accounts import make_address_token
from web.models.outbox import Message, OutboxMessage
from web.services.accounts import set_password

NEW = "new.address@people.example"


@pytest.fixture
def user(client, sign_in):
    user = UserFactory(email="old.address@people.example")
    sign_in(client, user)
    return user


def ask(client, email=NEW):
    return client.submit("/account/email", email=email)


def link_to(read_mail):
    (letter,) = (each for each in read_mail() if each["To"] == NEW)
    return link_in(letter)


def test_old_address_counts_until_the_link_is_followed(client, user, read_mail):
    assert ask(client).location == "/account/email/sent"
    assert client.get(link_to(read_mail)).status_code == 200
    assert user.email == "old.address@people.example"


def test_new_one_counts_then_and_everybody_is_signed_out(client, make_client, user, read_mail):
    ask(client)
    answer = make_client().submit(link_to(read_mail))
    assert answer.location == "/account/sign-in"
    assert (user.email, user.new_email) == (NEW, "")
    assert not is_in(client)
    assert client.submit("/account/sign-in", email=NEW, password=PASSWORD).location == "/professional/"


def test_both_addresses_are_told(client, user, read_mail):
    ask(client)
    client.submit(link_to(read_mail))
    told = {letter["To"] for letter in read_mail() if "another e-mail address" in letter["Subject"]}
    assert told == {"old.address@people.example", NEW}


def test_link_works_once_and_for_ten_minutes(app, client, user, read_mail):
    ask(client)
    link = link_to(read_mail)
    late = old_token(app, make_address_token, user, timedelta(minutes=11))
    assert client.get(f"/account/email/{late}").location == "/account/email"
    client.submit(link)
    assert client.get(link).location == "/account/sign-in"


def test_link_ends_with_another_wish_and_with_a_new_password(client, session, user, read_mail):
    ask(client)
    first = link_to(read_mail)
    ask(client, "third.address@people.example")
    assert client.get(first).status_code == 303
    ask(client)
    set_password(session, user=user, password_hash="x")
    assert client.get(first).status_code == 303


def test_address_of_somebody_else_looks_the_same_and_only_its_owner_is_told(client, session, user, read_mail):
    owner = UserFactory()
    unknown = ask(client)
    known = ask(client, owner.email)
    assert (known.status_code, known.location) == (unknown.status_code, unknown.location)
    queued = select(func.count()).where(OutboxMessage.message == Message.CONFIRM_NEW_ADDRESS)
    assert session.scalar(queued) == 1
    subjects = [letter["Subject"] for letter in read_mail() if letter["To"] == owner.email]
    assert subjects == ["Somebody tried to use your e-mail address"]


def test_address_that_was_taken_meanwhile_is_refused(database, client, session, user, page):
    ask(client)
    session.refresh(user)
    with client.application.app_context():
        link = f"/account/email/{make_address_token(user)}"
    UserFactory(email=NEW)
    answer = client.submit(link)
    assert answer.status_code == 422
    assert "There is an account with this e-mail address already." in page(answer).errors
    assert user.email == "old.address@people.example"


def test_own_address_is_refused(client, user):
    assert ask(client, "OLD.address@people.example").status_code == 422
