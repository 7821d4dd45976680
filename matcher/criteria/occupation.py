"""How near occupation and specialty are to those asked: half for each, all for one that stands alone."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns, Numbers
from matcher.columns.kinds import Kinds
from matcher.columns.numbers import FIT_RANKS
from matcher.criteria.criterion import Hundredths, Points, Scores, not_asked, not_stated
from matcher.gates.specialty import FITTING, Asked, asked_of, specialty_fits
from matcher.query import Query
from matcher.reasons import Evidence
from matcher.types import HeldOccupation

_WHOLE = 100


def judge_closeness(held: tuple[HeldOccupation, ...] | None, query: Query, maximum: int) -> Points:
    """Multiply each half by the closeness the vocabulary gives; the best of the occupations counts."""
    position = query.position
    if position.occupation is None and position.specialty is None:
        return not_asked()
    if held is None:
        return not_stated(maximum)
    points = [_points(occupation, query, maximum) for occupation in held]
    return max(points, key=_strength, default=Points(0, 0, _evidence(0, None)))


def _points(held: HeldOccupation, query: Query, maximum: int) -> Points:
    occupation = _occupation_closeness(held, query)
    if query.position.specialty is None:
        low, high = _range(occupation, maximum)
        return Points(low, high, _evidence(occupation, None))
    for_specialty = maximum // 2 if query.position.occupation else maximum
    specialty = _specialty_closeness(held, query) if occupation != 0 else 0
    first_low, first_high = _range(occupation, maximum - for_specialty)
    second_low, second_high = _range(specialty, for_specialty)
    return Points(first_low + second_low, first_high + second_high, _evidence(occupation, specialty))


def _occupation_closeness(held: HeldOccupation, query: Query) -> int | None:
    if query.position.occupation is None:
        return _WHOLE
    if held.code is None:
        return None
    fit = query.occupation_fit(held.code)
    if fit.state == "unknown":
        return None
    return fit.closeness if fit.state in FITTING else 0


def _specialty_closeness(held: HeldOccupation, query: Query) -> int | None:
    fit = query.specialty_fit(held)
    if fit is None or fit.state == "unknown":
        return None
    return 0 if fit.state == "no" else fit.closeness


def _range(closeness: int | None, maximum: int) -> tuple[int, int]:
    if closeness is None:
        return 0, maximum
    points = maximum * closeness // _WHOLE
    return points, points


def _evidence(occupation: int | None, specialty: int | None) -> dict[str, str | int | None]:
    return {
        "code": Evidence.OCCUPATION.value,
        "closeness": occupation,
        "specialty_closeness": specialty,
    }


def _strength(points: Points) -> tuple[int, int]:
    return points.low, points.high


def score_closeness(columns: Columns, query: Query, maximum: int) -> Scores | None:
    """Score every kind of professional, then look up that of each person."""
    position = query.position
    if position.occupation is None and position.specialty is None:
        return None
    numbers = columns.numbers
    return numbers.of_each(numbers.kinds, _score_kinds, (asked_of(query), maximum)).take(
        columns.kinds, axis=1
    )


def _score_kinds(numbers: Numbers, asked: tuple[Asked, int]) -> Scores:
    """Score the best occupation of each kind; the last is unknown."""
    position, maximum = asked
    held = Kinds.of(numbers)
    low, high = _score_entries(held, numbers, position, maximum)
    # The best has the highest low end, then the highest high end.
    best = np.append(held.entries.most(low * (maximum + 1) + high, 0), maximum)
    return np.stack(np.divmod(best, maximum + 1))


def _score_entries(held: Kinds, numbers: Numbers, asked: Asked, maximum: int) -> Scores:
    within, specialty, country = asked
    for_specialty = 0 if specialty is None else maximum // 2 if within else maximum
    if within is None:
        closeness, is_open = np.full(len(held.codes), _WHOLE), np.zeros(len(held.codes), np.bool_)
    else:
        fits = numbers.occupation_fits(within, country)[held.codes].astype(np.int64)
        is_open = fits[:, 0] == FIT_RANKS["unknown"]
        closeness = np.where(fits[:, 0] >= FIT_RANKS["may_fill"], fits[:, 1], 0)
    low, high = _ends(closeness, is_open, maximum - for_specialty)
    if specialty is None:
        return np.stack([low, high])
    fits = specialty_fits(held, numbers, asked).astype(np.int64)
    is_other = ~is_open & (closeness == 0)
    near = np.where(is_other | (fits[:, 0] == FIT_RANKS["no"]), 0, fits[:, 1])
    more = _ends(near, (fits[:, 0] == FIT_RANKS["unknown"]) & ~is_other, for_specialty)
    return np.stack([low, high]) + more


def _ends(closeness: Hundredths, is_open: NDArray[np.bool_], maximum: int) -> Scores:
    points = maximum * closeness // _WHOLE
    return np.stack([np.where(is_open, 0, points), np.where(is_open, maximum, points)])
