"""Licences as columns: what is left of them once it is asked whether somebody may practise on a day."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.columns.codes import COUNTRY_NUMBERS, NONE, STATUS_NUMBERS
from matcher.columns.fields import FOR_EVER
from matcher.columns.ragged import Rows
from matcher.columns.table import Table

_NOBODY: Rows = np.zeros(0, np.int32)
_ACTIVE, _EXPIRED, _SUSPENDED = (STATUS_NUMBERS[name] for name in ("active", "expired", "suspended"))


class LicenceIndex:
    """
    How long everybody is licensed.

    Attributes
    ----------
    known, only_suspended : ndarray of bool, shape (rows,)
        Whether licences are stated at all, whether there are some and all of them are suspended.
    active_until, unclear_until, verified_until : ndarray of int32, shape (rows,)
        The last day of the longest licence that is active, of which nobody knows whether it is, or that is
        active and verified; the day after the last of the calendar where it has no end, -1 where there is
        none.
    """

    def __init__(self, table: Table) -> None:
        held = table.ragged["licences"]
        every = held.entries(slice(0, len(held)))
        status, verified = table.entries["licences.status"], table.entries["licences.verified"]
        until = table.entries["licences.valid_until"]
        lasts = np.where(until == NONE, FOR_EVER, until)
        is_active = status == _ACTIVE
        self.known = table.single["licences.known"]
        self.only_suspended = (every.counts > 0) & ~every.most(status != _SUSPENDED, default=False)
        self.active_until = every.most(np.where(is_active, lasts, NONE), NONE)
        is_unclear = ~is_active & (status != _EXPIRED) & (status != _SUSPENDED)
        self.unclear_until = every.most(np.where(is_unclear, lasts, NONE), NONE)
        self._is_verified = is_active & (verified == 1)
        self.verified_until = every.most(np.where(self._is_verified, lasts, NONE), NONE)
        self._is_suspended = status == _SUSPENDED
        self._countries, self._lasts = table.entries["licences.country"], lasts
        self._owners = np.repeat(np.arange(len(held), dtype=np.int32), every.counts)
        # Who is registered in a country does not change, so it is looked for once.
        self._suspended_in = lru_cache(self._find_suspended)
        self._verified_in = lru_cache(self._find_verified)

    def suspended_in(self, country: str | None) -> Rows:
        """Return, in order, the rows of those whose licence in a country is suspended."""
        return _NOBODY if country is None else self._suspended_in(COUNTRY_NUMBERS[country])

    def verified_in(self, country: str | None, day: int) -> Rows:
        """Return, in order, the rows of those with a verified, active licence of a country on a day."""
        if country is None:
            return _NOBODY
        rows, until = self._verified_in(COUNTRY_NUMBERS[country])
        lasting: Rows = rows[until >= day]
        return lasting

    def _find_suspended(self, country: int) -> Rows:
        found: Rows = self._owners[self._is_suspended & (self._countries == country)]
        return found

    def _find_verified(self, country: int) -> tuple[Rows, NDArray[np.int32]]:
        found = self._is_verified & (self._countries == country)
        return self._owners[found], self._lasts[found]
