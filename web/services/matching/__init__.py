"""The only door to the engine: rows in, the engine's answers out."""

from matcher import Candidate, Change, Match, MatcherError, State, Verdict
from web.services.matching.candidates import is_in_pool
from web.services.matching.fits import (
    candidate_of,
    changes_for,
    first_possible_start,
    fit_of,
    rank_vacancies,
)
from web.services.matching.inputs import Inputs, candidate_from
from web.services.matching.pools import current_pool, current_revision
from web.services.matching.positions import position_of
from web.services.matching.replays import Obstacle, find_obstacle, rank_again
from web.services.matching.sections import RankedSections, Section, Versions, rank_vacancy, versions

__all__ = [
    "Candidate",
    "Change",
    "Inputs",
    "Match",
    "MatcherError",
    "Obstacle",
    "RankedSections",
    "Section",
    "State",
    "Verdict",
    "Versions",
    "candidate_from",
    "candidate_of",
    "changes_for",
    "current_pool",
    "current_revision",
    "find_obstacle",
    "first_possible_start",
    "fit_of",
    "is_in_pool",
    "position_of",
    "rank_again",
    "rank_vacancies",
    "rank_vacancy",
    "versions",
]
