"""Acts on occupation, specialty and years. Only what is not known is stated: nobody is told to be another."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.experience import facet, relevant_years
from matcher.gates.specialty import fitting, judge_specialty
from matcher.query import Query
from matcher.reasons import Action, Fix
from matcher.types import Candidate, HeldOccupation


def occupation_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State the occupation asked for; or within a known one the specialty; or the years in all."""
    position = query.position
    if candidate.occupations is None and position.occupation is not None:
        yield _occupation(query, candidate)
        return
    if judge_specialty(candidate.occupations, query).fix is Fix.STATE_SPECIALTY:
        yield from _specialty(query, candidate)
    if position.min_years_experience is not None and relevant_years(facet(candidate), query) is None:
        years = position.min_years_experience
        yield Act(Action.STATE_EXPERIENCE, {"years": years}, replace(candidate, years_experience=years))


def _occupation(query: Query, candidate: Candidate) -> Act:
    """State all that the post asks of an occupation: its years too, unless those in all are known."""
    position = query.position
    years = position.min_years_experience if candidate.years_experience is None else None
    held = HeldOccupation(position.occupation, specialty=position.specialty, years=years)
    values = {"code": held.code, "specialty": held.specialty, "years": years}
    return Act(Action.STATE_OCCUPATION, values, replace(candidate, occupations=(held,)))


def _specialty(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State the specialty within the first occupation that leaves it open and can have one."""
    asked, held = query.position.specialty, candidate.occupations or ()
    for occupation in fitting(held, query):
        stated = replace(occupation, specialty=asked)
        is_open, is_read = query.specialty_fit(occupation) is None, query.specialty_fit(stated) is not None
        if is_open and is_read:
            i = held.index(occupation)
            occupations = (*held[:i], stated, *held[i + 1 :])
            yield Act(Action.STATE_SPECIALTY, {"code": asked}, replace(candidate, occupations=occupations))
            return
