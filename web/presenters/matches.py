"""A match as people read it: the range, what speaks for it, what is missing, and the sum behind it.

Built from the stored JSON of a match, so that an old ranking reads as it did when it was shown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from web.presenters.names import labelled, years
from web.presenters.wording import codes
from web.presenters.wording.changes import change_words
from web.presenters.wording.evidence import criterion_label, evidence_words, skill_words
from web.presenters.wording.fixes import fix_words, own_fix_words
from web.presenters.wording.gates import asked_words, gate_label, has_words

MOST_HIGHLIGHTS = 3
CAN_TEACH = 4

Body = Mapping[str, Any]


@dataclass(frozen=True)
class GateView:
    """One formal must-have."""

    name: str
    label: str
    state: str
    asked: str
    has: str
    fix: str


@dataclass(frozen=True)
class CriterionView:
    """One line of the sum."""

    label: str
    low: float
    high: float
    max: float
    evidence: str


@dataclass(frozen=True)
class TotalView:
    """The sum of the lines."""

    low: float
    high: float
    max: float


@dataclass(frozen=True)
class MatchView:
    """One person in a ranked list; `name` is a reference or a pseudonym, never who they are.

    Where `open_url` is given, the reasons are behind that address: `gates` then has only what is not met or
    not known, and `criteria` is empty.
    """

    name: str
    place: int
    verdict: str
    low: float
    high: float
    attainable: float
    headline: str
    must_haves: str
    strengths: list[str]
    gaps: list[str]
    questions: list[str]
    gates: list[GateView]
    criteria: list[CriterionView]
    total: TotalView
    note: str = ""
    url: str = ""
    open_url: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ChangeView:
    """One act that would bring a person forward, and the lower end of the fit without and with it.

    `rises` says that the fit is higher, be it by so little that both are written alike.
    """

    words: str
    before: int
    after: int
    rises: bool
    verdict: str


def present_match(
    body: Body,
    *,
    name: str,
    place: int = 0,
    url: str = "",
    open_url: str = "",
    own: bool = False,
    has_of: Callable[[Body], str] = has_words,
    note: str = "",
    **extra: Any,
) -> MatchView:
    """Put one match into words; `own` speaks to the person themselves, `has_of` says what they have."""
    asked = [gate for gate in body["gates"] if gate["reason"] != "not_asked"]
    counted = [each for each in body["criteria"] if each["evidence"]["code"] != "not_asked"]
    gates = [_gate(gate, has_of(gate), own=own) for gate in asked if not open_url or gate["state"] != "met"]
    criteria = [] if open_url else [_criterion(each) for each in counted]
    low, high = body["score"]
    attainable = sum(each["max"] for each in counted)
    return MatchView(
        name=name,
        place=place,
        verdict=body["verdict"],
        low=low,
        high=high,
        attainable=attainable,
        headline=headline(body),
        must_haves=must_have_words(body["must_have_skills"]),
        strengths=_strengths(body)[:MOST_HIGHLIGHTS],
        gaps=[labelled(gate.label, gate.fix or gate.has) for gate in gates if gate.state == "not_met"],
        questions=_questions(body, gates)[:MOST_HIGHLIGHTS],
        gates=sorted(gates, key=lambda gate: _GATE_ORDER[gate.state]),
        criteria=criteria,
        total=TotalView(low, high, attainable),
        note=note,
        url=url,
        open_url=open_url,
        extra=extra,
    )


_GATE_ORDER = {"not_met": 0, "unknown": 1, "met": 2}


def _gate(gate: Body, has: str, *, own: bool) -> GateView:
    words = own_fix_words if own else fix_words
    needs_fix = gate["state"] != "met" and gate["fix"]
    return GateView(
        name=gate["name"],
        label=gate_label(gate["name"]),
        state=gate["state"],
        asked=asked_words(gate),
        has=has,
        fix=words(gate["fix"]) if needs_fix else "",
    )


def _criterion(criterion: Body) -> CriterionView:
    low, high = criterion["points"]
    return CriterionView(
        label=criterion_label(criterion["name"]),
        low=low,
        high=high,
        max=criterion["max"],
        evidence=evidence_words(criterion["evidence"]),
    )


def headline(body: Body) -> str:
    """Say in a few words what the person is: Midwife, 11 years."""
    has = _by_name(body["gates"], "occupation")["has"]
    name = codes.occupation(has["code"], has["title"]) if has else _("Occupation not stated")
    held = _by_name(body["criteria"], "experience")["evidence"].get("years")
    return codes.listing([name, years(int(held)) if held is not None else ""])


def must_have_words(skills: Mapping[str, int]) -> str:
    """Say how many of the must-have skills are shown."""
    if not skills["asked"]:
        return ""
    return _("%(shown)d of %(asked)d must-have skills shown", shown=skills["shown"], asked=skills["asked"])


def _strengths(body: Body) -> list[str]:
    words = [
        codes.skill(each) + (_(" (teaches)") if each["level"] == CAN_TEACH else "")
        for each in _skills(body, "required_skills", "desirable_skills")
        if each["state"] == "shown"
    ]
    words += [
        codes.spoken(each["code"], each["cefr"])
        for each in _by_name(body["criteria"], "languages")["evidence"].get("languages", [])
        if each["cefr"]
    ]
    if any(each["name"] == "origin" and each["evidence"].get("here") for each in body["criteria"]):
        words.append(_("comes from this country"))
    return words


# The criterion that asks once more what a must-have asks already.
_SAME_QUESTION = {"dates": "availability", "experience": "experience", "occupation": "occupation"}


def _questions(body: Body, gates: Iterable[GateView]) -> list[str]:
    unknown = [labelled(gate.label, gate.fix or _("not known")) for gate in gates if gate.state == "unknown"]
    licence = _by_name(body["gates"], "licence")["has"]
    told = {"required_skills", *(_SAME_QUESTION.get(g.name, "") for g in gates if g.state == "unknown")}
    if licence and not licence["verified"]:
        unknown.append(_("Licence not verified yet"))
        told.add("credential")
    unknown += [skill_words(each) for each in _skills(body, "required_skills") if each["state"] != "shown"]
    wide = [each for each in body["criteria"] if _width(each) and each["name"] not in told]
    widest_first = sorted(wide, key=_width, reverse=True)
    return unknown + [words for criterion in widest_first for words in _open_words(criterion)]


def _width(criterion: Body) -> float:
    """Measure by how much a criterion makes the fit a range."""
    low, high = criterion["points"]
    return float(high) - float(low)


def _open_words(criterion: Body) -> list[str]:
    evidence = criterion["evidence"]
    if evidence["code"] == "skills":
        return [skill_words(each) for each in evidence["skills"] if each["state"] != "shown"]
    if criterion["name"] == "text":
        return [_("Nothing said about their work yet")]
    return [labelled(criterion_label(criterion["name"]), evidence_words(evidence))]


def _skills(body: Body, *names: str) -> list[Body]:
    return [each for name in names for each in _by_name(body["criteria"], name)["evidence"].get("skills", [])]


def _by_name(parts: Iterable[Body], name: str) -> Body:
    return next(part for part in parts if part["name"] == name)


def present_change(change: Body) -> ChangeView:
    """Put one possible act into words."""
    return ChangeView(
        words=change_words(change["action"], change["values"]),
        before=round(change["score"][0] - change["gain"]),
        after=round(change["score"][0]),
        rises=change["gain"] > 0,
        verdict=change["verdict"],
    )
