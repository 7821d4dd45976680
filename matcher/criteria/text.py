"""Closeness of the summary to the words of the position: what no code says yet; never more than 10 points."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.criteria.criterion import Points, Scores, known, not_asked, not_stated, where_known
from matcher.query import ENOUGH_WORDS, Query
from matcher.reasons import Evidence


def judge_text(held: str | None, query: Query, maximum: int) -> Points:
    """Give the share of the position's word stems that the summary has; twelve are enough for all."""
    wanted = min(len(query.stems), ENOUGH_WORDS)
    if not wanted:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    shared = min(len(query.stems & query.prose(held).stems), wanted)
    return known(maximum * shared // wanted, Evidence.TEXT, shared=shared, wanted=wanted)


def score_text(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score the word stems that summaries share with the position."""
    wanted = min(len(query.stems), ENOUGH_WORDS)
    if not wanted:
        return None
    held = columns.texts
    counted = np.minimum(_shared_stems(columns, query), wanted)
    return where_known(held.known, maximum * counted // wanted, maximum)


def _shared_stems(columns: Columns, query: Query) -> NDArray[np.int64]:
    """Count the different stems that each summary shares with the position."""
    held, words = columns.texts, columns.numbers.words
    known = [words.of_stem(stem) for stem in query.stems]
    stems = np.zeros(len(words), np.int32)  # counted last: another thread may have met more since
    for number, numbers in enumerate(known, 1):
        stems[list(numbers)] = number
    found = stems[held.numbers]
    places = np.flatnonzero(found)
    people = held.entries.spread(np.arange(len(columns)))[places]
    pairs = np.sort(people * (len(query.stems) + 1) + found[places])
    # Once for each stem, however often it stands there.
    once = pairs[np.diff(pairs, prepend=-1) > 0] // (len(query.stems) + 1)
    return np.bincount(once, minlength=len(columns))
