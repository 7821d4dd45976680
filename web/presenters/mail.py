"""The outbox as administrators read it."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import format_datetime, npgettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web.models.outbox import Message, OutboxMessage
from web.presenters.names import SHORT_DATE
from web.queries.mail import MailState

MESSAGE = {
    Message.CONFIRM_ADDRESS: _l("Confirm your e-mail address"),
    Message.ALREADY_REGISTERED: _l("You already have an account"),
    Message.RESET_PASSWORD: _l("Choose a new password"),
    Message.SIGN_IN_CODE: _l("Your code for signing in"),
    Message.CONFIRM_NEW_ADDRESS: _l("Confirm your new e-mail address"),
    Message.ACCOUNT_NOTICE: _l("Something about your account changed"),
    Message.ACCOUNT_ERASED: _l("Your data is erased"),
    Message.DATA_EXPORTED: _l("A copy of your data was taken away"),
    Message.PASSWORD_CHANGED: _l("A password was set"),
    Message.NEW_SIGN_IN: _l("Sign-in from a new device"),
    Message.INVITATION: _l("Invitation"),
    Message.PROFILE_SUBMITTED: _l("Profile submitted"),
    Message.VACANCY_SUBMITTED: _l("Vacancy submitted"),
    Message.VACANCY_RETURNED: _l("Vacancy returned"),
    Message.VACANCY_PUBLISHED: _l("Vacancy published"),
    Message.PLACEMENT_PROPOSED: _l("Proposal"),
    Message.PLACEMENT_ANSWERED: _l("The other side has said yes"),
    Message.PLACEMENT_AGREED: _l("Both sides agree"),
    Message.PLACEMENT_APPROVED: _l("Placement approved"),
    Message.PLACEMENT_CLOSED: _l("Case closed"),
    Message.LICENCE_EXPIRING: _l("Licence about to end"),
    Message.LICENCE_NOT_CONFIRMED: _l("A licence was not confirmed"),
    Message.DOCUMENT_BETTER_NEEDED: _l("A better document is needed"),
    Message.CONSENT_TAKEN_BACK: _l("A consent was taken back"),
}
MOMENT = f"{SHORT_DATE}, HH:mm"


def state_tab(state: MailState, number: int) -> str:
    """Name a state after the number of letters in it."""
    return {
        MailState.WAITING: _("Waiting"),
        MailState.FAILED: _("Failed, tried again later"),
        MailState.SENT: npgettext("so many letters", "Sent", "Sent", number),
    }[state]


@dataclass(frozen=True)
class MailRow:
    """One letter: to whom, about what, and how far it has come."""

    subject: str
    recipient: str
    queued: str
    attempts: int
    moment: str
    error: str


def present_mail(message: OutboxMessage) -> MailRow:
    """Put a letter into one line, without what it says."""
    return MailRow(
        subject=str(MESSAGE[message.message]),
        recipient=message.recipient,
        queued=_moment(message.created_at),
        attempts=message.attempts,
        moment=_moment(message.sent_at or message.due_at),
        error=message.last_error,
    )


def _moment(value: datetime) -> str:
    return format_datetime(value, MOMENT)
