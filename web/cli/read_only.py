"""flask read-only on | off | status."""

import click
from flask import current_app
from flask.cli import AppGroup

from config import Settings
from web.db import is_read_only

command = AppGroup("read-only", help="Let everybody go on reading while nothing may be written.")


@command.command("on")
def on() -> None:
    """Refuse everything that writes, from the next request on, in every process on this machine."""
    path = _settings().read_only_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    click.echo("Nothing is written from now on; reading goes on. `read-only off` ends it.")


@command.command("off")
def off() -> None:
    """Write again, from the next request on."""
    settings = _settings()
    settings.read_only_file.unlink(missing_ok=True)
    if settings.read_only:
        raise click.ClickException("READ_ONLY is on in the settings: take it out and start again")
    click.echo("The service writes again.")


@command.command("status")
def status() -> None:
    """Say which of the two it is."""
    click.echo("reading only" if is_read_only() else "reading and writing")


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
