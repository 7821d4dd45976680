"""flask keys check | rotate."""

import click
from flask.cli import AppGroup

from web.db import current_session
from web.keys import MasterKeyError
from web.models.sealed import keyring_of
from web.services.key_checks import check_keys

SOME_FAULTS = 3  # as 1 and 2 mean that nothing was checked

command = AppGroup("keys", help="Everybody's keys, by which what is personal is sealed.")


@command.command("check")
def check() -> None:
    """See whether everybody's key is there and opens. Ends with 0 if all is well, with 3 if not."""
    try:
        found = check_keys(current_session()())
    except MasterKeyError as error:
        raise click.ClickException(str(error)) from None
    for number in found.missing:
        click.echo(f"account {number}: its key is not in the store")
    gone = f"{found.destroyed} destroyed, {len(found.missing)} missing"
    click.echo(f"{found.there} keys, {found.unused} of them nobody's; {gone}.")
    if found.missing:
        click.get_current_context().exit(SOME_FAULTS)


@command.command("rotate")
def rotate() -> None:
    """Wrap every key anew, by a new master key; with MASTER_KEY, by the first it names."""
    try:
        count = keyring_of(current_session()()).renew_master()
    except MasterKeyError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{count} keys wrapped anew, one of them the key of the index, which is nobody's.")
