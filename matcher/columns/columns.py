"""Some people as columns of numbers: what gates and criteria read when they look at many at once."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.columns.index import Index
from matcher.columns.lazy import lazy
from matcher.columns.numbers import Numbers
from matcher.columns.ragged import Chosen, Entries, Places, Rows, among, placed, span
from matcher.columns.table import Table

A = TypeVar("A", bound=Hashable)
V = TypeVar("V", bound=np.generic)


def _single(name: str) -> lazy[NDArray[Any]]:
    def read(columns: "Columns") -> NDArray[Any]:
        values: NDArray[Any] = columns.table.single[name][columns.rows]
        return values

    return lazy(read)


def _of_entries(name: str) -> lazy[NDArray[Any]]:
    def read(held: "Held") -> NDArray[Any]:
        values: NDArray[Any] = held.columns.table.entries[f"{held.name}.{name}"][held.entries.places]
        return values

    return lazy(read)


class Held:
    """
    Things of which a person has several, for the people of some columns.

    `noted` is for what one rule finds out and another needs too.
    """

    name = ""
    stated = ""

    def __init__(self, columns: "Columns") -> None:
        self.columns = columns
        self.noted: dict[Hashable, Any] = {}

    @lazy
    def known(self) -> NDArray[np.bool_]:
        """Whether each person states any, or that there are none."""
        known: NDArray[np.bool_] = self.columns.table.single[f"{self.stated}.known"][self.columns.rows]
        return known

    @lazy
    def entries(self) -> Entries:
        """Whose they are."""
        return self.columns.table.ragged[self.name].entries(self.columns.rows)


class HeldOccupations(Held):
    """Occupation, specialty and years of each entry."""

    name = stated = "occupations"
    codes = _of_entries("code")
    specialties = _of_entries("specialty")
    years = _of_entries("years")


class HeldSkills(Held):
    """Skill, or the phrase where it has no code, and level of each entry."""

    name = stated = "skills"
    codes = _of_entries("code")
    phrases = _of_entries("phrase")
    levels = _of_entries("level")


class FreeDays(Held):
    """First and last day of each stretch of free days, and the latest end of periods that have no first."""

    name, stated = "free", "availability"
    first = _of_entries("first")
    last = _of_entries("last")

    @lazy
    def until(self) -> NDArray[np.int32]:
        """The latest end of periods without a first day, -1 for none."""
        until: NDArray[np.int32] = self.columns.table.single["unbegun"][self.columns.rows]
        return until


class Summaries(Held):
    """The words of each summary."""

    name, stated = "words", "summary"
    numbers = _of_entries("number")


class Columns:
    """
    Some of the people of a table, each column read when it is first asked for.

    Days are numbers as `date.toordinal` gives them, years are floats with NaN for unknown, and -1 stands for
    whatever else is unknown.

    Parameters
    ----------
    index : Index
        Of the table.
    rows : ndarray of int32 or slice, optional
        Who; everybody, unless given.
    """

    def __init__(self, index: Index, rows: Chosen | None = None) -> None:
        self.index = index
        self.table: Table = index.table
        self.numbers: Numbers = index.table.numbers
        self.rows: Chosen = slice(0, len(index.table)) if rows is None else rows

    def __len__(self) -> int:
        return self.rows.stop - self.rows.start if isinstance(self.rows, slice) else len(self.rows)

    kinds = _single("kind")
    modes = _single("modes")
    weeks = _single("max_weeks")
    years = _single("years_experience")
    languages = _single("languages")
    residence = _single("residence_country")
    origin = _single("country_of_origin")
    preferences = _single("preferred_countries")
    re_entry = _single("may_reenter_until")
    credential = _single("credential_level")

    @lazy
    def occupations(self) -> HeldOccupations:
        """What people are."""
        return HeldOccupations(self)

    @lazy
    def skills(self) -> HeldSkills:
        """What people can do."""
        return HeldSkills(self)

    @lazy
    def availability(self) -> FreeDays:
        """When people are free."""
        return FreeDays(self)

    @lazy
    def texts(self) -> Summaries:
        """What people write about themselves."""
        return Summaries(self)

    def kept(self, make: Callable[[Index, A], NDArray[V]], asked: A) -> NDArray[V]:
        """Return a column made of everybody and kept, as few different things are asked.

        Parameters
        ----------
        make : callable
            From an index and what is asked to a column.
        asked : hashable
            What the column depends on, beside the people.
        """
        values: NDArray[V] = self.index.kept(make, asked)[self.rows]
        return values

    def found(self, name: str) -> NDArray[Any]:
        """Return one of the columns of the index."""
        values: NDArray[Any] = getattr(self.index, name)[self.rows]
        return values

    def of_licences(self, name: str) -> NDArray[Any]:
        """Return one of the columns of `LicenceIndex`."""
        values: NDArray[Any] = getattr(self.index.licences, name)[self.rows]
        return values

    def take(self, chosen: Places) -> "Columns":
        """Return the columns of some of these people, by their places among them."""
        rows = self.rows
        return Columns(self.index, chosen + rows.start if isinstance(rows, slice) else rows[chosen])

    @lazy
    def row_numbers(self) -> Rows:
        """The row of each person in the table."""
        rows = self.rows
        return np.arange(rows.start, rows.stop) if isinstance(rows, slice) else rows

    def of_few(self, others: Rows, values: NDArray[V]) -> NDArray[V]:
        """Return the value of each person among the rows of others, which are in order; 0 for who is not."""
        if isinstance(self.rows, slice):
            within = span(others, self.rows)
            found = np.zeros(len(self), values.dtype)
            found[others[within] - self.rows.start] = values[within]
            return found
        if not len(others):
            return np.zeros(len(self), values.dtype)
        places = placed(others, self.rows)
        return np.asarray(values[places] * (others[places] == self.rows))

    def are_among(self, others: Rows) -> NDArray[np.bool_]:
        """Say of each person whether their row is one of others, which are in order."""
        if not isinstance(self.rows, slice):
            return among(self.rows, others)
        flags = np.zeros(len(self), np.bool_)
        flags[others[span(others, self.rows)] - self.rows.start] = True
        return flags
