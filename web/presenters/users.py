"""Accounts as administrators read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from web.i18n import LANGUAGES
from web.models.audit import AuditEntry
from web.models.user import Role, User
from web.presenters.names import country_name, long_date, short_date
from web.presenters.wording import codes
from web.queries.users import AccountState, account_state

ROLE = {
    Role.PROFESSIONAL: _l("Professional"),
    Role.MINISTRY: _l("Ministry user"),
    Role.COORDINATOR: _l("Coordinator"),
    Role.ADMIN: _l("Administrator"),
}
STATE = {
    AccountState.ACTIVE: (_l("Can sign in"), "good"),
    AccountState.INVITED: (_l("Invited"), "active"),
    AccountState.UNCONFIRMED: (_l("Address not confirmed"), "neutral"),
    AccountState.SUSPENDED: (_l("Suspended"), "bad"),
}
ACT = {
    "user.sign_up": _l("Signed up"),
    "user.sign_up_again": _l("Signed up again before confirming the address"),
    "user.confirm_address": _l("Confirmed the address"),
    "user.set_password": _l("Set a password"),
    "user.update": _l("Changed name or language"),
    "user.invite": _l("Invited"),
    "user.invite_again": _l("Invitation sent again"),
    "user.change": _l("Changed name, role or scope"),
    "user.request_address": _l("Asked for another e-mail address"),
    "user.change_address": _l("Changed the e-mail address"),
    "user.add_app": _l("Set up an app for the second step"),
    "user.remove_app": _l("Took the app for the second step away"),
    "user.add_passkey": _l("Added a passkey"),
    "user.remove_passkey": _l("Took a passkey away"),
    "user.add_mailed_codes": _l("Turned codes by mail on"),
    "user.remove_mailed_codes": _l("Turned codes by mail off"),
    "user.make_recovery_codes": _l("Got new recovery codes"),
    "user.use_recovery_code": _l("Signed in with a recovery code"),
    "user.reset_factors": _l("Second step taken away"),
    "user.erase": _l("Erased a person"),
    "user.export": _l("Took a copy of the data"),
    "user.hold": _l("Placed a legal hold"),
    "user.release": _l("Lifted legal holds"),
    "user.suspend": _l("Suspended"),
    "user.reinstate": _l("Reinstated"),
    "user.end_session": _l("Signed out elsewhere"),
    "user.end_other_sessions": _l("Signed out everywhere else"),
    "user.end_sessions": _l("Signed out everywhere"),
    "demo.seed": _l("Made-up data added for trying out"),
    "ministry.create": _l("Made"),
    "ministry.change": _l("Changed"),
}


@dataclass(frozen=True)
class UserRow:
    """One line of the list of users."""

    id: int
    name: str
    email: str
    role: str
    scope: str
    word: str
    tone: str
    since: str


@dataclass(frozen=True)
class ActRow:
    """One thing that was done."""

    act: str
    day: str
    by: str
    reason: str


def present_user(user: User) -> UserRow:
    """Put an account into one line."""
    word, tone = STATE[account_state(user)]
    return UserRow(
        id=user.id,
        name=user.name or user.email,
        email=user.email,
        role=str(ROLE[user.role]),
        scope=scope(user),
        word=str(word),
        tone=tone,
        since=short_date(user.created_at),
    )


def scope(user: User) -> str:
    """Say for whom somebody works: the ministry, or the countries."""
    if user.ministry:
        return user.ministry.name
    return codes.listing(sorted(country_name(code) for code in user.countries))


def language_of(user: User) -> str:
    """Name the language of an account's mail, in that language."""
    return LANGUAGES.get(user.language, user.language)


def list_acts(entries: Iterable[tuple[AuditEntry, str | None]]) -> list[ActRow]:
    """Put the audit of one object into words."""
    return [
        ActRow(str(ACT.get(entry.action, entry.action)), long_date(entry.at), name or "", entry.reason)
        for entry, name in entries
    ]
