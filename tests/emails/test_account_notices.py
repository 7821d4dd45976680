"""What the owner of an account is told of."""

import pytest

from tests.emails.test_account_letters import compose  # noqa: F401
from tests.factories import OutboxMessageFactory, UserFactory
from web.emails import register
from web.emails.account_notice import BY_OTHERS, WORDS
from web.i18n import LANGUAGES
from web.models.outbox import Message
from web.services.account_notices import Notice


def test_every_notice_has_words_of_its_own():
    assert set(WORDS) == set(Notice)
    assert len({str(words) for words in WORDS.values()}) == len(Notice)


@pytest.mark.parametrize("notice", Notice)
def test_both_forms_say_what_happened_and_what_to_do(compose, settings, notice):  # noqa: F811
    letter, _row = compose(Message.ACCOUNT_NOTICE, notice=notice)
    subject, what = WORDS[notice]
    assert letter.subject == subject
    for form in (letter.text, letter.html):
        assert str(what) in form
        # What an administrator did is not undone by a new password.
        assert ("/account/reset" in form) == (notice not in BY_OTHERS)
        assert settings.contact_email in form


@pytest.mark.parametrize("language", LANGUAGES)
def test_letter_to_the_address_left_leads_to_us(app, session, settings, language):
    user = UserFactory()
    details = {"user_id": user.id, "notice": Notice.ADDRESS_CHANGED}
    left, current = (
        OutboxMessageFactory(
            message=Message.ACCOUNT_NOTICE, user=user, recipient=to, language=language, details=details
        )
        for to in ("left@example.org", user.email)
    )
    session.commit()
    with app.test_request_context(base_url=settings.base_url):
        to_left, to_current = (register.compose(session, row) for row in (left, current))
    for left_form, current_form in ((to_left.text, to_current.text), (to_left.html, to_current.html)):
        # A new password is sent to the new address, so this reader cannot have one.
        assert "/account/reset" not in left_form
        assert "/account/reset" in current_form
        assert left_form.count(settings.contact_email) > current_form.count(settings.contact_email)
