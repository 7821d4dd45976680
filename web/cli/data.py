"""flask data inventory | expire | hold | holds | release | erase."""

import click
from flask import current_app
from flask.cli import AppGroup

from web.cli.row_number import RowNumber
from web.db import current_session, transaction
from web.models.base import now
from web.models.user import User
from web.presenters.inventory import write_inventory
from web.services.erasure import HeldError, NotProfessionalError, ServingError, erase_professional
from web.services.holds import (
    HoldReasonMissingError,
    lift_holds,
    list_all_holds,
    list_holds,
    place_hold,
)
from web.services.retention import sweep
from web.tasks.remove_expired import finish_erasures, remove_expired

command = AppGroup("data", help="What is kept, of whom, why and how long; and making it go.")

_WORDS = {
    HeldError: "there is a legal hold on it: see data release",
    ServingError: "the person is in a post: close the case first",
    NotProfessionalError: "only professionals are erased; staff answer for what they decided",
}


@command.command("inventory")
def inventory() -> None:
    """Print every column with its purpose and its retention; docs/data.md is what this prints."""
    click.echo(write_inventory())


@command.command("expire")
@click.option("--dry-run", is_flag=True, help="Say what would go, and leave it there.")
def expire(*, dry_run: bool) -> None:
    """Remove what is past its time, as the server does every hour."""
    if dry_run:
        swept = list(sweep(current_session()(), at=now(), dry_run=True))
    else:
        swept = remove_expired(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001
    for each in swept:
        click.echo(f"{each.rule.name}: {each.count} rows of {each.table}{' would go' if dry_run else ''}")


@command.command("hold")
@click.argument("number", type=RowNumber())
@click.option("--reason", required=True, help="Who needs the data, and what for.")
def hold(*, number: int, reason: str) -> None:
    """Keep the data of the account with this NUMBER, whatever its time, until data release."""
    with transaction() as session:
        user = _find(number)
        try:
            place_hold(session, actor=None, user=user, reason=reason)
        except HoldReasonMissingError:
            raise click.ClickException("say who needs the data, and what for") from None
        count = len(list_holds(session, user=user))
    click.echo(f"Nothing about account {number} goes until it is released. Holds on it: {count}.")


@command.command("holds")
def holds() -> None:
    """List the accounts that are held, since when and why."""
    for each in list_all_holds(current_session()()):
        click.echo(f"account {each.user_id}, since {each.placed_at:%Y-%m-%d}: {each.reason}")


@command.command("release")
@click.argument("number", type=RowNumber())
def release(*, number: int) -> None:
    """End every hold on the data of the account with this NUMBER."""
    with transaction() as session:
        count = lift_holds(session, actor=None, user=_find(number))
    click.echo(f"Holds lifted: {count}." if count else f"There is no hold on account {number}.")


@command.command("erase")
@click.argument("number", type=RowNumber())
@click.confirmation_option(prompt="This cannot be undone. Erase the person?")
def erase(*, number: int) -> None:
    """Erase the professional whose account has this NUMBER, who asked for it by other ways than the page."""
    try:
        with transaction() as session:
            erase_professional(session, actor=None, user=_find(number))
    except (HeldError, ServingError, NotProfessionalError) as error:
        raise click.ClickException(_WORDS[type(error)]) from None
    finish_erasures(current_app.config["SETTINGS"])
    click.echo(f"Account {number} leads to nobody any more.")


def _find(number: int) -> User:
    user = current_session()().get(User, number)
    if user is None or user.erased_at is not None:
        raise click.ClickException(f"there is no account {number}, or it is erased")
    return user
