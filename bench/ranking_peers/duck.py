"""DuckDB, in memory: SQL over columns, on as many cores as there are."""

import re

import duckdb
import numpy as np

from bench.ranking_peers.asked import Asked
from bench.ranking_peers.crowd import Crowd
from bench.ranking_peers.peer import Asking
from bench.ranking_peers.sql_statement import Dialect, parameters, statement
from bench.ranking_peers.sql_tables import COLUMNS, in_order, rows_of

_NAMED = re.compile(r"\$(\w+)")


class DuckDb(Asking):
    """The same tables and statement as the other databases; it scans instead of looking up."""

    name = "DuckDB"
    does = "structured part only, in one statement; all cores"
    _words = Dialect()

    def take(self, crowd: Crowd) -> None:
        """Fill the tables from columns."""
        self._database = duckdb.connect(":memory:")
        people = in_order(crowd.profiles)
        for table, columns in COLUMNS.items():
            values = np.array(list(rows_of(table, people)), np.int32).reshape(-1, len(columns))
            self._database.register("given", dict(zip(columns, values.T.copy(), strict=True)))
            self._database.execute(f"CREATE TABLE {table} AS SELECT * FROM given")
            self._database.unregister("given")
        self._database.execute("ALTER TABLE person ALTER years TYPE BIGINT")
        self._database.execute("ANALYZE")

    def find(self, asked: Asked, limit: int) -> list[int]:
        """Ask the database."""
        text, values = statement(asked, self._words), parameters(asked, self._words, limit)
        # It refuses values that a statement does not name.
        found = self._database.execute(text, {name: values[name] for name in _NAMED.findall(text)})
        return [number for (number,) in found.fetchall()]

    def close(self) -> None:
        """Give back the memory."""
        self._database.close()
