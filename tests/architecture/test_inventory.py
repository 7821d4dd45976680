"""Every column says what it is, whose, what for and for how long, and leads to whom it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from web.models import Base
from web.models.inventory import RULES, TABLES, ColumnEntry, Kind, Rule, Subject, TableEntry, rules
from web.models.inventory.entries import Line, Link, number, of_nobody, of_professionals, of_staff
from web.models.inventory.kinds import MEANINGS, NEVER_OUTLIVES, OPEN, PEOPLE, PERSONAL
from web.models.inventory.paths import find_paths, list_people

COLUMNS = [column for table in TABLES for column in table.columns]


def find_missing(metadata: MetaData, columns: Iterable[ColumnEntry]) -> list[str]:
    """Find columns without an entry, so without kind, purpose and retention."""
    described = {column.place for column in columns}
    return [
        place
        for table in metadata.sorted_tables
        for column in table.columns
        if (place := f"{table.name}.{column.name}") not in described
    ]


def find_twice(columns: Iterable[ColumnEntry]) -> list[str]:
    """Find columns with two entries: nobody would know which one counts."""
    places = [column.place for column in columns]
    return sorted({place for place in places if places.count(place) > 1})


def find_misplaced(tables: Iterable[TableEntry]) -> list[str]:
    """Find columns that stand with another table than their own."""
    return [column.place for table in tables for column in table.columns if column.table != table.name]


def find_incomplete(columns: Iterable[ColumnEntry]) -> list[str]:
    """Find entries without purpose, without retention, or silent on what an open column may hold."""
    gaps = {
        "no purpose": lambda column: not column.purpose.strip(),
        "no retention": lambda column: not column.owners,
        "may hold what?": lambda column: column.kind in OPEN and not column.may_hold.strip(),
    }
    return [
        f"{column.place}: {gap}" for column in columns for gap, is_there in gaps.items() if is_there(column)
    ]


def find_contradictions(columns: Iterable[ColumnEntry]) -> list[str]:
    """Find entries that cannot be true: a secret of nobody, personal data without a legal ground."""
    return [
        column.place
        for column in columns
        if (column.kind in PERSONAL and not column.is_personal)
        or len({owner.subject for owner in column.owners}) != len(column.owners)
        or any(owner.subject in PEOPLE and owner.rule.basis == rules.Basis.NONE for owner in column.owners)
    ]


def find_outliving(columns: Iterable[ColumnEntry]) -> list[str]:
    """Find names, addresses and free text that would stay after the professional was erased."""
    return [
        column.place
        for column in columns
        if column.kind in NEVER_OUTLIVES
        and (rule := column.rule_for(Subject.PROFESSIONAL))
        and not rule.goes_with_person
    ]


def find_loose_rules(listed: Sequence[Rule], columns: Iterable[ColumnEntry]) -> list[str]:
    """Find rules that no column uses, and rules that are used and not listed."""
    used = {owner.rule for column in columns for owner in column.owners}
    return sorted(rule.name for rule in used ^ set(listed))


def find_unreachable(tables: Sequence[TableEntry]) -> list[str]:
    """Find tables with personal data that erasure could not find."""
    return [
        f"{table.name}: {subject}"
        for table in tables
        for subject in list_people(table)
        if not find_paths(tables, table, subject) and not table.links
    ]


def test_every_column_has_one_entry():
    assert find_missing(Base.metadata, COLUMNS) == []
    assert find_twice(COLUMNS) == []
    assert find_misplaced(TABLES) == []


def test_every_entry_is_complete():
    assert find_incomplete(COLUMNS) == []
    assert find_contradictions(COLUMNS) == []


def test_nothing_that_names_a_professional_outlives_them():
    assert find_outliving(COLUMNS) == []


def test_every_rule_is_used():
    assert find_loose_rules(RULES, COLUMNS) == []
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.because for rule in RULES)


def test_every_kind_is_explained_and_used():
    assert set(MEANINGS) == set(Kind) == {column.kind for column in COLUMNS}


def test_personal_data_leads_to_its_person():
    assert find_unreachable(TABLES) == []


@pytest.mark.parametrize(
    ("table", "subject", "paths"),
    [
        ("verification", Subject.PROFESSIONAL, [("verification.licence_id", "licence.professional_id")]),
        (
            "verification",
            Subject.STAFF,
            [
                ("verification.checked_by_id",),
                ("verification.countersigned_by_id",),
                ("verification.disagreed_by_id",),
            ],
        ),
        ("user", Subject.STAFF, [()]),
        ("outbox_message", Subject.STAFF, [("outbox_message.user_id",)]),
        ("submission", Subject.STAFF, [("submission.user_id",)]),
    ],
)
def test_paths_follow_foreign_keys(table, subject, paths):
    start = next(entry for entry in TABLES if entry.name == table)
    assert find_paths(TABLES, start, subject) == paths


class Planted(DeclarativeBase):
    """Another house, with one table for each fault."""


class Account(Planted):
    __tablename__ = "user"

    id: Mapped[int] = mapped_column(primary_key=True)


class Diary(Planted):
    __tablename__ = "diary"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[str]
    read_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


ACCOUNT = TableEntry(Account, "Account", (of_professionals(rules.ACCOUNT),), (number(Account.id),))
WORDS = Line(Diary.words, Kind.OWN_WORDS, "what the day was like", may_hold="anything")
READER = Line(Diary.read_by_id, Kind.ACT, "who read it", (of_staff(rules.ACT),))
DIARY = TableEntry(Diary, "Diary", (of_professionals(rules.PROFILE),), (number(Diary.id), WORDS, READER))


def with_words(**changes) -> tuple[ColumnEntry, ...]:
    return replace(DIARY, lines=(replace(WORDS, **changes),)).columns


def test_missing_column_is_noticed():
    columns = [*ACCOUNT.columns, *DIARY.columns]
    assert find_missing(Planted.metadata, columns) == []
    forgotten = [column for column in columns if column.name != "words"]
    assert find_missing(Planted.metadata, forgotten) == ["diary.words"]


def test_second_entry_is_noticed():
    assert find_twice(DIARY.columns) == []
    assert find_twice([*DIARY.columns, *DIARY.columns[:1]]) == ["diary.id"]


def test_misplaced_column_is_noticed():
    assert find_misplaced([ACCOUNT, DIARY]) == []
    assert find_misplaced([replace(ACCOUNT, lines=(WORDS,))]) == ["diary.words"]


def test_incomplete_entry_is_noticed():
    assert find_incomplete(DIARY.columns) == []
    assert find_incomplete(with_words(purpose=" ")) == ["diary.words: no purpose"]
    assert find_incomplete(with_words(may_hold="")) == ["diary.words: may hold what?"]
    assert find_incomplete(replace(DIARY, owners=(), lines=(WORDS,)).columns) == ["diary.words: no retention"]


@pytest.mark.parametrize(
    "owners",
    [
        (of_nobody(rules.REPLACED),),
        (of_professionals(rules.SERVICE),),
        (of_professionals(rules.PROFILE), of_professionals(rules.CASE)),
    ],
    ids=["own words of nobody", "personal data without a legal ground", "two rules for one kind of person"],
)
def test_contradiction_is_noticed(owners):
    assert find_contradictions(DIARY.columns) == []
    assert find_contradictions(with_words(owners=owners)) == ["diary.words"]


def test_words_that_outlive_their_writer_are_noticed():
    assert find_outliving(DIARY.columns) == []
    assert find_outliving(with_words(owners=(of_professionals(rules.CASE),))) == ["diary.words"]


def test_loose_rule_is_noticed():
    listed = [rules.PROFILE, rules.ACT]
    assert find_loose_rules(listed, DIARY.columns) == []
    assert find_loose_rules([*listed, rules.LETTER], DIARY.columns) == ["letter"]
    assert find_loose_rules(listed[:1], DIARY.columns) == ["act"]


def test_unreachable_person_is_noticed():
    # Who read the diary is found; whose diary it is, nobody knows: that key leads to somebody else.
    assert find_unreachable([ACCOUNT, DIARY]) == ["diary: professional"]
    linked = replace(DIARY, links=(Link(Diary.words, "the name stands on the first page"),))
    assert find_unreachable([ACCOUNT, linked]) == []
