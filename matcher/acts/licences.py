"""Acts on licences; a post that asks for none suggests nothing about one."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.licence import licence_reason
from matcher.query import Query
from matcher.reasons import Action, GateReason
from matcher.types import Candidate, Licence


def licence_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """State or obtain a licence, say how it stands, have it renewed or verified."""
    if not query.position.licence_required:
        return
    if not candidate.licences:
        yield _first_licence(query, candidate)
        return
    start = query.window.earliest if query.window else None
    for i, licence in enumerate(candidate.licences):
        reason = licence_reason(licence, query.position.country, start)
        found = _mended(licence, reason)
        if found is not None:
            action, changed = found
            licences = (*candidate.licences[:i], changed, *candidate.licences[i + 1 :])
            values = {"country": licence.country, "regulator": licence.regulator}
            yield Act(action, values, replace(candidate, licences=licences))


def _first_licence(query: Query, candidate: Candidate) -> Act:
    """Return the least that is enough: a licence of any country that is valid when the post begins."""
    start = query.window.earliest if query.window else None
    action = Action.STATE_LICENCE if candidate.licences is None else Action.OBTAIN_LICENCE
    values = {"valid_until": start.isoformat() if start else None}
    return Act(action, values, replace(candidate, licences=(Licence(status="active", valid_until=start),)))


def _mended(licence: Licence, reason: GateReason) -> tuple[Action, Licence] | None:
    if reason is GateReason.LICENCE_EXPIRED:
        return Action.RENEW_LICENCE, replace(licence, status="active", valid_until=None)
    if reason is GateReason.LICENCE_UNCLEAR:
        return Action.STATE_LICENCE_ACTIVE, replace(licence, status="active")
    if licence.status == "active" and not licence.verified:
        return Action.VERIFY_LICENCE, replace(licence, verified=True)
    return None
