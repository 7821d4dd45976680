"""flask data inventory."""

import click
from flask.cli import AppGroup

from web.presenters.inventory import write_inventory

command = AppGroup("data", help="What is kept, of whom, why and how long.")


@command.command("inventory")
def inventory() -> None:
    """Print every column with its purpose and its retention; docs/data.md is what this prints."""
    click.echo(write_inventory())
