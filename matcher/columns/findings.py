"""What is read out of people's statements once, as finding it for each position would take too long."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from matcher.columns.codes import NONE
from matcher.columns.numbers import Numbers
from matcher.columns.ragged import Ragged
from matcher.periods import LAST_DAY, stretches
from matcher.text import clauses

Days = NDArray[np.int32]
FAR = 1 << 30
"""The last free day of a stretch without an end."""


def kinds_of(
    known: NDArray[np.bool_],
    held: Ragged,
    codes: NDArray[np.int16],
    specialties: NDArray[np.int16],
    numbers: Numbers,
) -> NDArray[np.int32]:
    """Return a number for the occupations, with specialties, of each row; -1 for who states none."""
    pairs = list(zip(codes.tolist(), specialties.tolist(), strict=True))
    spans = zip(held.starts[:-1].tolist(), held.starts[1:].tolist(), strict=True)
    kinds = (numbers.kinds.number(tuple(pairs[start:stop])) for start, stop in spans)
    return np.where(known, np.fromiter(kinds, np.int32, len(known)), NONE).astype(np.int32)


def free_days_of(held: Ragged, starts: Days, ends: Days) -> tuple[Ragged, Days, Days]:
    """Return the stretches of free days of each row, and their first and last days.

    Periods that touch are one stretch; one without a first day is none.
    """
    lasts = np.where(ends == NONE, LAST_DAY.toordinal(), ends)
    begun = starts != NONE
    counts = held.entries(slice(0, len(held))).total(begun.astype(np.int64))
    first, last = starts[begun], lasts[begun]
    if not (counts > 1).any():
        return Ragged(counts), first, _open_at_the_end(last)
    places = np.concatenate([[0], np.cumsum(counts)]).tolist()
    days = list(zip(first.tolist(), last.tolist(), strict=True))
    free = [stretches(days[start:stop]) for start, stop in pairwise(places)]
    flat = np.array([stretch for each in free for stretch in each], np.int32).reshape(-1, 2)
    return Ragged(map(len, free)), flat[:, 0].copy(), _open_at_the_end(flat[:, 1])


def _open_at_the_end(lasts: Days) -> Days:
    """Put an end on the last day of the calendar so far away that every post ends before it."""
    return np.where(lasts == LAST_DAY.toordinal(), FAR, lasts).astype(np.int32)


def unbegun_of(held: Ragged, starts: Days, ends: Days) -> Days:
    """Return the latest end of periods without a first day of each row; -1 where there is none."""
    lasts = np.where(starts == NONE, np.where(ends == NONE, LAST_DAY.toordinal(), ends), NONE)
    return held.entries(slice(0, len(held))).most(lasts, NONE).astype(np.int32)


def words_of(
    summaries: Sequence[str | None], numbers: Numbers
) -> tuple[Ragged, NDArray[np.int32], NDArray[np.bool_]]:
    """Return the words of each summary in order, as numbers, and whether each opens a clause."""
    said = [clauses(each) if each else () for each in summaries]
    words = [[word for clause in each for word in clause] for each in said]
    number = numbers.words.number
    flat = np.fromiter((number(word) for each in words for word in each), np.int32)
    opens = np.zeros(len(flat), np.bool_)
    lengths = np.fromiter((len(clause) for each in said for clause in each), np.int64)
    opens[lengths.cumsum() - lengths] = True
    return Ragged(map(len, words)), flat, opens
