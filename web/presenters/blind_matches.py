"""A match as the ministry reads it before the person's yes: a pseudonym, and nothing to recognise them by.

Exact dates and regulators are said as enough or not enough (wording/blind_gates.py), and what somebody typed
in words of their own is left out. A nationality is shown only after the yes: the points for the country of
origin stand in one line with those for the person's own wishes, so the sum still adds up, and neither can be
read from it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _

from web.presenters.matches import CriterionView, MatchView, present_match
from web.presenters.wording.blind_gates import blind_has_words
from web.presenters.wording.evidence import criterion_label

HIDDEN = frozenset({"origin", "preference"})
_HELD_SKILL = frozenset({"by", "skill"})

Part = Mapping[str, Any]


def present_blind_match(body: Mapping[str, Any], *, pseudonym: str, **details: Any) -> MatchView:
    """Put a match into words for the ministry."""
    view = present_match(_bare(body), name=pseudonym, has_of=blind_has_words, **details)
    labels = {criterion_label(name) for name in HIDDEN}
    if not view.criteria:
        return view
    shown = [criterion for criterion in view.criteria if criterion.label not in labels]
    hidden = [criterion for criterion in view.criteria if criterion.label in labels]
    return replace(view, criteria=[*shown, _merged(hidden)] if hidden else shown)


def _bare(body: Part) -> dict[str, Any]:
    """Leave out what the words must not rest on."""
    return {
        **body,
        "gates": [_bare_gate(each) for each in body["gates"]],
        "criteria": [_bare_criterion(each) for each in body["criteria"]],
    }


def _bare_gate(gate: Part) -> Part:
    if gate["name"] != "occupation" or not gate["has"] or gate["has"]["code"]:
        return gate
    return {**gate, "has": {**gate["has"], "title": _("occupation in words of their own")}}


def _bare_criterion(criterion: Part) -> Part:
    evidence = criterion["evidence"]
    if criterion["name"] in HIDDEN and evidence["code"] != "not_asked":
        return {**criterion, "evidence": {"code": "not_stated", "hidden": True}}
    return {**criterion, "evidence": _bare_evidence(evidence)}


def _bare_evidence(evidence: Part) -> Part:
    """Leave out how the person typed a skill; those the vacancy asks for are its own words."""
    bare = {name: _bare_skill(value) if name in _HELD_SKILL else value for name, value in evidence.items()}
    if "skills" in bare:
        bare["skills"] = [_bare_evidence(each) for each in evidence["skills"]]
    return bare


def _bare_skill(skill: Part | None) -> Part | None:
    if skill is None or skill["code"]:
        return skill
    return {**skill, "phrase": _("a skill in words of their own")}


def _merged(hidden: list[CriterionView]) -> CriterionView:
    return CriterionView(
        label=_("Own wishes and country of origin"),
        low=sum(each.low for each in hidden),
        high=sum(each.high for each in hidden),
        max=sum(each.max for each in hidden),
        evidence=_("shown once the person has said yes"),
    )
