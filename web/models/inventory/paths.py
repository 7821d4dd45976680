"""The way from a row to the people it is about, along foreign keys: where erasure and download will look."""

from collections import deque
from collections.abc import Mapping, Sequence

from sqlalchemy import Table

from web.models.inventory.entries import TableEntry
from web.models.inventory.kinds import PEOPLE, Subject

# Where a person is found, the best place first. Staff have no profile.
ROOTS: Mapping[Subject, tuple[str, ...]] = {
    Subject.PROFESSIONAL: ("professional", "user"),
    Subject.STAFF: ("user",),
}
# The columns to follow, one after the other; nothing to follow where the row is the person.
Path = tuple[str, ...]


def list_people(entry: TableEntry) -> list[Subject]:
    """Say which people a table holds data about."""
    about = {owner.subject for column in entry.columns for owner in column.owners}
    return [subject for subject in Subject if subject in about & PEOPLE]


def find_paths(tables: Sequence[TableEntry], start: TableEntry, subject: Subject) -> list[Path]:
    """Find the shortest way to a person from each foreign key of a table that is itself about these people.

    A key that is about somebody else leads to somebody else: who attested is not whom the note is about.
    """
    if start.name in ROOTS[subject]:
        return [()]
    keys = {entry.name: _keys_about(entry, subject) for entry in tables}
    return [
        (f"{start.name}.{column}", *way)
        for column, target in _keys_about(start, subject)
        if (way := _find_way(keys, target, ROOTS[subject])) is not None
    ]


def _keys_about(entry: TableEntry, subject: Subject) -> list[tuple[str, str]]:
    about = {column.name for column in entry.columns if column.rule_for(subject)}
    table = entry.model.__table__
    assert isinstance(table, Table)
    return [
        (column.name, key.column.table.name)
        for column in table.columns
        if column.name in about
        for key in column.foreign_keys
    ]


def _find_way(keys: Mapping[str, list[tuple[str, str]]], start: str, roots: tuple[str, ...]) -> Path | None:
    ways: dict[str, Path] = {start: ()}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for column, target in keys.get(name, []):
            if target not in ways:
                ways[target] = (*ways[name], f"{name}.{column}")
                waiting.append(target)
    return next((ways[root] for root in roots if root in ways), None)
