"""Closeness of the summary to the words of the position: what no code says yet; never more than 10 points."""

import numpy as np

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
    held, stems = columns.texts, columns.numbers.stems
    is_wanted = np.zeros(len(stems), np.int16)
    is_wanted[[number for each in query.stems if (number := stems.find(each)) is not None]] = 1
    counted = np.minimum(held.entries.total(is_wanted[held.words]), wanted)
    return where_known(held.known, maximum * counted // wanted, maximum)
