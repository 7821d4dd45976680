"""What guards an account, in words: what is on, what it protects from, and the one next thing to do."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.user import User
from web.presenters.names import long_date
from web.queries.second_factors import Factors
from web.services.second_factors import needs_second_factor

FEW_CODES = 3


@dataclass(frozen=True)
class Guard:
    """One line of the page: what it is, how it stands, and what can be done about it."""

    key: str
    value: str
    act: str
    change_url: str


@dataclass(frozen=True)
class NextAct:
    """The one thing to do now, and why."""

    why: str
    words: str
    url: str


def present_guards(user: User, factors: Factors, sessions: int) -> list[Guard]:
    """List what guards an account."""
    guards = [_password(user), _passkeys(factors), _app(factors)]
    if not needs_second_factor(user):
        guards.append(_codes_by_mail(factors))
    if user.second_factor_since:
        guards.append(_recovery_codes(factors))
    return [*guards, _sessions(sessions)]


def choose_next_act(user: User, factors: Factors) -> NextAct | None:
    """Choose what to do next, or nothing if all is well."""
    if user.second_factor_since is None:
        return NextAct(
            str(_("Whoever learns your password can sign in as you. A second step stops them.")),
            str(_("Set up an app")),
            url_for("account.authenticator"),
        )
    if factors.recovery_codes < FEW_CODES:
        return NextAct(
            str(_("You have hardly any recovery codes left. Without them, a lost telephone locks you out.")),
            str(_("Get new recovery codes")),
            url_for("account.recovery_codes"),
        )
    return None


def _password(user: User) -> Guard:
    changed = user.password_changed_at
    value = (
        _("Last changed on %(date)s", date=long_date(changed))
        if changed
        else _("As chosen when the account was made")
    )
    return Guard(str(_("Password")), str(value), str(_("Change")), url_for("account.password"))


def _app(factors: Factors) -> Guard:
    since = factors.app_since
    return Guard(
        str(_("App that shows codes")),
        str(_("On since %(date)s", date=long_date(since)) if since else _("Off")),
        str(_("Change") if since else _("Set up")),
        url_for("account.authenticator"),
    )


def _passkeys(factors: Factors) -> Guard:
    number = factors.passkeys
    return Guard(
        str(_("Passkeys")),
        str(ngettext("%(num)d device", "%(num)d devices", number) if number else _("None")),
        str(_("Change") if number else _("Add")),
        url_for("account.passkeys"),
    )


def _codes_by_mail(factors: Factors) -> Guard:
    since = factors.codes_by_mail_since
    return Guard(
        str(_("Codes by mail")),
        str(_("On since %(date)s", date=long_date(since)) if since else _("Off")),
        str(_("Turn off") if since else _("Turn on")),
        url_for("account.mailed_codes"),
    )


def _recovery_codes(factors: Factors) -> Guard:
    left = factors.recovery_codes
    return Guard(
        str(_("Recovery codes")),
        str(ngettext("%(num)d left", "%(num)d left", left)),
        str(_("Renew")),
        url_for("account.recovery_codes"),
    )


def _sessions(number: int) -> Guard:
    return Guard(
        str(_("Signed in")),
        str(ngettext("in %(num)d browser", "in %(num)d browsers", number)),
        str(_("See where")),
        url_for("account.sessions"),
    )
