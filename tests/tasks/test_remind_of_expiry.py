"""Letters about licences that end: 90, 30 and 7 days before, each once."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from tests.factories import ActiveProfessionalFactory, LicenceReminderFactory, VerificationFactory
from web.models.base import now
from web.models.outbox import Message, OutboxMessage
from web.models.professional import ProfessionalStatus
from web.tasks.remind_of_expiry import remind_of_expiry

pytestmark = pytest.mark.usefixtures("database")

TODAY = now().date()


@pytest.fixture
def licence(session):
    return ActiveProfessionalFactory().licences[0]


def letters(session):
    return [row for row in session.query(OutboxMessage) if row.message == Message.LICENCE_EXPIRING]


def in_days(number):
    return TODAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("left", "expected"), [(91, 0), (90, 1), (31, 1), (30, 1), (8, 1), (7, 1), (0, 1), (-1, 0)]
)
def test_letter_is_written_in_time_and_once(app, session, licence, left, expected):
    licence.valid_until = in_days(left)
    session.commit()
    assert remind_of_expiry(app) == expected
    assert remind_of_expiry(app) == 0
    assert len(letters(session)) == expected


def test_three_letters_on_the_way_to_the_end(app, session, licence, monkeypatch):
    licence.valid_until = in_days(90)
    session.commit()
    written = 0
    for day in range(92):
        later = now() + timedelta(days=day)
        monkeypatch.setattr("web.tasks.remind_of_expiry.now", lambda later=later: later)
        written += remind_of_expiry(app)
    assert written == 3


def test_check_that_ends_before_the_licence_is_told_too(app, session, licence, read_mail):
    VerificationFactory(licence=licence, expires_on=in_days(20))
    session.commit()
    assert remind_of_expiry(app) == 1
    (letter,) = letters(session)
    assert letter.recipient == licence.professional.user.email
    (mail,) = [mail for mail in read_mail() if "check of your licence" in mail["Subject"]]
    text = mail.get_body(("plain",)).get_content()
    assert "/professional/profile/licences" in text
    assert licence.number not in text


def test_new_last_day_begins_anew(app, session, licence):
    licence.valid_until = in_days(5)
    session.commit()
    assert remind_of_expiry(app) == 1
    licence.valid_until = in_days(60)
    session.commit()
    assert remind_of_expiry(app) == 1


@pytest.mark.parametrize("who", ["draft", "suspended"])
def test_nobody_else_is_written_to(app, session, licence, who):
    licence.valid_until = in_days(5)
    if who == "draft":
        licence.professional.status = ProfessionalStatus.DRAFT
    else:
        licence.professional.user.active = False
    session.commit()
    assert remind_of_expiry(app) == 0


def test_database_refuses_a_second_letter(session, licence):
    first = LicenceReminderFactory(licence=licence)
    with pytest.raises(IntegrityError):
        LicenceReminderFactory(licence=licence, ends_on=first.ends_on)
