"""Everything a database holds, to be compared before and after."""

from collections.abc import Collection

from sqlalchemy import Engine, MetaData, select

Rows = list[tuple[object, ...]]


def dump(engine: Engine, *, without: Collection[str] = ()) -> dict[str, Rows]:
    """Read every row of every table, in one order."""
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: sorted(tuple(map(str, row)) for row in connection.execute(select(table)))
            for table in metadata.sorted_tables
            if table.name not in without
        }


def changed_tables(before: dict[str, Rows], after: dict[str, Rows]) -> list[str]:
    """Name the tables that are no longer the same."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
