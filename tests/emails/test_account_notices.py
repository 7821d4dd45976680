"""What the owner of an account is told of."""

import pytest

from tests.emails.test_account_letters import compose  # noqa: F401
from web.emails.account_notice import BY_OTHERS, WORDS
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
