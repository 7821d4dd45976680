"""Codes by mail as the second step of professionals."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import CoordinatorFactory, UserFactory
from tests.support.accounts import PASSWORD
from tests.support.page import Page
from tests.views.account.browsers import is_in
from web.models.base import now
from web.models.outbox import OutboxMessage
from web.models.second_factor import MailedCode
from web.services.accounts import set_password

MAIL = "/account/second-step/mail"
SEND = "/account/second-step/mail/send"
OWN = "/account/security/mail"


@pytest.fixture
def user(session):
    return UserFactory(second_factor_since=now(), codes_by_mail_since=now())


def go_half_way(client, user):
    answer = client.submit("/account/sign-in", email=user.email, password=PASSWORD)
    assert answer.location == MAIL


def send(client):
    return client.submit(MAIL, action=SEND)


def newest_code(read_mail):
    text = read_mail()[-1].get_body(("plain",)).get_content()
    return re.search(r"^\d{4} \d{4}$", text, re.MULTILINE).group()


def enter(client, code):
    return client.submit(MAIL, having="code", code=code)


def test_code_from_the_mailbox_signs_in_once(database, make_client, user, read_mail):
    client, second = make_client(), make_client()
    go_half_way(client, user)
    go_half_way(second, user)
    assert send(client).location == MAIL
    code = newest_code(read_mail)
    assert enter(client, code).location == "/professional/"
    assert is_in(client)
    assert enter(second, code).status_code == 422


def test_letter_puts_the_warning_in_a_line_of_its_own(client, user, read_mail):
    go_half_way(client, user)
    send(client)
    text = read_mail()[-1].get_body(("plain",)).get_content()
    assert re.search(r"ask you for it\.\n\nIf it was not you", text)


def test_wrong_code_leads_to_the_newest_mail(client, user):
    go_half_way(client, user)
    assert "Enter the one from the newest mail" in Page(enter(client, "11111111")).text()


def test_opening_the_page_sends_nothing(client, session, user):
    go_half_way(client, user)
    client.get(MAIL)
    assert session.scalar(select(func.count(OutboxMessage.id))) == 0


def test_only_the_newest_works(client, user, read_mail):
    go_half_way(client, user)
    send(client)
    first = newest_code(read_mail)
    send(client)
    assert enter(client, first).status_code == 422
    assert enter(client, newest_code(read_mail)).status_code == 303


def test_it_works_for_ten_minutes(client, session, user, read_mail):
    go_half_way(client, user)
    send(client)
    code = newest_code(read_mail)
    session.scalars(select(MailedCode)).one().ends_at = now() - timedelta(seconds=1)
    assert enter(client, code).status_code == 422


def test_it_ends_with_a_change_of_the_account(client, session, user, read_mail):
    go_half_way(client, user)
    send(client)
    code = newest_code(read_mail)
    set_password(session, user=user, password_hash=user.password)
    client.submit("/account/sign-in", email=user.email, password=PASSWORD)
    assert enter(client, code).status_code == 422


def test_code_of_somebody_else_does_not_work(make_client, user, read_mail):
    other = UserFactory(second_factor_since=now(), codes_by_mail_since=now())
    client, theirs = make_client(), make_client()
    go_half_way(client, user)
    go_half_way(theirs, other)
    send(client)
    assert enter(theirs, newest_code(read_mail)).status_code == 422


def test_code_stands_nowhere_in_the_database(client, session, user, read_mail):
    go_half_way(client, user)
    send(client)
    code = newest_code(read_mail).replace(" ", "")
    row = session.scalars(select(MailedCode)).one()
    letters = session.scalars(select(OutboxMessage)).all()
    assert code not in repr([vars(row), *map(vars, letters)])


@pytest.mark.parametrize("wrong", ["00000000", "", "1", "abcdefgh"])
def test_wrong_code_is_refused(client, user, wrong):
    go_half_way(client, user)
    send(client)
    assert enter(client, wrong).status_code == 422


class TestLimits:
    @pytest.fixture
    def settings(self, settings):
        return replace(settings, rate_limits=True)

    def test_tries_are_few_however_many_codes_are_sent(self, client, user):
        go_half_way(client, user)
        statuses = []
        for _ in range(6):
            send(client)
            statuses.append(enter(client, "00000000").status_code)
        assert statuses == [422] * 5 + [429]

    def test_so_are_the_mails(self, client, user):
        go_half_way(client, user)
        assert [send(client).status_code for _ in range(11)] == [303] * 10 + [429]


class TestTurningOnAndOff:
    @pytest.fixture
    def user(self, client, sign_in):
        user = UserFactory()
        sign_in(client, user)
        return user

    def test_professionals_turn_it_on_and_get_recovery_codes(self, client, user):
        assert client.submit(OWN).location == "/account/security/recovery-codes?first=y"
        assert user.codes_by_mail_since
        assert user.second_factor_since

    def test_and_off(self, client, session, user, read_mail):
        client.submit(OWN)
        assert client.submit(OWN).location == "/account/security"
        assert (user.codes_by_mail_since, user.second_factor_since) == (None, None)
        assert [letter["Subject"] for letter in read_mail()] == [
            "Codes by mail were turned on",
            "Codes by mail were turned off",
        ]

    def test_staff_may_not(self, client, sign_in, page):
        staff = CoordinatorFactory()
        sign_in(client, staff)
        answer = client.submit(OWN)
        assert answer.status_code == 422
        assert staff.codes_by_mail_since is None
        assert OWN not in Page(client.get("/account/security")).links()
