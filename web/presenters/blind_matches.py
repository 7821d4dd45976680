"""A match as the ministry reads it before the person's yes: a pseudonym, and nothing of where they come from.

A nationality is shown only after the yes. So the points for the country of origin stand in one line with
those for the person's own wishes, and what they rest on is left out: the sum still adds up, and neither can
be read from it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from web.presenters.matches import CriterionView, MatchView, present_match
from web.presenters.wording.evidence import criterion_label

HIDDEN = frozenset({"origin", "preference"})


def present_blind_match(body: Mapping[str, Any], *, pseudonym: str, **details: Any) -> MatchView:
    """Put a match into words for the ministry."""
    view = present_match(_without_evidence(body), name=pseudonym, **details)
    labels = {criterion_label(name) for name in HIDDEN}
    if not view.criteria:
        return view
    shown = [criterion for criterion in view.criteria if criterion.label not in labels]
    hidden = [criterion for criterion in view.criteria if criterion.label in labels]
    return replace(view, criteria=[*shown, _merged(hidden)] if hidden else shown)


def _without_evidence(body: Mapping[str, Any]) -> dict[str, Any]:
    return {**body, "criteria": [_bare(each) for each in body["criteria"]]}


def _bare(criterion: Mapping[str, Any]) -> Mapping[str, Any]:
    if criterion["name"] not in HIDDEN or criterion["evidence"]["code"] == "not_asked":
        return criterion
    return {**criterion, "evidence": {"code": "not_stated"}}


def _merged(hidden: list[CriterionView]) -> CriterionView:
    return CriterionView(
        label=_("Own wishes and country of origin"),
        low=sum(each.low for each in hidden),
        high=sum(each.high for each in hidden),
        max=sum(each.max for each in hidden),
        evidence=_("shown once the person has said yes"),
    )
