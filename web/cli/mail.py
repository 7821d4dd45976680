"""flask mail send."""

import click
from flask import current_app
from flask.cli import AppGroup

from web.tasks.deliver_mail import deliver_due

command = AppGroup("mail", help="The outbox.")


@command.command("send")
def send() -> None:
    """Send every mail that is due."""
    sent = deliver_due(current_app._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001
    click.echo(f"{sent} sent.")
