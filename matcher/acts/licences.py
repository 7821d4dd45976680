"""Acts on licences; a post that asks for none suggests nothing about one."""

from collections.abc import Iterator
from dataclasses import replace

from matcher.acts.act import Act
from matcher.gates.licence import licence_reason
from matcher.query import Query
from matcher.reasons import Action, GateReason
from matcher.types import Candidate


def licence_acts(query: Query, candidate: Candidate) -> Iterator[Act]:
    """Have a licence verified or renewed."""
    if not query.position.licence_required:
        return
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
        yield Act(act, values, replace(candidate, licences=(*licences[:i], changed, *licences[i + 1 :])))
