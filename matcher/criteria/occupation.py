"""How near occupation and specialty are to those asked: half for each, all for one that stands alone."""

from matcher.criteria.criterion import Points, not_asked, not_stated
from matcher.gates.specialty import FITTING
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
