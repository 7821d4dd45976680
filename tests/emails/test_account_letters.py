import re
from email import message_from_bytes, policy

import pytest
from bs4 import BeautifulSoup

from tests.factories import (
    BrowserSessionFactory,
    CoordinatorFactory,
    MinistryUserFactory,
    OutboxMessageFactory,
    UserFactory,
)
from web.emails import register
from web.emails.transport import build_email
from web.i18n import LANGUAGES
from web.models.outbox import Message
from web.services.account_notices import Notice

ABOUT_ACCOUNTS = {
    Message.ALREADY_REGISTERED: "/account/sign-in",
    Message.ACCOUNT_NOTICE: "/account/reset",
    Message.CONFIRM_ADDRESS: "/account/confirm/",
    Message.CONFIRM_NEW_ADDRESS: "/account/email/",
    Message.INVITATION: "/account/invitation/",
    Message.NEW_SIGN_IN: "/account/reset",
    Message.PASSWORD_CHANGED: "/account/reset",
    Message.RESET_PASSWORD: "/account/reset/",
}


@pytest.fixture
def compose(app, session, settings):
    def compose(message, user=None, language="en", notice=Notice.APP_ADDED):
        user = user or UserFactory()
        details = {
            "user_id": user.id,
            "session_id": BrowserSessionFactory(user=user).id,
            "notice": notice,
        }
        row = OutboxMessageFactory(message=message, user=user, language=language, details=details)
        session.commit()
        with app.test_request_context(base_url=settings.base_url):
            return register.compose(session, row), row

    return compose


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", ABOUT_ACCOUNTS)
def test_letters_carry_the_link_and_who_we_are_in_both_forms(compose, settings, message, language):
    letter, _row = compose(message, language=language)
    assert letter.subject.strip()
    for form in (letter.text, letter.html):
        assert settings.base_url + ABOUT_ACCOUNTS[message] in form
        assert settings.operator_name in form
        assert settings.contact_email in form


@pytest.mark.parametrize("message", ABOUT_ACCOUNTS)
def test_letters_say_why_one_gets_them_and_the_same_in_both_forms(compose, message):
    letter, _row = compose(message)
    why = re.search("You get this mail because .*", letter.text).group()
    seen = " ".join(BeautifulSoup(letter.html, "html.parser").get_text(" ").split())
    assert why in seen


def test_letters_are_short_and_one_thought_long(compose):
    for message in ABOUT_ACCOUNTS:
        letter, _row = compose(message)
        words = [word for word in letter.text.split() if not word.startswith("http")]
        assert len(words) < 130


def test_plain_form_is_plain_and_html_form_escapes(compose):
    user = UserFactory(name='Ama <b>"O\'Neil"</b>')
    letter, _row = compose(Message.RESET_PASSWORD, user)
    assert 'Dear Ama <b>"O\'Neil"</b>,' in letter.text
    assert "<b>" not in letter.html
    assert "&amp;#" not in letter.html


def test_confirmation_repeats_nothing_a_stranger_typed(compose):
    user = UserFactory(name="Win a prize at evil.example")
    letter, _row = compose(Message.CONFIRM_ADDRESS, user)
    assert "evil.example" not in letter.text + letter.html


def test_invitation_says_for_what(compose):
    official = MinistryUserFactory(password=None)
    letter, _row = compose(Message.INVITATION, official)
    assert official.ministry.name in letter.text
    letter, _row = compose(Message.INVITATION, CoordinatorFactory(password=None))
    assert "as a coordinator" in letter.text


def test_mail_travels_with_its_own_id_and_language(compose, settings):
    letter, row = compose(Message.PASSWORD_CHANGED, language="fr")
    email = message_from_bytes(bytes(build_email(settings, letter, row)), policy=policy.default)
    assert email["Message-ID"] == row.message_id
    assert email["Content-Language"] == "fr"
    assert email["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in email.iter_parts()] == ["text/plain", "text/html"]
