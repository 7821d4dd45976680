"""A notice that something about the account changed: what, and what to do if it was somebody else."""

from flask import url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from web.emails.letters import Letter, greeting_name, write_letter
from web.models.outbox import OutboxMessage
from web.models.user import User
from web.services.account_notices import Notice

# Subject, and what happened.
WORDS = {
    Notice.APP_ADDED: (
        _l("A second step was turned on"),
        _l("An app was set up for your account. From now on its code is asked for after the password."),
    ),
    Notice.APP_REMOVED: (
        _l("An app was taken away from your account"),
        _l("The code of this app is no longer asked for when you sign in."),
    ),
    Notice.PASSKEY_ADDED: (
        _l("A passkey was added to your account"),
        _l("It can be used as the second step after the password."),
    ),
    Notice.PASSKEY_REMOVED: (
        _l("A passkey was taken away from your account"),
        _l("It can no longer be used when you sign in."),
    ),
    Notice.RECOVERY_CODES_RENEWED: (
        _l("Your account has new recovery codes"),
        _l("The recovery codes you had before no longer work."),
    ),
    Notice.RECOVERY_CODE_USED: (
        _l("A recovery code was used"),
        _l("Somebody has signed in to your account with one of your recovery codes."),
    ),
    Notice.CODES_BY_MAIL_ON: (
        _l("Codes by mail were turned on"),
        _l("From now on, after the password, a code is asked for that we send to this address."),
    ),
    Notice.CODES_BY_MAIL_OFF: (
        _l("Codes by mail were turned off"),
        _l("When you sign in, no code is sent to this address any more."),
    ),
    Notice.ADDRESS_CHANGED: (
        _l("Your account has another e-mail address"),
        _l("From now on you sign in with the new address, and mail goes there."),
    ),
    Notice.ADDRESS_WANTED: (
        _l("Somebody tried to use your e-mail address"),
        _l("Somebody who is signed in here wanted your address for another account. Nothing was changed."),
    ),
    Notice.ROLE_CHANGED: (
        _l("What you may do here was changed"),
        _l(
            "An administrator changed the role, the ministry or the countries of your account. You may have"
            " to sign in again."
        ),
    ),
    Notice.SUSPENDED: (
        _l("Your account is suspended"),
        _l("An administrator suspended your account. You cannot sign in; nothing of yours is deleted."),
    ),
    Notice.REINSTATED: (
        _l("Your account works again"),
        _l("An administrator ended the suspension of your account. You can sign in."),
    ),
    Notice.FACTORS_RESET: (
        _l("Your second step was taken away"),
        _l(
            "An administrator took away every second step of your account, and you are signed out everywhere."
            " Sign in with your password and set up a new one."
        ),
    ),
}

# What others did: the owner can only ask why.
BY_OTHERS = frozenset(
    {Notice.ADDRESS_WANTED, Notice.ROLE_CHANGED, Notice.SUSPENDED, Notice.REINSTATED, Notice.FACTORS_RESET}
)


def _is_left(user: User, notice: Notice, address: str) -> bool:
    """Say whether the account has left the address written to: no new password can be had there."""
    return notice is Notice.ADDRESS_CHANGED and address != user.email


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write the letter."""
    user = session.get_one(User, message.details["user_id"])
    notice = Notice(message.details["notice"])
    subject, what = WORDS[notice]
    return write_letter(
        "account_notice",
        str(subject),
        name=greeting_name(user),
        what=what,
        by_others=notice in BY_OTHERS,
        is_left=_is_left(user, notice, message.recipient),
        reset_link=url_for("account.reset", _external=True),
    )
