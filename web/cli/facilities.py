"""flask facilities import."""

from pathlib import Path
from typing import NoReturn

import click
from flask.cli import AppGroup

from web.db import current_session, transaction
from web.services.facility_import import (
    AlreadyImportingError,
    FacilityChanges,
    compare_facilities,
    import_facilities,
)
from web.services.facility_list import FacilityList, UnknownCountryError, read_facility_list
from web.services.sheets import SheetError, read_sheet

REFUSALS_SHOWN = 50
SOME_REFUSED = 3  # as 1 and 2 mean that nothing was done

command = AppGroup("facilities", help="Hospitals, health centres and other places to serve at.")


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--source", help="Name of the list, to know its rows again.  [default: the file's name]")
@click.option("--country", help="Country of all rows, where the list does not name it.")
def import_(file: Path, *, dry_run: bool, source: str | None, country: str | None) -> None:
    """Bring in the facilities of FILE, a CSV or XLSX; importing it again changes only what differs.

    Ends with 0 if every row was taken, with 3 if some were refused and the others written.
    """
    understood = _understand(file, country)
    _print_columns(understood)
    _print_refusals(understood)
    if not understood.facilities:
        raise click.ClickException("no row could be taken, nothing was changed")
    source = source or file.stem
    if dry_run:
        changes = compare_facilities(current_session()(), facilities=understood.facilities, source=source)
    else:
        changes = _import(understood, source)
    _print_counts(changes, len(understood.refusals), source)
    if dry_run:
        click.echo("This was a dry run: nothing was changed.")
    if understood.refusals:
        _end_refused(len(understood.refusals), dry_run=dry_run)


def _understand(file: Path, country: str | None) -> FacilityList:
    try:
        return read_facility_list(read_sheet(file), country=country)
    except SheetError as error:
        raise click.ClickException(f"{file.name}: {error}\nNothing was changed.") from error
    except UnknownCountryError as error:
        raise click.BadParameter("this is no country that is known", param_hint="--country") from error


def _import(understood: FacilityList, source: str) -> FacilityChanges:
    try:
        with transaction() as session:
            return import_facilities(session, facilities=understood.facilities, source=source)
    except AlreadyImportingError as error:
        raise click.ClickException(f"somebody else is importing {source}: try again afterwards") from error


def _print_columns(understood: FacilityList) -> None:
    columns = understood.columns
    click.echo(f"Headings on line {columns.line}:")
    for field, heading in columns.headings.items():
        click.echo(f"  {field:<10} from {heading}")
    if columns.unused:
        click.echo(f"  not used:  {', '.join(columns.unused)}")


def _print_refusals(understood: FacilityList) -> None:
    for refusal in understood.refusals[:REFUSALS_SHOWN]:
        click.echo(f"line {refusal.line}: {refusal.words}", err=True)
    if (more := len(understood.refusals) - REFUSALS_SHOWN) > 0:
        click.echo(f"and {more} more rows that cannot be taken", err=True)


def _print_counts(changes: FacilityChanges, refused: int, source: str) -> None:
    click.echo(
        f"{source}: {len(changes.new)} new, {len(changes.changed)} changed, "
        f"{changes.unchanged} unchanged, {refused} refused."
    )
    if changes.gone:
        click.echo(f"{changes.gone} stored facilities are no longer in the list; they stay.")


def _end_refused(refused: int, *, dry_run: bool) -> NoReturn:
    rows = "1 row" if refused == 1 else f"{refused} rows"
    if dry_run:
        click.echo(f"{rows} would be refused: see above.", err=True)
    else:
        verb = "was" if refused == 1 else "were"
        click.echo(f"{rows} {verb} refused: see above. The others are written.", err=True)
    click.get_current_context().exit(SOME_REFUSED)
