"""A match as the ministry reads it before the person's yes: a pseudonym, and nothing to recognise them by.

Exact dates and regulators are said as enough or not enough (wording/blind_gates.py), and what somebody typed
in words of their own is left out. A nationality is shown only after the yes: the points for the country of
origin, and for the countries somebody wishes to work in, are off the sum, or both could be read from it.
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from web.presenters.matches import MatchView, present_match
from web.presenters.wording.blind_gates import blind_has_words

HIDDEN = frozenset({"origin", "preference"})
_HELD_SKILL = frozenset({"by", "skill"})

Part = Mapping[str, Any]


def present_blind_match(body: Mapping[str, Any], *, pseudonym: str, **details: Any) -> MatchView:
    """Put a match into words for the ministry: what is hidden is neither shown nor counted."""
    return present_match(
        _bare(body),
        name=pseudonym,
        has_of=blind_has_words,
        note=_("Own wishes and the country of origin are not counted here. You read them after the yes."),
        **details,
    )


def without_own_words(body: Part) -> Part:
    """Leave out what somebody typed in words of their own: it is for coordinators, also after the yes."""
    return {
        **body,
        "gates": [_bare_gate(each) for each in body["gates"]],
        "criteria": [{**each, "evidence": _bare_evidence(each["evidence"])} for each in body["criteria"]],
    }


def _bare(body: Part) -> dict[str, Any]:
    """Leave out what the words must not rest on, and take it off the sum."""
    shown = [each for each in body["criteria"] if each["name"] not in HIDDEN]
    low, high = (sum(each["points"][end] for each in shown) for end in (0, 1))
    return {
        **body,
        "score": [round(low, 2), round(high, 2)],
        "gates": [_bare_gate(each) for each in body["gates"]],
        "criteria": [{**each, "evidence": _bare_evidence(each["evidence"])} for each in shown],
    }


def _bare_gate(gate: Part) -> Part:
    if gate["name"] != "occupation" or not gate["has"] or gate["has"]["code"]:
        return gate
    return {**gate, "has": {**gate["has"], "title": _("occupation in words of their own")}}


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
