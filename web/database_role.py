"""The role the pages connect as on PostgreSQL: it writes rows, and can change no table and no act."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, text

from web.models import Base
from web.models.audit import AuditEntry, AuditSeal

# What is only ever added to.
ADDED_TO = frozenset({AuditEntry.__tablename__, AuditSeal.__tablename__})
VERSIONS = "alembic_version"

SUITABLE = text(
    """
    SELECT NOT rolsuper AND NOT EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
    FROM pg_roles WHERE rolname = :role
    """
)


class RoleMissingError(ValueError):
    """There is no such role."""


class UnsuitableRoleError(ValueError):
    """The role is a superuser or owns tables, so that nothing could be kept from it."""


def grant_to_web(engine: Engine, role: str) -> None:
    """Give a role what the pages need, and take everything else in this database from it."""
    with engine.begin() as connection:
        suitable = connection.scalar(SUITABLE, {"role": role})
        if suitable is None:
            raise RoleMissingError
        if not suitable:
            raise UnsuitableRoleError
        for statement in _statements(connection, role):
            connection.execute(text(statement))


def _statements(connection: Connection, role: str) -> Iterator[str]:
    quote = connection.dialect.identifier_preparer.quote_identifier
    to, database = quote(role), quote(str(connection.engine.url.database))
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {to}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {to}"
    # Before PostgreSQL 15 everybody may make tables in the schema.
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"REVOKE CREATE ON SCHEMA public FROM {to}"
    yield f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {database} TO {to}"
    yield f"GRANT USAGE ON SCHEMA public TO {to}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {to}"
    yield f"GRANT SELECT ON {quote(VERSIONS)} TO {to}"
    for table in Base.metadata.sorted_tables:
        rights = "SELECT, INSERT" if table.name in ADDED_TO else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {rights} ON {quote(table.name)} TO {to}"
