"""Experience: the person has worked as many years as the post asks."""

import numpy as np
from numpy.typing import NDArray

from matcher.columns import Columns
from matcher.gates.gate import FINAL, MET, UNKNOWN, Screened, answered, not_asked
from matcher.gates.specialty import asked_of, fitting, fitting_of
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import Candidate, GateResult, HeldOccupation, State

NAME = "experience"

Facet = tuple[float | None, tuple[HeldOccupation, ...] | None]


def facet(candidate: Candidate) -> Facet:
    """Return the years in all, and the occupations with theirs."""
    return candidate.years_experience, candidate.occupations


def relevant_years(held: Facet, query: Query) -> float | None:
    """Return the most years in an occupation that fits, and never more than those in all.

    Twenty years as a nurse and one as a midwife are one year of experience as a midwife. Years in all stand
    for those in the occupation where the person does not say, and count alone where the post asks for none.
    """
    in_all, occupations = held
    if query.position.occupation is None and in_all is not None:
        return in_all
    if query.position.occupation is not None and occupations is None:
        return None
    years = (occupation.years for occupation in fitting(occupations or (), query))
    in_occupation = max((each for each in years if each is not None), default=None)
    return min((each for each in (in_occupation, in_all) if each is not None), default=None)


def judge_experience(held: Facet, query: Query) -> GateResult:
    """Judge the relevant years."""
    asked = query.position.min_years_experience
    if asked is None:
        return not_asked(NAME)
    years = relevant_years(held, query)
    if years is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_EXPERIENCE)
    margin = round(years - asked, 2)
    if years >= asked:
        return GateResult(NAME, State.MET, GateReason.EXPERIENCE_ENOUGH, asked, years, margin)
    return GateResult(NAME, State.NOT_MET, GateReason.EXPERIENCE_SHORT, asked, years, margin)


def screen_experience(columns: Columns, query: Query) -> Screened | None:
    """Screen the relevant years."""
    asked = query.position.min_years_experience
    if asked is None:
        return None
    years = years_of(columns, query)
    return answered((np.isnan(years), UNKNOWN), (years >= asked, MET), otherwise=FINAL)


def years_of(columns: Columns, query: Query) -> NDArray[np.float64]:
    """Return the relevant years of each person, NaN for unknown; see `relevant_years`."""
    if query.position.occupation is None:
        return _years_of_any(columns)
    years: NDArray[np.float64] = columns.found("years")
    several = np.flatnonzero(columns.found("have_several"))
    if len(several):
        years = years.copy()
        years[several] = _years_of_fitting(columns.take(several), query)
    return years


def _years_of_any(columns: Columns) -> NDArray[np.float64]:
    held = columns.occupations
    return np.where(np.isnan(columns.years), held.entries.most(held.years, np.nan), columns.years)


def _years_of_fitting(columns: Columns, query: Query) -> NDArray[np.float64]:
    held = columns.occupations
    fits = fitting_of(held.codes, held.entries, columns.numbers, asked_of(query))
    in_occupation = held.entries.most(np.where(fits, held.years, np.nan), np.nan)
    return np.asarray(np.fmin(in_occupation, columns.years), np.float64)
