"""Formal must-haves in words: what is asked, and what the person has."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from web.models.base import now
from web.presenters.names import country_name, labelled, language_name, weeks, years
from web.presenters.wording import codes

Gate = Mapping[str, Any]


def gate_label(name: str) -> str:
    """Name a must-have."""
    return {
        "occupation": _("Occupation"),
        "specialty": _("Specialty"),
        "mode": _("How to serve"),
        "languages": _("Languages"),
        "licence": _("Licence"),
        "experience": _("Experience"),
        "duration": _("Length of stay"),
        "dates": _("Dates"),
        "re_entry": _("Right to return to the country of residence"),
        "indispensable_skills": _("Indispensable skills"),
    }[name]


def asked_words(gate: Gate) -> str:
    """Say what the post asks for; nothing if it does not ask."""
    return _ASKED[gate["name"]](gate["asked"]) if gate["asked"] is not None else ""


def _asked_dates(asked: Any) -> str:
    first, last = codes.day(asked["earliest_start"]), codes.day(asked["latest_start"])
    if first == last:
        start = _("start on %(day)s", day=first)
    else:
        start = _("start between %(first)s and %(last)s", first=first, last=last)
    if not asked.get("weeks"):
        return start
    return _("%(start)s, for %(weeks)s", start=start, weeks=weeks(asked["weeks"]))


def _asked_skills(asked: Any) -> str:
    return codes.listing([codes.skill(each) for each in asked])


_ASKED: dict[str, Callable[[Any], str]] = {
    "occupation": codes.occupation,
    "specialty": codes.specialty,
    "mode": codes.mode,
    "languages": lambda asked: codes.listing(
        [codes.spoken(each["code"], each["min_cefr"]) for each in asked]
    ),
    "licence": lambda asked: _(
        "a licence to practise; the post is in %(country)s", country=country_name(asked["country"])
    ),
    "experience": lambda asked: _("at least %(years)s", years=years(int(asked))) if int(asked) else "",
    "duration": weeks,
    "dates": _asked_dates,
    "re_entry": lambda asked: _("until %(day)s, the last day of the post", day=codes.day(asked)),
    "indispensable_skills": _asked_skills,
}


def has_words(gate: Gate) -> str:
    """Say what the person has; nothing if they have not said."""
    reason, has = gate["reason"], gate["has"]
    if reason in {"not_asked", "not_stated"} or has is None:
        return ""
    return _HAS[gate["name"]](has, gate)


def _has_occupation(has: Any, gate: Gate) -> str:
    if not has:
        return _("no health occupation")
    name = codes.occupation(has["code"], has["title"])
    return {
        "same_occupation": name,
        "equivalent_occupation": _("%(name)s, the same profession under another title", name=name),
        "occupation_may_fill": _("%(name)s, who may fill this post", name=name),
        "occupation_unclear": _("%(name)s, which we cannot compare", name=name),
        "other_occupation": name,
    }.get(gate["reason"], name)


def _has_specialty(has: Any, gate: Gate) -> str:
    name = codes.specialty(has["specialty"]) if has else codes.specialty(None)
    return {
        "specialty_may_fill": _("%(name)s, which covers what is asked", name=name),
        "neighbouring_specialty": _("%(name)s, a neighbouring field", name=name),
    }.get(gate["reason"], name)


def _held_language(held: Mapping[str, Any]) -> str:
    if held["cefr"] is None and held["state"] == "not_met":
        return _("%(language)s not stated", language=language_name(held["code"]))
    return codes.spoken(held["code"], held["cefr"])


def _has_licence(has: Any, gate: Gate) -> str:
    if not has:
        return _("no licence")
    where = codes.listing([has["regulator"] or "", country_name(has["country"])])
    return codes.listing([where, licence_words(has, gate)])


def licence_words(has: Any, gate: Gate) -> str:
    """Say how a licence stands, not who gave it."""
    state = {
        "licensed_here": _("active"),
        "licensed_elsewhere": _("active, registration in the country of the post to be arranged"),
        "licence_expired": _("expired, or lapses before the start"),
        "licence_suspended": _("suspended"),
        "licence_unclear": _("state not known"),
    }.get(gate["reason"], "")
    checked = _("verified") if has["verified"] else _("not verified")
    return codes.listing([state, checked])


def _has_dates(has: Any, _gate: Gate) -> str:
    if not has:
        return _("no dates given")
    today = now().date().isoformat()
    coming = [each for each in has if not each["to"] or each["to"] >= today]
    return codes.listing([_period(each) for each in coming]) or _("no dates still to come")


def _period(period: Mapping[str, Any]) -> str:
    if not period["to"]:
        return _("free from %(first)s", first=codes.day(period["from"]))
    return _("free from %(first)s to %(last)s", first=codes.day(period["from"]), last=codes.day(period["to"]))


def _has_reentry(has: Any, gate: Gate) -> str:
    if gate["reason"] == "lives_there":
        return _("lives in the country of the post")
    if has == "unlimited":
        return _("may return at any time")
    return _("may return until %(day)s", day=codes.day(has))


def _has_skills(has: Any, gate: Gate) -> str:
    words = {"shown": _("stated"), "partly": _("stated below the level asked"), "to_ask": _("not stated")}
    pairs = zip(gate["asked"], has, strict=True)
    return codes.listing([labelled(codes.skill(asked), words[held["state"]]) for asked, held in pairs])


_HAS: dict[str, Callable[[Any, Gate], str]] = {
    "occupation": _has_occupation,
    "specialty": _has_specialty,
    "mode": lambda has, _gate: codes.listing([codes.mode(each) for each in has]) or _("none"),
    "languages": lambda has, _gate: codes.listing([_held_language(each) for each in has]),
    "licence": _has_licence,
    "experience": lambda has, _gate: years(int(has)),
    "duration": lambda has, _gate: _("up to %(weeks)s", weeks=weeks(has)),
    "dates": _has_dates,
    "re_entry": _has_reentry,
    "indispensable_skills": _has_skills,
}
