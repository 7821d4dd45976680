"""A match as the ministry reads it before the person's yes: a pseudonym, and nothing of where they come from.

Points for the country of origin count as for everybody; what they rest on is left out, because a nationality
is shown only after the yes.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from web.presenters.matches import CriterionView, MatchView, present_match
from web.presenters.wording.evidence import criterion_label

HIDDEN = "origin"


def present_blind_match(body: Mapping[str, Any], *, pseudonym: str, **details: Any) -> MatchView:
    """Put a match into words for the ministry."""
    view = present_match(_without_origin(body), name=pseudonym, **details)
    return replace(view, criteria=[_hide(each) for each in view.criteria])


def _without_origin(body: Mapping[str, Any]) -> dict[str, Any]:
    criteria = [
        {**each, "evidence": {"code": "not_stated"}} if each["name"] == HIDDEN else each
        for each in body["criteria"]
    ]
    return {**body, "criteria": criteria}


def _hide(criterion: CriterionView) -> CriterionView:
    if criterion.label != criterion_label(HIDDEN):
        return criterion
    return replace(criterion, evidence=_("shown once the person has said yes"))
