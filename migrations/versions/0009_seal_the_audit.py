"""Seal acts one after the other, and let the database itself refuse to change or delete them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLES = ("audit_entry", "audit_seal")
REFUSAL = "the audit is only ever added to"

SQLITE = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
BEGIN SELECT raise(ABORT, '{refusal}'); END
"""
FUNCTION = f"""
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_no_{event} BEFORE {event} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()
"""


def upgrade() -> None:
    op.create_table(
        "audit_seal",
        sa.Column("number", IDENTIFIER, autoincrement=False, nullable=False),
        sa.Column("entry_id", IDENTIFIER, nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["audit_entry.id"], name=op.f("fk_audit_seal_entry_id_audit_entry")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_seal")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_audit_seal_entry_id")),
    )
    if _on_sqlite():
        _each(SQLITE, ("update", "delete"))
    else:
        op.execute(FUNCTION)
        _each(POSTGRESQL, ("update", "delete", "truncate"))


def downgrade() -> None:
    if _on_sqlite():
        _each("DROP TRIGGER {table}_no_{event}", ("update", "delete"))
    else:
        _each("DROP TRIGGER {table}_no_{event} ON {table}", ("update", "delete", "truncate"))
        op.execute("DROP FUNCTION refuse_audit_change()")
    op.drop_table("audit_seal")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _each(statement: str, events: tuple[str, ...]) -> None:
    for table in TABLES:
        for event in events:
            op.execute(statement.format(table=table, event=event, refusal=REFUSAL))
