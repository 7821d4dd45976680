"""How Alembic reaches the database; the revisions themselves are in versions/."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection, Enum

from web.models import Base
from web.models.base import UTCDateTime


def write_plain_type(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Write our own types as what the database sees, so that a migration never imports the models."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


def run(connection: Connection) -> None:
    """Run the asked migrations on an open connection, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        render_item=write_plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
