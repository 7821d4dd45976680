"""flask vocabulary import-esco."""

from pathlib import Path

import click
from flask.cli import AppGroup

from web.db import current_session, transaction
from web.services.vocabulary import learn, take_up_esco
from web.services.vocabulary.esco import AlreadyImportingError, EscoError, import_esco, read_health_part

command = AppGroup("vocabulary", help="The words of health work and their codes.")


@command.command("import-esco")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what the folder holds and change nothing.")
def import_esco_(folder: Path, *, dry_run: bool) -> None:
    """Add the names and skills of ESCO from FOLDER, the official CSV download in any number of languages.

    Only what concerns health work is kept. Importing again replaces what was imported before.
    """
    try:
        part = read_health_part(folder)
    except EscoError as error:
        raise click.ClickException(f"{error}\nNothing was changed.") from error
    click.echo(
        f"ESCO, health work: {len(part.occupations):,} occupations and {len(part.skills):,} skills "
        f"with {part.wordings:,} names."
    )
    if dry_run:
        click.echo("This was a dry run: nothing was changed.")
        return
    try:
        with transaction() as session:
            changed = import_esco(session, part=part)
    except AlreadyImportingError as error:
        raise click.ClickException("somebody else is importing: try again afterwards") from error
    if not changed:
        click.echo("The same is stored already: nothing was changed.")
        return
    click.echo("Stored. Learning the new names, which takes some seconds.")
    take_up_esco(current_session()())
    learn()
    click.echo("Done: everybody who types words finds them from now on.")
