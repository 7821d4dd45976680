"""The tables that hold everybody in a database: one for people, one for each list they have."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from bench.ranking_peers.crowd import Profile
from bench.ranking_peers.points import NO_CREDENTIAL

COLUMNS: Mapping[str, Sequence[str]] = {
    "person": (
        "number", "occupation", "specialty", "years", "modes", "max_weeks", "licensed_until",
        "reenter_until", "residence", "origin", "credential", "teaches",
    ),
    "free": ("person", "begins", "ends"),
    "spoken": ("person", "code", "level"),
    "held": ("person", "code", "level"),
    "wish": ("person", "country"),
    "verified": ("person", "country", "until"),
}  # fmt: skip
"""Whole numbers all of them. What is not stated is a number that meets no gate and earns no point."""
NOTHING = -1


def in_order(people: Sequence[Profile]) -> list[Profile]:
    """Put people of one occupation together, as a table clustered by it holds them."""
    return sorted(people, key=lambda person: (person.occupation, person.years))


def rows_of(table: str, people: Sequence[Profile]) -> Iterator[tuple[Any, ...]]:
    """Give the rows of one table."""
    return chain.from_iterable(_ROWS[table](person) for person in people)


def _person(each: Profile) -> Iterator[tuple[Any, ...]]:
    yield (
        each.number, each.occupation, NOTHING if each.specialty is None else each.specialty, each.years,
        each.modes, each.max_weeks or 0, each.licensed_until, each.reenter_until, each.residence,
        each.origin, each.credential or NO_CREDENTIAL, int(each.teaches),
    )  # fmt: skip


_ROWS: Mapping[str, Callable[[Profile], Iterable[tuple[Any, ...]]]] = {
    "person": _person,
    "free": lambda each: ((each.number, *days) for days in each.free),
    "spoken": lambda each: ((each.number, *language) for language in each.languages.items()),
    "held": lambda each: ((each.number, *skill) for skill in each.skills.items()),
    "wish": lambda each: ((each.number, country) for country in each.preferred),
    "verified": lambda each: ((each.number, *licence) for licence in each.verified),
}
