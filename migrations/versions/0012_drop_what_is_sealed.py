"""Drop the columns in plain, and hold what took their place to the rules they had."""

from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BINARY = sa.LargeBinary()
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.String(length=64)


class Table(NamedTuple):
    """Columns in plain of one table. SQLite loses checks when it rebuilds a table, so they are named."""

    name: str
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    checks: tuple[tuple[str, str], ...] = ()


TABLES = (
    Table("professional", optional=("summary",)),
    Table("identity", optional=("given_name", "family_name", "phone")),
    Table("held_occupation", ("title",)),
    Table("held_skill", ("phrase",), checks=(("ck_held_skill_level", "level BETWEEN 1 AND 4"),)),
    Table("qualification", ("title",), ("institution",)),
    Table("licence", ("regulator",), ("number",)),
    Table("verification", ("source",), ("note",)),
    Table("placement", optional=("choice_note",)),
    Table("placement_event", optional=("comment",)),
    Table("match", ("body",), objects=("body",)),
    Table("candidate_version", ("body",), objects=("body",)),
    Table("outbox_message", ("recipient",), ("details",), objects=("details",)),
    Table(
        "user",
        ("email",),
        ("name",),
        checks=(("ck_user_ministry_of_ministry_users", "(role = 'ministry') = (ministry_id IS NOT NULL)"),),
    ),
)


def upgrade() -> None:
    for table in TABLES:
        if table.required:
            _tighten(table)
        else:
            # Without a rebuild: triggers of the table would be lost with it.
            for column in table.optional:
                op.drop_column(table.name, column)


def _checks(table: Table) -> tuple[sa.CheckConstraint, ...]:
    return tuple(sa.CheckConstraint(rule, name=op.f(name)) for name, rule in table.checks)


def _tighten(table: Table) -> None:
    with op.batch_alter_table(table.name, table_args=_checks(table)) as batch:
        if table.name == "user":
            batch.alter_column("key_id", existing_type=sa.LargeBinary(length=16), nullable=False)
            batch.alter_column("email_index", existing_type=CODE, nullable=False)
            batch.create_unique_constraint(op.f("uq_user_key_id"), ["key_id"])
            batch.create_unique_constraint(op.f("uq_user_email_index"), ["email_index"])
        if table.name == "outbox_message":
            batch.alter_column("user_id", existing_type=NUMBER, nullable=False)
            batch.create_foreign_key(op.f("fk_outbox_message_user_id_user"), "user", ["user_id"], ["id"])
            batch.create_index(op.f("ix_outbox_message_user_id"), ["user_id"])
        for column in (*table.required, *table.optional):
            batch.drop_column(column)
        for column in table.required:
            batch.alter_column(f"{column}_sealed", existing_type=BINARY, nullable=False)


def downgrade() -> None:
    for table in reversed(TABLES):
        for column in (*table.required, *table.optional):
            op.add_column(table.name, _in_plain(column, is_object=column in table.objects))
        if table.required:
            _loosen(table)


def _in_plain(column: str, *, is_object: bool) -> sa.Column[Any]:
    kind, empty = (sa.JSON(), "{}") if is_object else (sa.String(), "")
    return sa.Column(column, kind, nullable=False, server_default=empty)


def _loosen(table: Table) -> None:
    with op.batch_alter_table(table.name, table_args=_checks(table)) as batch:
        for column in table.required:
            batch.alter_column(f"{column}_sealed", existing_type=BINARY, nullable=True)
        if table.name == "user":
            batch.drop_constraint(op.f("uq_user_email_index"), type_="unique")
            batch.drop_constraint(op.f("uq_user_key_id"), type_="unique")
            batch.alter_column("email_index", existing_type=CODE, nullable=True)
            batch.alter_column("key_id", existing_type=sa.LargeBinary(length=16), nullable=True)
        if table.name == "outbox_message":
            batch.drop_index(op.f("ix_outbox_message_user_id"))
            batch.drop_constraint(op.f("fk_outbox_message_user_id_user"), type_="foreignkey")
            batch.alter_column("user_id", existing_type=NUMBER, nullable=True)
