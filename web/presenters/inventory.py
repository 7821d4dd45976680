"""The inventory of data as a page for whoever answers for it: docs/data.md."""

from collections.abc import Iterable, Iterator

from web.models.inventory import RULES, TABLES, ColumnEntry, Kind, Rule, Subject, TableEntry
from web.models.inventory.kinds import MEANINGS
from web.models.inventory.paths import Path, find_paths, list_people

Row = tuple[str, ...]

_INTRODUCTION = """\
# What is kept, of whom, why and how long

Every column of the database, in the words of people who answer for data. The page is printed from the
inventory in `web/models/inventory/` by `flask --app wsgi data inventory`; nobody edits it by hand. Tests fail
when a column is missing there, and when this page says something else.

Whom data is about decides how long it stays, so there is a table for each kind of person; data about two
kinds stands in both. *Professionals* are health workers who offer to serve. *Staff* are people who work here
for a ministry or for the programme. *Ministries* are authorities, not people.

The periods are rules to be kept to. Browsers signed in and counts of tries go by themselves,
every hour; everything else that is past its time is removed by hand, for now."""

_ERASURE = """\
*When the person is erased* says what is to happen if somebody asks for erasure before the time is over. What
stays of a professional is numbers, decisions, times and what was consented to: with profile, identity,
account and all free text gone, they lead to nobody. What stays of staff keeps their name, because somebody
has to answer for what was decided."""

_OPEN = """\
People, or the machinery, may have put more into these columns than their purpose says."""

_WAYS = """\
The columns that lead from a row to the profile or the account of the person it is about, one way a line. They
are found in the tables themselves; a table with personal data that no way leads out of fails the tests."""

_HEADINGS = {
    Subject.PROFESSIONAL: "Professionals",
    Subject.STAFF: "Staff of ministries and of the programme",
    Subject.MINISTRY: "Ministries",
    Subject.NOBODY: "About nobody",
}
_RULE_HEAD = ("rule", "kept", "why", "legal ground", "when the person is erased")
_KIND_HEAD = ("kind", "what it is")
_COLUMN_HEAD = ("in", "column", "kind", "what it is and what for", "kept", "rule")
_OPEN_HEAD = ("column", "what may stand in it")
_WAY_HEAD = ("in", "whose", "columns that lead there")


def write_inventory() -> str:
    """Write the whole page, in Markdown."""
    parts = [
        _INTRODUCTION,
        _section("How long", _table(_RULE_HEAD, map(_rule_row, RULES)), before=_ERASURE),
        _section("Kinds of data", _table(_KIND_HEAD, ((kind, MEANINGS[kind]) for kind in Kind))),
        *(_section(_HEADINGS[who], _table(_COLUMN_HEAD, _column_rows(who))) for who in Subject),
        _section("Free text and copies", _table(_OPEN_HEAD, _open_rows()), before=_OPEN),
        _section("How somebody's data is found", _table(_WAY_HEAD, _way_rows()), before=_WAYS),
    ]
    return "\n\n".join(parts)


def _section(heading: str, table: str, *, before: str = "") -> str:
    return "\n\n".join(part for part in (f"## {heading}", before, table) if part)


def _table(head: Row, rows: Iterable[Row]) -> str:
    line = ("---",) * len(head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, line, *rows))


def _rule_row(rule: Rule) -> Row:
    erased = "goes at once" if rule.goes_with_person else "stays"
    return rule.name, rule.length, rule.because, rule.basis, erased


def _columns() -> Iterator[tuple[TableEntry, ColumnEntry]]:
    return ((table, column) for table in TABLES for column in table.columns)


def _column_rows(subject: Subject) -> Iterator[Row]:
    for table, column in _columns():
        if rule := column.rule_for(subject):
            yield table.title, f"`{column.place}`", column.kind, column.purpose, rule.length, rule.name


def _open_rows() -> Iterator[Row]:
    return ((f"`{column.place}`", column.may_hold) for _, column in _columns() if column.may_hold)


def _way_rows() -> Iterator[Row]:
    for table in TABLES:
        links = [f"`{link.place}`: {link.how}" for link in table.links]
        for subject in list_people(table):
            ways = [_way(path) for path in find_paths(TABLES, table, subject)] + links
            yield f"{table.title} (`{table.name}`)", subject, "<br>".join(ways)


def _way(path: Path) -> str:
    return ", then ".join(f"`{column}`" for column in path) or "the row itself"
