"""What would change this: single lawful acts, each with the verdict and points it would lead to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from matcher.coding import Coder
from matcher.gates.languages import levels_of
from matcher.gates.licence import licence_reason
from matcher.iso import CEFR
from matcher.judging import Judge
from matcher.knowledge import Knowledge
from matcher.pool import Pool
from matcher.query import Query
from matcher.ranking import places_of
from matcher.reasons import Action, GateReason, SkillState
from matcher.skills import skill_evidence
from matcher.types import AskedLanguage, Candidate, HeldLanguage, HeldSkill, Match, Period, Position, State
from matcher.types.match import POINT
from matcher.vocabulary import Vocabulary
from matcher.weights import DEFAULT, Weights

_LADDER = ("A1", "A2", "B1", "B2", "C1", "C2")


@dataclass(frozen=True, slots=True)
class Change:
    """One act and what it would lead to.

    Attributes
    ----------
    action : Action
        What is done.
    values : dict
        To what: a licence's country, days, a language with its new level, a skill with its level, weeks.
    match : Match
        As it would be afterwards.
    gain : int
        Hundredths of points at the low end; never negative for an act worth naming.
    rank : int or None
        The new place among the pool, 1 for the first; None without a pool.
    """

    action: Action
    values: dict[str, Any]
    match: Match
    gain: int
    rank: int | None = None

    def to_json(self) -> dict[str, Any]:
        """Write the act with the verdict and score it leads to."""
        return {
            "action": self.action.value,
            "values": self.values,
            "verdict": self.match.verdict.value,
            "score": list(self.match.score),
            "gain": self.gain / POINT,
            "rank": self.rank,
        }


def what_would_change(
    position: Position,
    candidate: Candidate,
    pool: Pool | None = None,
    *,
    weights: Weights = DEFAULT,
    vocabulary: Knowledge | None = None,
) -> tuple[Change, ...]:
    """Try every single lawful act and return those that help: a better place, or one open gate less.

    Parameters
    ----------
    position : Position
        What is asked.
    candidate : Candidate
        Who asks.
    pool : Pool, optional
        Everybody, to tell the new place; it does not have to hold the candidate.
    weights : Weights
        The maxima of the criteria.
    vocabulary : Knowledge, optional
        The pool's, or ours.

    Returns
    -------
    tuple of Change
        In the order in which the matches they lead to would stand in a list.
    """
    words = vocabulary if vocabulary is not None else pool.vocabulary if pool else Vocabulary.load()
    judge = Judge(Query(position, words), weights)
    coded = Coder(words).candidate(candidate)
    before = judge.match(coded)
    changes = []
    for action, values, changed in _acts(judge.query, coded):
        after = judge.match(changed)
        if after.order < before.order or _open(after) < _open(before):
            changes.append(Change(action, values, after, after.low - before.low))
    changes.sort(key=lambda change: change.match.order)
    if pool is None or not changes:
        return tuple(changes)
    places = places_of([change.match for change in changes], pool, judge)
    return tuple(replace(change, rank=place) for change, place in zip(changes, places, strict=True))


def _open(match: Match) -> int:
    return sum(gate.state is not State.MET for gate in match.gates)


_Act = tuple[Action, dict[str, Any], Candidate]


def _acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    if query.position.licence_required:
        yield from _licence_acts(query, candidate)
    yield from _date_acts(query, candidate)
    yield from _language_acts(query, candidate)
    yield from _skill_acts(query, candidate)
    yield from _wish_acts(query, candidate)


def _licence_acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    licences = candidate.licences or ()
    start = query.window.earliest if query.window else None
    for i, licence in enumerate(licences):
        values = {"country": licence.country, "regulator": licence.regulator}
        if licence_reason(licence, query.position.country, start) is GateReason.LICENCE_EXPIRED:
            act, changed = Action.RENEW_LICENCE, replace(licence, status="active", valid_until=None)
        elif licence.status == "active" and not licence.verified:
            act, changed = Action.VERIFY_LICENCE, replace(licence, verified=True)
        else:
            continue
        yield act, values, replace(candidate, licences=(*licences[:i], changed, *licences[i + 1 :]))


def _date_acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    window = query.window
    if window is None:
        return
    wanted = Period(window.earliest, window.last_day)
    values = {"from": window.earliest.isoformat(), "to": window.last_day.isoformat()}
    periods = (*(candidate.availability or ()), wanted)
    yield Action.ADD_DATES, values, replace(candidate, availability=periods)


def _language_acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    held = candidate.languages or ()
    levels = levels_of(held)
    for asked in query.position.languages or ():
        level = _next_level(asked, levels.get(asked.code))
        if level is not None:
            languages = (*held, HeldLanguage(asked.code, level))
            values = {"language": asked.code, "cefr": level}
            yield Action.RAISE_LANGUAGE, values, replace(candidate, languages=languages)


def _next_level(asked: AskedLanguage, level: int | None) -> str | None:
    """Return one level up; for a level that is not known, the one asked."""
    if level == 0:
        return asked.min_cefr
    step = level or 0
    return _LADDER[step] if step < CEFR["C2"] else None


def _skill_acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    position = query.position
    for asked in (*(position.required_skills or ()), *(position.desirable_skills or ())):
        shown = skill_evidence(asked, candidate.skills, candidate.summary, query)
        if shown.state is not SkillState.SHOWN:
            level = asked.min_level or 1
            skill = HeldSkill(asked.code, asked.phrase, level)
            values = {"code": asked.code, "phrase": asked.phrase, "level": level}
            yield Action.ADD_SKILL, values, replace(candidate, skills=(*(candidate.skills or ()), skill))


def _wish_acts(query: Query, candidate: Candidate) -> Iterator[_Act]:
    mode, weeks = query.position.mode, query.position.duration_weeks
    if mode is not None and mode not in (candidate.modes or ()):
        yield Action.ACCEPT_MODE, {"mode": mode}, replace(candidate, modes=(*(candidate.modes or ()), mode))
    if weeks is not None and (candidate.max_weeks is None or candidate.max_weeks < weeks):
        yield Action.STAY_LONGER, {"weeks": weeks}, replace(candidate, max_weeks=weeks)
