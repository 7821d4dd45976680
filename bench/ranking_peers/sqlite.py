"""SQLite, in memory, as the default database of the service would answer."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.sql_statement import Dialect, parameters, statement
from bench.ranking_peers.sql_tables import COLUMNS, in_order, rows_of

MANY_STATEMENTS = 500


class SqliteWords(Dialect):
    """Lists go in as JSON."""

    def rows(self, name: str, columns: Sequence[str]) -> str:
        """Write rows given as a list of lists."""
        values = ", ".join(f"json_extract(value, '$[{i}]') AS {column}" for i, column in enumerate(columns))
        return f"{values} FROM json_each({self(name)})"

    def bind(self, name: str, _columns: Sequence[str], rows: Sequence[Sequence[int]]) -> Mapping[str, Any]:
        """Give the list."""
        return {name: json.dumps(rows)}


class Sqlite(Asking):
    """Tables without row ids, so that each is its own index."""

    name = "SQLite"
    does = "structured part only: gates, must-haves and all criteria but text in one indexed statement"
    _words = SqliteWords(":{}", "min", "max", "/")

    def take(self, crowd: Crowd) -> None:
        """Fill the tables, and count what they hold for the planner."""
        self._database = sqlite3.connect(":memory:", cached_statements=MANY_STATEMENTS)
        people = in_order(crowd.profiles)
        for table, columns in COLUMNS.items():
            rest = f", PRIMARY KEY ({', '.join(columns)})) WITHOUT ROWID" if table != "person" else ")"
            self._database.execute(
                f"CREATE TABLE {table} ({', '.join(f'{each} INT' for each in columns)}{rest}"
            )
            marks = ", ".join("?" * len(columns))
            self._database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows_of(table, people))
        self._database.execute("CREATE INDEX by_occupation ON person (occupation, years)")
        self._database.execute("ANALYZE")
        self._database.commit()

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Ask the database."""
        values = parameters(asked, self._words, limit)
        return [number for (number,) in self._database.execute(statement(asked, self._words), values)]

    @property
    def size(self) -> int:
        """Bytes of the database."""
        [[pages]], [[page]] = (self._database.execute(f"PRAGMA page_{each}") for each in ("count", "size"))
        return int(pages * page)

    def close(self) -> None:
        """Give back the memory."""
        self._database.close()
