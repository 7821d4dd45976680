"""flask database upgrade | downgrade | check | draft | grant."""

import click
from flask.cli import AppGroup

from web import schema
from web.database_role import RoleMissingError, UnsuitableRoleError, grant_to_web
from web.db import current_engine

command = AppGroup("database", help="Bring the database to the newest migration, or check it.")


@command.command("upgrade")
def upgrade() -> None:
    """Run the migrations that are missing."""
    schema.upgrade(current_engine())
    click.echo(f"The database is at {schema.current_revision(current_engine())}.")


@command.command("downgrade")
@click.argument("revision")
def downgrade(revision: str) -> None:
    """Go back to an earlier REVISION."""
    schema.downgrade(current_engine(), revision)
    click.echo(f"The database is at {schema.current_revision(current_engine())}.")


@command.command("draft")
@click.argument("message")
def draft(message: str) -> None:
    """Write the next migration from the models, named after MESSAGE, such as "add vacancy closes at"."""
    path = schema.draft(current_engine(), message)
    click.echo(f"Drafted {path.relative_to(schema.MIGRATIONS.parent)}. Read it over, then test it with data.")


@command.command("check")
def check() -> None:
    """Fail unless the database is at head and equal to the models."""
    engine = current_engine()
    if (revision := schema.current_revision(engine)) != schema.head_revision():
        raise click.ClickException(f"at {revision}, newest is {schema.head_revision()}: run database upgrade")
    if differences := schema.differences(engine):
        raise click.ClickException("\n".join(str(difference) for difference in differences))
    click.echo("The database is at head and equal to the models.")


@command.command("grant")
@click.argument("role")
def grant(role: str) -> None:
    """Give ROLE, on PostgreSQL, what the pages need and no more: the audit can only be added to."""
    engine = current_engine()
    if engine.dialect.name != "postgresql":
        raise click.ClickException("only PostgreSQL has roles; a SQLite file belongs to whoever may write it")
    try:
        grant_to_web(engine, role)
    except RoleMissingError:
        raise click.ClickException(
            f'there is no role "{role}": CREATE ROLE "{role}" LOGIN PASSWORD ...'
        ) from None
    except UnsuitableRoleError:
        raise click.ClickException(
            f'"{role}" is a superuser or owns tables: it can do everything anyway'
        ) from None
    click.echo(
        f"{role} may read and write, and of the audit only read and add. Run this after every upgrade."
    )
