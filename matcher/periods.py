"""Arithmetic of days: when a person is free, when a post may start, whether the two meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from matcher.types import Period, Position

ONE_DAY = timedelta(days=1)
FIRST_DAY, LAST_DAY = date.min, date.max


@dataclass(frozen=True, slots=True)
class Window:
    """When a post may start, first and last day included, and how many days it lasts (at least one).

    Examples
    --------
    >>> window = Window(date(2027, 1, 4), date(2027, 1, 18), 14)
    >>> window.start_within(date(2027, 1, 10), date(2027, 1, 31))
    datetime.date(2027, 1, 10)
    >>> window.start_within(date(2027, 1, 10), date(2027, 1, 20)) is None
    True
    """

    earliest: date
    latest: date
    days: int

    @property
    def last_day(self) -> date:
        """The last day of a post that starts as late as it may."""
        return later(self.latest, self.days - 1)

    @property
    def wanted(self) -> int:
        """All days from the earliest start to the last day."""
        return (self.last_day - self.earliest).days + 1

    def start_within(self, first: date, last: date) -> date | None:
        """Return the first day on which the post could start and end within two days, if any."""
        start = max(self.earliest, first)
        return start if start <= self.latest and later(start, self.days - 1) <= last else None

    def spare(self, first: date, last: date) -> int:
        """Return the days left when starting as early as can be within two days; negative is missing."""
        return (last - later(max(self.earliest, first), self.days - 1)).days

    def overlap(self, first: date, last: date) -> int:
        """Return how many of the wanted days lie within two days."""
        return max(0, (min(self.last_day, last) - max(self.earliest, first)).days + 1)


def window_of(position: Position) -> Window | None:
    """Return the window of a position, or None if it names no date.

    Without a latest start the post starts on the earliest; without an earliest, on the latest.
    Without weeks it asks only that the person can start.
    """
    earliest = position.earliest_start or position.latest_start
    latest = position.latest_start or position.earliest_start
    if earliest is None or latest is None:
        return None
    return Window(earliest, latest, 7 * position.duration_weeks if position.duration_weeks else 1)


def later(day: date, days: int) -> date:
    """Return a day so many days later, at most the last of the calendar.

    Examples
    --------
    >>> later(date(2027, 1, 30), 2)
    datetime.date(2027, 2, 1)
    """
    return day + timedelta(days=days) if days < (LAST_DAY - day).days else LAST_DAY


def joined(periods: Iterable[Period]) -> list[tuple[date, date]]:
    """Return the stretches of free days in order, touching ones joined; periods without a start are left out.

    Examples
    --------
    >>> joined([Period(date(2027, 2, 1), date(2027, 2, 9)), Period(date(2027, 1, 1), date(2027, 1, 31))])
    [(datetime.date(2027, 1, 1), datetime.date(2027, 2, 9))]
    """
    days = ((p.start.toordinal(), (p.end or LAST_DAY).toordinal()) for p in periods if p.start is not None)
    return [(date.fromordinal(first), date.fromordinal(last)) for first, last in stretches(days)]


def stretches(days: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join first and last days, as numbers, that touch or overlap; in order.

    Examples
    --------
    >>> stretches([(8, 9), (1, 3), (4, 5)])
    [(1, 5), (8, 9)]
    """
    found: list[tuple[int, int]] = []
    for first, last in sorted(days):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def without(periods: Iterable[Period], taken: Iterable[Period]) -> tuple[Period, ...]:
    """Return what is left of free periods when the days of others are taken away.

    A period without a first day stays as it is stated: nobody knows which of its days would be left.

    Examples
    --------
    >>> free, stay = Period(date(2027, 1, 1), None), Period(date(2027, 2, 1), date(2027, 2, 28))
    >>> without([free], [stay]) == (
    ...     Period(date(2027, 1, 1), date(2027, 1, 31)), Period(date(2027, 3, 1), None)
    ... )
    True
    """
    left = list(periods)
    for stay in taken:
        left = [rest for period in left for rest in _cut(period, stay)]
    return tuple(left)


def _cut(period: Period, stay: Period) -> Iterator[Period]:
    """Give what lies before and after a stay."""
    if period.start is None:
        yield period
        return
    last, first_taken, last_taken = period.end or LAST_DAY, stay.start or FIRST_DAY, stay.end or LAST_DAY
    if last < first_taken or period.start > last_taken:
        yield period
        return
    if period.start < first_taken:
        yield Period(period.start, first_taken - ONE_DAY)
    if last_taken < last:
        yield Period(last_taken + ONE_DAY, period.end)


def earliest_start(periods: Iterable[Period], window: Window) -> date | None:
    """Return the first day on which a person free in these periods could start, if any."""
    starts = (window.start_within(first, last) for first, last in joined(periods))
    return min((start for start in starts if start is not None), default=None)
