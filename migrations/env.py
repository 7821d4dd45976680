"""How Alembic reaches the database; the revisions themselves are in versions/."""

from alembic import context
from sqlalchemy import Connection

from web.models import Base


def run(connection: Connection) -> None:
    """Run the asked migrations on an open connection, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        user_module_prefix="base.",
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
