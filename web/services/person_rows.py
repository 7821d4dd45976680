"""The rows about one person, along the ways that the inventory knows: for erasing and for handing out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, false, or_, select

from web.models import Base
from web.models.inventory import TABLES, Subject, TableEntry
from web.models.inventory.paths import Path, find_paths
from web.models.inventory.rules import NUMBER
from web.models.user import User


@dataclass(frozen=True)
class PersonRows:
    """The rows of one table that are about a person."""

    entry: TableEntry
    table: Table
    condition: ColumnElement[bool]

    @property
    def goes_whole(self) -> bool:
        """Whether nothing in these rows outlives a professional; a number alone keeps no row."""
        found = [column.rule_for(Subject.PROFESSIONAL) for column in self.entry.columns]
        return all(rule == NUMBER or rule.goes_with_person for rule in found if rule)

    @property
    def columns_that_go(self) -> list[str]:
        """Name the columns of which nothing outlives a professional."""
        rules = {column.name: column.rule_for(Subject.PROFESSIONAL) for column in self.entry.columns}
        return [name for name, rule in rules.items() if rule and rule.goes_with_person]


def find_rows(user: User) -> Iterator[PersonRows]:
    """Find where there are rows about a professional, tables that others point at last."""
    entries = {entry.name: entry for entry in TABLES}
    for table in reversed(Base.metadata.sorted_tables):
        entry = entries[table.name]
        if any(column.rule_for(Subject.PROFESSIONAL) for column in entry.columns):
            paths = find_paths(TABLES, entry, Subject.PROFESSIONAL)
            yield PersonRows(entry, table, or_(false(), *(_condition(table, path, user) for path in paths)))


def _condition(table: Table, path: Path, user: User) -> ColumnElement[bool]:
    if not path:
        return table.c.id == _number(table.name, user)
    column = table.c[path[0].partition(".")[2]]
    (key,) = column.foreign_keys
    target = key.column.table
    if len(path) == 1:
        return column == _number(target.name, user)
    return column.in_(select(key.column).where(_condition(target, path[1:], user)))


def _number(root: str, user: User) -> int | None:
    if root == User.__tablename__:
        return user.id
    return user.professional.id if user.professional else None
