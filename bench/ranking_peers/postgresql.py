"""PostgreSQL on a server of its own, as the service would ask it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import psycopg

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import Crowd, Profile
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.sql_statement import Dialect, parameters, statement
from bench.ranking_peers.sql_tables import COLUMNS, in_order, rows_of
from tests.support.postgresql import create_database, drop_database, postgresql_server

MANY_STATEMENTS = 500
SETTINGS = {
    "jit": "off",  # compiling costs more than such a statement
    "random_page_cost": "1.1",  # everything is in memory
    "work_mem": "64MB",
    "maintenance_work_mem": "512MB",
}
LEVELS = 8
FIRST_SKILL = 10_000
"""Skills are numbered from here on, languages before."""


class PostgresqlWords(Dialect):
    """Lists go in as arrays; languages and skills at their levels are one array with an inverted index."""

    def rows(self, name: str, columns: Sequence[str]) -> str:
        """Write rows given as one array for each column."""
        arrays = ", ".join(f"{self(f'{name}_{column}')}::int[]" for column in columns)
        return f"* FROM unnest({arrays}) AS given ({', '.join(columns)})"

    def levels(self, asked: Asked) -> Iterator[str]:
        """Write the gates of languages and indispensable skills as one."""
        if any(language.required for language in asked.languages) or asked.indispensable:
            yield f"p.levels @> {self('levels')}::int[]"


class Postgresql(Asking):
    """Tables with primary keys, arrays with GIN, people clustered by occupation; prepared statements."""

    name = "PostgreSQL"
    does = (
        "structured part only, in one prepared statement; int[] with GIN, clustered, analysed, local socket"
    )
    _words = PostgresqlWords("%({})s", "least", "greatest", "/")

    def __init__(self) -> None:
        self._open = ExitStack()

    def take(self, crowd: Crowd) -> None:
        """Start a server, fill the tables and count what they hold for the planner."""
        server, name = self._open.enter_context(postgresql_server()), f"ranking_bench_{os.getpid()}"
        url = create_database(server, name).set(drivername="postgresql")
        self._open.callback(drop_database, server, name)
        self._database = self._open.enter_context(
            psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)
        )
        self._database.prepare_threshold = 0
        self._database.prepared_max = MANY_STATEMENTS
        for name, value in SETTINGS.items():
            self._database.execute(f"SET {name} = '{value}'")
        self._fill(in_order(crowd.profiles))

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Ask the database."""
        values: Mapping[str, Any] = {
            **parameters(asked, self._words, limit),
            "levels": [
                *(each.code * LEVELS + each.least for each in asked.languages if each.required),
                *(FIRST_SKILL + each.code * LEVELS + each.least for each in asked.indispensable),
            ],
        }
        found = self._database.execute(statement(asked, self._words), values)
        return [number for (number,) in found]

    @property
    def size(self) -> int:
        """Bytes of tables and indexes."""
        tables = ", ".join(f"('{table}')" for table in COLUMNS)
        total = f"SELECT sum(pg_total_relation_size(name::regclass)) FROM (VALUES {tables}) AS t (name)"
        return int(self._database.execute(total).fetchall()[0][0])

    def close(self) -> None:
        """End the server."""
        self._open.close()

    def _fill(self, people: Sequence[Profile]) -> None:
        for table, columns in COLUMNS.items():
            names = ", ".join(f"{column} {_kind(column)}" for column in columns)
            extra = ", levels int[]" if table == "person" else f", PRIMARY KEY ({', '.join(columns)})"
            self._database.execute(f"CREATE TABLE {table} ({names}{extra})")
            with self._database.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                rows = rows_of(table, people)
                for row in rows if table != "person" else _with_levels(rows, people):
                    copy.write_row(row)
        self._database.execute("CREATE INDEX ON person (occupation, years)")
        self._database.execute("CREATE INDEX ON person USING gin (levels)")
        self._database.execute("VACUUM ANALYZE")


def _kind(column: str) -> str:
    return "bigint" if column == "years" else "int"  # experience squares it


def _with_levels(rows: Iterator[tuple[Any, ...]], people: Sequence[Profile]) -> Iterator[tuple[Any, ...]]:
    """Add everything somebody can and speaks, at every level up to theirs."""
    for row, person in zip(rows, people, strict=True):
        spoken = [code * LEVELS + i for code, level in person.languages.items() for i in range(1, level + 1)]
        held = [
            FIRST_SKILL + code * LEVELS + i
            for code, level in person.skills.items()
            for i in range(1, max(1, level) + 1)
        ]
        yield (*row, [*spoken, *held])
