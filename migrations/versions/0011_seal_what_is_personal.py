"""Seal what is personal under the key of whom it is about, which everybody is given; going back opens it.

Reasons of acts stay as they are: seals cover them. What was in plain stays in the files of the database until
they are written anew: docs/operations.md says how.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa
from alembic import op

from web.folding import fold
from web.keys import Keyring

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

AT_ONCE = 500


class Column(NamedTuple):
    """A column in plain. `index` is the kind of the code by which its rows are found."""

    name: str
    is_json: bool = False
    index: str = ""
    is_required: bool = False


class Table(NamedTuple):
    """A table with columns to seal; `person` leads from a row `t` to the number of the account."""

    name: str
    columns: tuple[Column, ...]
    person: str
    key: str = "id"


def required(name: str, *, is_json: bool = False, index: str = "") -> Column:
    return Column(name, is_json, index, is_required=True)


OF_PROFESSIONAL = "(SELECT p.user_id FROM professional p WHERE p.id = t.professional_id)"
OF_LICENCE = (
    "(SELECT p.user_id FROM licence l JOIN professional p ON p.id = l.professional_id"
    " WHERE l.id = t.licence_id)"
)
OF_PLACEMENT = (
    "(SELECT p.user_id FROM placement c JOIN professional p ON p.id = c.professional_id"
    " WHERE c.id = t.placement_id)"
)
TABLES = (
    Table("user", (required("email", index="User.email"), Column("name")), "t.id"),
    Table("professional", (Column("summary"),), "t.user_id"),
    Table(
        "identity",
        (Column("given_name"), Column("family_name"), Column("phone")),
        OF_PROFESSIONAL,
        "professional_id",
    ),
    Table("held_occupation", (required("title"),), OF_PROFESSIONAL),
    Table("held_skill", (required("phrase"),), OF_PROFESSIONAL),
    Table("qualification", (required("title"), Column("institution")), OF_PROFESSIONAL),
    Table("licence", (required("regulator"), Column("number", index="Licence.number")), OF_PROFESSIONAL),
    Table("verification", (required("source"), Column("note")), OF_LICENCE),
    Table("placement", (Column("choice_note"),), OF_PROFESSIONAL),
    Table("placement_event", (Column("comment"),), OF_PLACEMENT),
    Table("match", (required("body", is_json=True),), OF_PROFESSIONAL),
    Table("candidate_version", (required("body", is_json=True),), OF_PROFESSIONAL),
    Table("outbox_message", (required("recipient"), Column("details", is_json=True)), "t.user_id"),
)


def upgrade() -> None:
    connection = op.get_bind()
    keyring: Keyring = connection.get_execution_options()["sankofa_keyring"]
    _give_keys(connection, keyring)
    _say_whom_letters_are_for(connection)
    keys = {row.id: row.key_id for row in connection.execute(sa.text('SELECT id, key_id FROM "user"'))}
    for table in TABLES:
        for rows in _read(connection, table, [f"t.{column.name}" for column in table.columns]):
            sealed = [_seal(keyring, table, row, bytes(keys[row.person])) for row in rows]
            columns = [f"{column.name}_sealed" for column in table.columns]
            columns += [f"{column.name}_index" for column in table.columns if column.index]
            _write(connection, table, columns, sealed)
    _note_words(connection, keyring)
    # From here on it is the code of an address that is there once.
    with op.batch_alter_table("user", table_args=(_user_check(),)) as batch:
        batch.drop_constraint(op.f("uq_user_email"), type_="unique")


def downgrade() -> None:
    connection = op.get_bind()
    keyring: Keyring = connection.get_execution_options()["sankofa_keyring"]
    for table in TABLES:
        for rows in _read(connection, table, [f"t.{column.name}_sealed" for column in table.columns]):
            _write(
                connection,
                table,
                [column.name for column in table.columns],
                [_open(keyring, table, row) for row in rows],
                json_columns={column.name for column in table.columns if column.is_json},
            )
    connection.execute(sa.text("DELETE FROM user_word"))
    with op.batch_alter_table("user", table_args=(_user_check(),)) as batch:
        batch.create_unique_constraint(op.f("uq_user_email"), ["email"])


def _user_check() -> sa.CheckConstraint:
    """Name the check of the table, which SQLite loses when it rebuilds it."""
    rule = "(role = 'ministry') = (ministry_id IS NOT NULL)"
    return sa.CheckConstraint(rule, name=op.f("ck_user_ministry_of_ministry_users"))


def _give_keys(connection: sa.Connection, keyring: Keyring) -> None:
    numbers = connection.scalars(sa.text('SELECT id FROM "user" WHERE key_id IS NULL')).all()
    keys = keyring.new_keys(len(numbers)) if numbers else []
    rows = [{"number": number, "key_id": key_id} for number, key_id in zip(numbers, keys, strict=True)]
    if rows:
        connection.execute(sa.text('UPDATE "user" SET key_id = :key_id WHERE id = :number'), rows)


def _say_whom_letters_are_for(connection: sa.Connection) -> None:
    letters = connection.execute(sa.text("SELECT id, CAST(details AS TEXT) FROM outbox_message")).all()
    rows = [{"number": number, "user": json.loads(details)["user_id"]} for number, details in letters]
    if rows:
        connection.execute(sa.text("UPDATE outbox_message SET user_id = :user WHERE id = :number"), rows)


def _note_words(connection: sa.Connection, keyring: Keyring) -> None:
    for number, name, email in connection.execute(sa.text('SELECT id, name, email FROM "user"')).all():
        words = sorted(set(fold(f"{name} {email}").split()))
        rows = [{"number": number, "code": keyring.blind_index("User.word", word)} for word in words]
        if rows:
            connection.execute(sa.text("INSERT INTO user_word (user_id, code) VALUES (:number, :code)"), rows)


def _read(connection: sa.Connection, table: Table, columns: list[str]) -> Iterator[list[sa.Row[Any]]]:
    """Read a table in its own order, some rows at a time: sealing moves rows about in the file."""
    texts = [
        f"CAST({name} AS TEXT) AS {name[2:]}" if column.is_json and not name.endswith("_sealed") else name
        for name, column in zip(columns, table.columns, strict=True)
    ]
    query = sa.text(
        f"SELECT t.{table.key} AS row_id, {table.person} AS person, {', '.join(texts)}"  # noqa: S608
        f' FROM "{table.name}" t WHERE t.{table.key} > :after ORDER BY t.{table.key} LIMIT {AT_ONCE}'
    )
    after = 0
    while rows := list(connection.execute(query, {"after": after})):
        yield rows
        after = rows[-1].row_id


def _seal(keyring: Keyring, table: Table, row: sa.Row[Any], key_id: bytes) -> dict[str, Any]:
    sealed: dict[str, Any] = {"row_id": row.row_id}
    for column in table.columns:
        text = getattr(row, column.name)
        is_empty = not text and not column.is_required
        place = f"{table.name}:{row.row_id}:{column.name}"
        sealed[f"{column.name}_sealed"] = None if is_empty else keyring.seal(key_id, text.encode(), place)
        if column.index:
            code = keyring.blind_index(column.index, " ".join(text.casefold().split()))
            sealed[f"{column.name}_index"] = None if is_empty else code
    return sealed


def _open(keyring: Keyring, table: Table, row: sa.Row[Any]) -> dict[str, Any]:
    opened: dict[str, Any] = {"row_id": row.row_id}
    for column in table.columns:
        sealed = getattr(row, f"{column.name}_sealed")
        place = f"{table.name}:{row.row_id}:{column.name}"
        empty = "{}" if column.is_json else ""
        opened[column.name] = empty if sealed is None else keyring.open(bytes(sealed), place).decode()
    return opened


def _write(
    connection: sa.Connection,
    table: Table,
    columns: list[str],
    rows: list[dict[str, Any]],
    json_columns: set[str] = frozenset(),  # type: ignore[assignment]
) -> None:
    is_postgresql = connection.dialect.name == "postgresql"
    values = ", ".join(
        f"{name} = CAST(:{name} AS JSON)" if is_postgresql and name in json_columns else f"{name} = :{name}"
        for name in columns
    )
    update = f'UPDATE "{table.name}" SET {values} WHERE {table.key} = :row_id'  # noqa: S608
    connection.execute(sa.text(update), rows)
