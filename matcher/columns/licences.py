"""Licences as columns: what is left of them once it is asked whether somebody may practise on a day."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from matcher.columns.numbers import NONE
from matcher.columns.ragged import Rows
from matcher.periods import LAST_DAY
from matcher.types import Licence

FOR_EVER = LAST_DAY.toordinal() + 1
_NOBODY: Rows = np.zeros(0, np.int32)
_DEAD = frozenset({"expired", "suspended"})


class LicenceColumns:
    """
    How long somebody is licensed.

    Attributes
    ----------
    known, none, only_suspended : ndarray of bool, shape (rows,)
        Whether licences are stated at all, whether there are none, whether all are suspended.
    active_until, unclear_until, verified_until : ndarray of int32, shape (rows,)
        The last day of the longest licence that is active, of which nobody knows whether it is, or that
        is active and verified; the day
        after the last of the calendar where it has no end, -1 where there is none.
    """

    def __init__(self, held: Sequence[tuple[Licence, ...] | None]) -> None:
        self.known = np.fromiter((each is not None for each in held), np.bool_, len(held))
        self.none = np.fromiter((each == () for each in held), np.bool_, len(held))
        self.only_suspended = np.fromiter((_all_suspended(each or ()) for each in held), np.bool_, len(held))
        self.active_until = _longest(held, _is_active)
        self.unclear_until = _longest(held, _is_unclear)
        self.verified_until = _longest(held, _is_verified)
        self._suspended = _by_country(held)
        self._verified = _verified_by_country(held)

    def suspended_in(self, country: str | None) -> Rows:
        """Return the rows of those whose licence in a country is suspended."""
        return self._suspended.get(country, _NOBODY)

    def verified_in(self, country: str | None, day: int) -> Rows:
        """Return the rows of those with a verified, active licence of a country that lasts to a day."""
        rows, until = self._verified.get(country, (_NOBODY, _NOBODY))
        return rows[until >= day]


def _by_country(held: Sequence[tuple[Licence, ...] | None]) -> Mapping[str | None, Rows]:
    rows: defaultdict[str | None, list[int]] = defaultdict(list)
    for row, licences in enumerate(held):
        for licence in licences or ():
            if licence.status == "suspended" and licence.country:
                rows[licence.country].append(row)
    return {country: np.array(some, np.int32) for country, some in rows.items()}


def _verified_by_country(
    held: Sequence[tuple[Licence, ...] | None],
) -> Mapping[str | None, tuple[Rows, Rows]]:
    found: defaultdict[str | None, list[tuple[int, int]]] = defaultdict(list)
    for row, licences in enumerate(held):
        for licence in licences or ():
            if licence.country and _is_verified(licence):
                found[licence.country].append((row, _until((licence,), _is_verified)))
    return {country: tuple(np.array(some, np.int32).T) for country, some in found.items()}


def _all_suspended(licences: tuple[Licence, ...]) -> bool:
    return bool(licences) and all(licence.status == "suspended" for licence in licences)


def _is_active(licence: Licence) -> bool:
    return licence.status == "active"


def _is_verified(licence: Licence) -> bool:
    return bool(licence.verified) and _is_active(licence)


def _is_unclear(licence: Licence) -> bool:
    return licence.status != "active" and licence.status not in _DEAD


def _longest(held: Sequence[tuple[Licence, ...] | None], is_meant: Callable[[Licence], bool]) -> Rows:
    return np.fromiter((_until(each or (), is_meant) for each in held), np.int32, len(held))


def _until(licences: tuple[Licence, ...], is_meant: Callable[[Licence], bool]) -> int:
    ends = (
        licence.valid_until.toordinal() if licence.valid_until else FOR_EVER
        for licence in licences
        if is_meant(licence)
    )
    return max(ends, default=NONE)
