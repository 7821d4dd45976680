"""flask audit verify | head | begin."""

from pathlib import Path
from typing import TextIO

import click
from flask import current_app
from flask.cli import AppGroup

from config import Settings
from web.db import current_session, transaction
from web.services.audit_check import Fault, Finding, check_audit
from web.services.audit_heads import HeadError, find_mailed_heads, read_heads, write_head
from web.services.audit_seals import SealsBegunError, begin_seals, find_head

SOME_FAULTS = 3  # as 1 and 2 mean that nothing was checked

_WORDS = {
    Fault.CHANGED: "act {number} is not what was recorded, or its seal was changed",
    Fault.GONE: "act {number} is missing",
    Fault.GAP: "seals are missing before number {number}",
    Fault.UNSEALED: "the act with id {number} was not recorded by this service, or before there were seals",
    Fault.CUT: "the audit does not hold what was last at number {number}: it was cut off or written anew",
}

command = AppGroup("audit", help="What was done by whom, sealed so that changes show.")


@command.command("verify")
@click.option(
    "--heads",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A copy of the heads that is kept elsewhere; AUDIT_HEADS, unless given.",
)
@click.option(
    "--mailed",
    type=click.File(encoding="utf-8", errors="replace"),
    help="The text of mails with heads, one after the other; - for what is pasted. They are checked too.",
)
def verify(*, heads: Path | None, mailed: TextIO | None) -> None:
    """Check every act, and that no end was cut off. Ends with 0 if all is well, with 3 if not."""
    try:
        kept = list(read_heads(heads or _settings().heads_file))
    except HeadError as error:
        raise click.ClickException(str(error)) from None
    if mailed is not None:
        pasted = find_mailed_heads(mailed.read())
        if not pasted:
            raise click.ClickException("there is no head in what was pasted: a Number and, below it, a Seal")
        kept += pasted
    found = [_print(finding) for finding in check_audit(current_session()(), kept)]
    head = find_head(current_session()())
    click.echo(f"{head.number if head else 0} acts sealed, {len(kept)} heads kept, {len(found)} faults.")
    if found:
        click.get_current_context().exit(SOME_FAULTS)


@command.command("head")
def head() -> None:
    """Print the last seal, to be kept where nobody can change it together with the database."""
    last = find_head(current_session()())
    if last is None:
        raise click.ClickException("no act was recorded yet")
    click.echo(write_head(last))


@command.command("begin")
def begin() -> None:
    """Seal what was recorded before there were seals; once, after the upgrade that brings them."""
    if _settings().heads_file.exists():
        raise click.ClickException("heads were kept already: what has no seal is not of the time before")
    try:
        with transaction() as session:
            count = begin_seals(session)
    except SealsBegunError:
        raise click.ClickException("there are seals already: run audit verify") from None
    click.echo(f"{count} acts sealed.")


def _print(finding: Finding) -> Finding:
    click.echo(_WORDS[finding.fault].format(number=finding.number))
    return finding


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
