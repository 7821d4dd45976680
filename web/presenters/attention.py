"""What an administrator should look at, each with the one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.ministry import Ministry
from web.models.user import Role
from web.presenters.names import country_name
from web.queries.mail import MailState
from web.queries.users import AccountState


@dataclass(frozen=True)
class AttentionRow:
    """One thing to look at: what it is, why it matters, and the act."""

    words: str
    why: str
    act: str
    url: str


def list_attention(
    *,
    failed_mail: int,
    invited: int,
    ministries: Sequence[Ministry],
    countries: Iterable[tuple[str, int]],
) -> list[AttentionRow]:
    """List what needs attention, the most pressing first."""
    rows = [_failed_mail(failed_mail)] if failed_mail else []
    rows += [_short_of_coordinators(country, number) for country, number in countries]
    rows += [_without_users(ministry) for ministry in ministries]
    return rows + ([_invited(invited)] if invited else [])


def _failed_mail(number: int) -> AttentionRow:
    return AttentionRow(
        ngettext("%(num)d mail could not be sent", "%(num)d mails could not be sent", number),
        _("They are tried again by themselves, at longer and longer intervals."),
        _("See what failed"),
        url_for("admin.mail", state=MailState.FAILED.value),
    )


def _short_of_coordinators(country: str, number: int) -> AttentionRow:
    name = country_name(country)
    words = (
        _("%(country)s has one coordinator", country=name)
        if number
        else _("%(country)s has no coordinator", country=name)
    )
    return AttentionRow(
        words,
        _("Two are needed: one proposes, another approves."),
        _("Invite a coordinator"),
        url_for("admin.user_invite", role=Role.COORDINATOR.value),
    )


def _without_users(ministry: Ministry) -> AttentionRow:
    return AttentionRow(
        _("%(ministry)s has no user", ministry=ministry.name),
        _("Nobody can write a vacancy for it."),
        _("Invite a user"),
        url_for("admin.user_invite", role=Role.MINISTRY.value, ministry=ministry.id),
    )


def _invited(number: int) -> AttentionRow:
    return AttentionRow(
        ngettext(
            "%(num)d invitation is not accepted yet", "%(num)d invitations are not accepted yet", number
        ),
        _("A link works for seven days; you can send it again."),
        _("See who is invited"),
        url_for("admin.users", state=AccountState.INVITED.value),
    )
