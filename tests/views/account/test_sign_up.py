from datetime import timedelta

import pytest
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy import select

from tests.factories import MinistryUserFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.views.account.links import link_in, old_token
from web.models.user import Role, User
from web.queries.users import find_user_by_email

NEW = "four words nobody guesses"
ANSWERS = {
    "name": "Mariama Diallo",
    "email": "mariama@people.example",
    "password": NEW,
    "repeated": NEW,
    "agreed": "y",
}


def sign_up(client, **answers):
    return client.submit("/account/sign-up", **{**ANSWERS, **answers})


def test_sign_up_to_sign_in_through_the_mail(client, session, read_mail, page):
    assert sign_up(client, email="Mariama@People.example").location == "/account/sign-up/sent"
    (letter,) = read_mail()
    assert letter["To"] == "mariama@people.example"
    assert client.submit(link_in(letter), password=NEW).location == "/account/sign-in"
    answer = client.submit("/account/sign-in", email="mariama@people.example", password=NEW)
    assert answer.location == "/professional/"
    user = find_user_by_email(session, "mariama@people.example")
    assert (user.role, user.name) == (Role.PROFESSIONAL, "Mariama Diallo")


def test_following_the_link_alone_confirms_nothing(client, session, read_mail):
    sign_up(client)
    client.get(link_in(read_mail()[0]))
    assert session.scalar(select(User)).confirmed_at is None


def test_nobody_signs_in_before_confirming(client, page):
    sign_up(client)
    answer = client.submit("/account/sign-in", email=ANSWERS["email"], password=NEW)
    assert answer.status_code == 422


def test_known_and_unknown_address_get_the_same_answers(client):
    known = UserFactory(email="known@people.example")
    for url, rest in (("/account/sign-up", ANSWERS), ("/account/reset", {}), ("/account/confirmation", {})):
        answers = [
            client.submit(url, **{**rest, "email": email})
            for email in (known.email, "unknown@people.example")
        ]
        assert answers[0].status_code == answers[1].status_code == 303
        assert answers[0].location == answers[1].location
        assert answers[0].data == answers[1].data


def test_owner_of_a_known_address_hears_of_it_and_nothing_changes(client, session, read_mail):
    known = UserFactory(email=ANSWERS["email"], name="Before")
    sign_up(client)
    (letter,) = read_mail()
    assert letter["Subject"] == "You already have an account"
    assert known.name == "Before"
    assert client.submit("/account/sign-in", email=known.email, password=PASSWORD).status_code == 303


def test_second_sign_up_before_confirming_ends_the_first(client, read_mail):
    sign_up(client, password="a stranger chose this", repeated="a stranger chose this")
    first = read_mail()[0]
    sign_up(client)
    second = read_mail()[1]
    assert client.get(link_in(first)).location == "/account/confirmation"
    client.submit(link_in(second), password=NEW)
    stranger = client.submit("/account/sign-in", email=ANSWERS["email"], password="a stranger chose this")
    assert stranger.status_code == 422
    assert client.submit("/account/sign-in", email=ANSWERS["email"], password=NEW).status_code == 303


def test_sign_up_of_a_stranger_afterwards_is_not_confirmed_by_its_owner(client, page, session, read_mail):
    sign_up(client)
    sign_up(client, password="a stranger chose this", repeated="a stranger chose this")
    newest = link_in(read_mail()[-1])
    refused = page(client.submit(newest, password=NEW))
    assert refused.status == 422
    assert "This is not the password that was chosen last for this address" in refused.errors
    stranger = client.submit("/account/sign-in", email=ANSWERS["email"], password="a stranger chose this")
    assert stranger.status_code == 422
    # Whoever has the mailbox chooses a new one, by which the address is confirmed as well.
    client.submit("/account/reset", email=ANSWERS["email"])
    client.submit(link_in(read_mail()[-1]), password=NEW, repeated=NEW)
    assert client.submit("/account/sign-in", email=ANSWERS["email"], password=NEW).status_code == 303


@pytest.mark.parametrize("state", [{"password": None, "confirmed_at": None}, {"confirmed_at": None}, {}])
def test_nothing_is_sent_to_somebody_suspended_by_whoever_types_their_address(client, read_mail, state):
    suspended = UserFactory(active=False, **state)
    password = suspended.password
    sign_up(client, email=suspended.email)
    client.submit("/account/confirmation", email=suspended.email)
    client.submit("/account/reset", email=suspended.email)
    assert (read_mail(), suspended.password) == ([], password)


def test_sign_up_with_an_invited_address_sends_the_invitation_again(client, read_mail):
    invited = MinistryUserFactory(password=None, confirmed_at=None)
    sign_up(client, email=invited.email)
    (letter,) = read_mail()
    assert letter["Subject"] == "You are invited"
    assert invited.role == Role.MINISTRY


def test_errors_stand_at_the_fields_and_answers_are_kept(client, page):
    shown = page(sign_up(client, email="nobody", password="short", repeated="other", agreed=None))
    assert shown.status == 422
    for words in (
        "Enter an e-mail address like name@example.org",
        "Use between 15 and 128 characters for the password",
        "The two passwords are not the same",
        "Read what happens with your data",
    ):
        assert words in shown.errors
    kept = shown.form().values
    assert kept["name"] == ["Mariama Diallo"]
    assert kept["email"] == ["nobody"]
    assert kept["password"] == [""]


@pytest.mark.parametrize("password", ["passwordpassword", "QwertyUiopAsdfgh"])
def test_passwords_everybody_tries_are_refused(client, page, password):
    shown = page(sign_up(client, password=password, repeated=password))
    assert "Choose a password that is harder to guess" in shown.errors


def test_accents_typed_in_two_ways_are_one_password(client, read_mail):
    composed, decomposed = "déjà vu à Donka", "de\u0301ja\u0300 vu a\u0300 Donka"
    sign_up(client, password=composed, repeated=decomposed)
    client.submit(link_in(read_mail()[0]), password=composed)
    answer = client.submit("/account/sign-in", email=ANSWERS["email"], password=decomposed)
    assert answer.status_code == 303


def test_sent_twice_makes_one_account_and_one_letter(client, session, read_mail, page):
    form = page(client.get("/account/sign-up")).form().fill(**ANSWERS)
    answers = [client.post("/account/sign-up", data=form) for _ in range(2)]
    assert {answer.location for answer in answers} == {"/account/sign-up/sent"}
    assert len(session.scalars(select(User)).all()) == len(read_mail()) == 1


def test_confirmation_link_ends_after_two_days(app, client):
    user = UserFactory(confirmed_at=None)
    for age, location in ((timedelta(days=2, minutes=1), "/account/confirmation"), (timedelta(days=1), None)):
        token = old_token(app, generate_confirmation_token, user, age)
        assert client.get(f"/account/confirm/{token}").location == location


def test_confirmation_mail_is_sent_again_only_where_it_is_missing(client, read_mail):
    waiting = UserFactory(confirmed_at=None)
    for user in (waiting, UserFactory(), MinistryUserFactory(password=None, confirmed_at=None)):
        client.submit("/account/confirmation", email=user.email)
    assert [letter["To"] for letter in read_mail()] == [waiting.email]


def test_mail_comes_in_the_language_of_the_pages(client, read_mail):
    client.get("/?language=fr")
    sign_up(client)
    assert read_mail()[0]["Content-Language"] == "fr"


def test_too_short_is_all_that_is_said_of_a_short_password(client, page):
    shown = page(sign_up(client, password="short", repeated="short"))
    assert "Use between 15 and 128 characters for the password" in shown.errors
    assert "harder to guess" not in shown.errors
