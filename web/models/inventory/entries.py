"""The form in which the inventory is filled in: a table, its columns, whose they are, how long they stay."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute

from web.models.inventory.kinds import PEOPLE, Kind, Subject
from web.models.inventory.rules import Rule
from web.models.sealed import SealedAttribute

# A sealed attribute stands for the column that it is stored in.
Attribute = InstrumentedAttribute[Any] | SealedAttribute[Any]


@dataclass(frozen=True)
class Owner:
    """Somebody a column is about, and how long it stays because of them."""

    subject: Subject
    rule: Rule


def of_professionals(rule: Rule) -> Owner:
    """Say that something is about professionals."""
    return Owner(Subject.PROFESSIONAL, rule)


def of_staff(rule: Rule) -> Owner:
    """Say that something is about people who work for a ministry or for the programme."""
    return Owner(Subject.STAFF, rule)


def of_ministries(rule: Rule) -> Owner:
    """Say that something is about a ministry as an authority."""
    return Owner(Subject.MINISTRY, rule)


def of_nobody(rule: Rule) -> Owner:
    """Say that something is about nobody."""
    return Owner(Subject.NOBODY, rule)


@dataclass(frozen=True)
class Line:
    """One column: what kind of data, what for; with owners of its own where the table's are not right.

    `may_hold` warns of what people may have written into it.
    """

    attribute: Attribute
    kind: Kind
    purpose: str
    owners: tuple[Owner, ...] = ()
    may_hold: str = ""


@dataclass(frozen=True)
class Link:
    """A way to a person that no foreign key draws."""

    attribute: Attribute
    how: str

    @property
    def place(self) -> str:
        """Give table and column."""
        return _place(*_names(self.attribute))


@dataclass(frozen=True)
class ColumnEntry:
    """What the inventory says of one column."""

    table: str
    name: str
    kind: Kind
    purpose: str
    owners: tuple[Owner, ...]
    may_hold: str

    @property
    def place(self) -> str:
        """Give table and column."""
        return _place(self.table, self.name)

    @property
    def is_personal(self) -> bool:
        """Whether it is about a person."""
        return any(owner.subject in PEOPLE for owner in self.owners)

    def rule_for(self, subject: Subject) -> Rule | None:
        """Find how long it stays because of these people; none where it is not about them."""
        return next((owner.rule for owner in self.owners if owner.subject == subject), None)


@dataclass(frozen=True)
class TableEntry:
    """One table, with all of its columns."""

    model: type[DeclarativeBase]
    title: str
    owners: tuple[Owner, ...]
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()

    @property
    def name(self) -> str:
        """Give the name the database knows it by."""
        return self.model.__tablename__

    @property
    def columns(self) -> tuple[ColumnEntry, ...]:
        """Give the columns, each with its owners."""
        return tuple(
            ColumnEntry(
                table=table,
                name=name,
                kind=line.kind,
                purpose=line.purpose,
                owners=line.owners or self.owners,
                may_hold=line.may_hold,
            )
            for line in self.lines
            for table, name in [_names(line.attribute)]
        )


def _names(attribute: Attribute) -> tuple[str, str]:
    """Give the names of table and column."""
    if isinstance(attribute, SealedAttribute):
        return attribute.model.__tablename__, attribute.column
    return attribute.class_.__tablename__, attribute.property.columns[0].name


def _place(table: str, column: str) -> str:
    return f"{table}.{column}"


def number(attribute: Attribute, *owners: Owner) -> Line:
    """Describe the number of a row."""
    return Line(attribute, Kind.IDENTIFIER, "the number of the row", owners)


def version(attribute: Attribute) -> Line:
    """Describe the count of a row's changes."""
    return Line(attribute, Kind.TECHNICAL, "counts the changes, so that nobody overwrites a newer one unseen")
