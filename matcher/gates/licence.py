"""Licence: the person is registered to practise. Asked only where the post asks for one.

A licence of another country meets the gate: registering in the country of the post is part of preparing a
placement, and how long that takes is the licensing route's to say. A licence that lapses before the earliest
start does not.
"""

from datetime import date
from typing import Any

from matcher.columns import Columns, Index
from matcher.gates.gate import FINAL, FIXABLE, MET, UNKNOWN, Screened, answered, not_asked
from matcher.query import Query
from matcher.reasons import Fix, GateReason
from matcher.types import GateResult, Licence, State

NAME = "licence"

_STATES = {
    GateReason.LICENSED_HERE: (State.MET, None),
    GateReason.LICENSED_ELSEWHERE: (State.MET, None),
    GateReason.LICENCE_UNCLEAR: (State.UNKNOWN, Fix.CHECK_LICENCE),
    GateReason.LICENCE_EXPIRED: (State.NOT_MET, Fix.RENEW_LICENCE),
    GateReason.LICENCE_SUSPENDED: (State.NOT_MET, None),
}
_BEST_FIRST = tuple(_STATES)


def judge_licence(held: tuple[Licence, ...] | None, query: Query) -> GateResult:
    """Judge the best of a person's licences; a suspension in the country of the post outweighs them all."""
    position = query.position
    if not position.licence_required:
        return not_asked(NAME)
    asked = {"country": position.country}
    if held is None:
        return GateResult(NAME, State.UNKNOWN, GateReason.NOT_STATED, asked, fix=Fix.STATE_LICENCES)
    if not held:
        return GateResult(NAME, State.NOT_MET, GateReason.NO_LICENCE, asked, [], fix=Fix.OBTAIN_LICENCE)
    start = query.window.earliest if query.window else None
    read = sorted(held, key=lambda licence: _worth(licence, position.country, start))
    suspended_here = [
        each for each in read if each.status == "suspended" and each.country == position.country
    ]
    best = suspended_here[0] if suspended_here and position.country else read[0]
    reason = licence_reason(best, position.country, start)
    state, fix = _STATES[reason]
    margin = (best.valid_until - start).days if best.valid_until and start else None
    return GateResult(NAME, state, reason, asked, _has(best), margin, fix)


def licence_reason(licence: Licence, country: str | None, start: date | None) -> GateReason:
    """Say what one licence is worth on the earliest day of the post."""
    if licence.status == "suspended":
        return GateReason.LICENCE_SUSPENDED
    lapsed = licence.valid_until is not None and start is not None and licence.valid_until < start
    if licence.status == "expired" or lapsed:
        return GateReason.LICENCE_EXPIRED
    if licence.status != "active":
        return GateReason.LICENCE_UNCLEAR
    here = country is not None and licence.country == country
    return GateReason.LICENSED_HERE if here else GateReason.LICENSED_ELSEWHERE


def _worth(licence: Licence, country: str | None, start: date | None) -> tuple[Any, ...]:
    place = _BEST_FIRST.index(licence_reason(licence, country, start))
    last = licence.valid_until.toordinal() if licence.valid_until else 0
    return place, not licence.verified, -last, licence.country or "", licence.regulator or ""


def _has(licence: Licence) -> dict[str, Any]:
    return {
        "country": licence.country,
        "regulator": licence.regulator,
        "valid_until": licence.valid_until.isoformat() if licence.valid_until else None,
        "verified": licence.verified,
    }


def screen_licence(columns: Columns, query: Query) -> Screened | None:
    """Screen how long people are licensed."""
    position = query.position
    if not position.licence_required:
        return None
    start = query.window.earliest.toordinal() if query.window else 0
    return answered(
        (columns.are_among(columns.index.licences.suspended_in(position.country)), FINAL),
        (columns.of_licences("active_until") >= start, MET),
        (columns.of_licences("unclear_until") >= start, UNKNOWN),
        otherwise=columns.kept(_without_any, None),
    )


def _without_any(index: Index, _: None) -> Screened:
    """Screen everybody as if no licence of theirs were valid on the day."""
    held = index.licences
    return answered((~held.known, UNKNOWN), (held.only_suspended, FINAL), otherwise=FIXABLE)
