"""The gates once more; None is not asked."""

from datetime import date

from tests.matcher.oracle.calendar import LAST, days_of, first_day, possible_starts, starts
from tests.matcher.oracle.skills import skill_share

LADDER = ["A1", "A2", "B1", "B2", "C1", "C2", "native"]
FITS = ("same", "equivalent", "may_fill")


def all_gates(person, post, words):
    return {
        "occupation": occupation_gate(person, post, words),
        "specialty": specialty_gate(person, post, words),
        "mode": mode_gate(person, post),
        "languages": languages_gate(person, post),
        "licence": licence_gate(person, post),
        "experience": experience_gate(person, post, words),
        "duration": duration_gate(person, post),
        "dates": dates_gate(person, post),
        "re_entry": re_entry_gate(person, post),
        "indispensable_skills": indispensable_gate(person, post, words),
    }


def occupation_gate(person, post, words):
    if not post.get("occupation"):
        return None
    if person.get("occupations") is None:
        return "unknown"
    states = [occupation_state(held, post, words) for held in person["occupations"]]
    if any(state in FITS for state in states):
        return "met"
    return "unknown" if "unknown" in states else "not_met"


def occupation_state(held, post, words):
    if held["code"] is None:
        return "unknown"
    return words.occupation_fit(held["code"], post["occupation"]).state


def fitting_occupations(person, post, words):
    held = person.get("occupations") or []
    if not post.get("occupation"):
        return held
    return [o for o in held if occupation_state(o, post, words) in FITS] or held


def specialty_state(held, post, words):
    if held["specialty"] is None or not (post.get("occupation") or held["code"]):
        return "unknown", 0
    fit = words.specialty_fit(held["specialty"], post["specialty"], "")
    return fit.state, fit.closeness


def specialty_gate(person, post, words):
    if not post.get("specialty"):
        return None
    if person.get("occupations") is None:
        return "unknown"
    states = [specialty_state(o, post, words)[0] for o in fitting_occupations(person, post, words)]
    if any(state in FITS for state in states):
        return "met"
    return "unknown" if {"unknown", "neighbour"} & set(states) else "not_met"


def mode_gate(person, post):
    if not post.get("mode"):
        return None
    if person.get("modes") is None:
        return "unknown"
    return "met" if post["mode"] in person["modes"] else "not_met"


def level_of(person, code):
    """0 for not spoken, None for spoken at an unknown level, else 1 to 7."""
    spoken = [entry for entry in person["languages"] if entry["code"] == code]
    if not spoken:
        return 0
    known = [LADDER.index(entry["cefr"]) + 1 for entry in spoken if entry.get("cefr")]
    return max(known) if known else None


def languages_gate(person, post):
    wanted = [entry for entry in post.get("languages") or [] if entry.get("required") is not False]
    if not wanted:
        return None
    if person.get("languages") is None:
        return "unknown"
    answer = "met"
    for entry in wanted:
        level = level_of(person, entry["code"])
        least = LADDER.index(entry["min_cefr"]) + 1 if entry.get("min_cefr") else 1
        if level is None:
            if entry.get("min_cefr") and answer == "met":
                answer = "unknown"
        elif level < least:
            return "not_met"
    return answer


def licence_kind(licence, post):
    if licence.get("status") == "suspended":
        return "suspended"
    start = first_day(post)
    lapsed = licence.get("valid_until") and start and date.fromisoformat(licence["valid_until"]) < start
    if licence.get("status") == "expired" or lapsed:
        return "expired"
    if licence.get("status") != "active":
        return "unclear"
    return "here" if post.get("country") and licence.get("country") == post["country"] else "elsewhere"


def licence_gate(person, post):
    if not post.get("licence_required"):
        return None
    licences = person.get("licences")
    if licences is None:
        return "unknown"
    country = post.get("country")
    if country and any(x.get("status") == "suspended" and x.get("country") == country for x in licences):
        return "not_met"
    kinds = {licence_kind(licence, post) for licence in licences}
    if kinds & {"here", "elsewhere"}:
        return "met"
    return "unknown" if "unclear" in kinds else "not_met"


def years_of(person, post, words):
    in_all = person.get("years_experience")
    if post.get("occupation") is None and in_all is not None:
        return in_all
    if post.get("occupation") is not None and person.get("occupations") is None:
        return None
    years = [o["years"] for o in fitting_occupations(person, post, words) if o["years"] is not None]
    if not years:
        return in_all
    return max(years) if in_all is None else min(max(years), in_all)


def experience_gate(person, post, words):
    least = post.get("min_years_experience")
    if least is None:
        return None
    years = years_of(person, post, words)
    return "unknown" if years is None else "met" if years >= least else "not_met"


def duration_gate(person, post):
    weeks = post.get("duration_weeks")
    if not weeks or post.get("mode") == "permanent":
        return None
    most = person.get("max_weeks")
    return "unknown" if most is None else "met" if most >= weeks else "not_met"


def dates_gate(person, post):
    if first_day(post) is None:
        return None
    if person.get("availability") is None:
        return "unknown"
    if possible_starts(person, post):
        return "met"
    end = days_of(post, first_day(post))[-1].isoformat()
    open_start = any(
        p["from"] is None and (p["to"] or LAST.isoformat()) >= end for p in person["availability"]
    )
    return "unknown" if open_start else "not_met"


def re_entry_gate(person, post):
    if post.get("mode") != "temporary":
        return None
    if person.get("residence_country") and person["residence_country"] == post.get("country"):
        return "met"
    until = person.get("may_reenter_until")
    if until == "unlimited":
        return "met"
    if until is None or first_day(post) is None:
        return "unknown"
    periods, possible = person.get("availability"), possible_starts(person, post)
    first_end = days_of(post, (possible or [first_day(post)])[0])[-1].isoformat()
    sure_end = first_end
    if not possible and (periods is None or any(p["from"] is None for p in periods)):
        sure_end = days_of(post, list(starts(post))[-1])[-1].isoformat()
    return "met" if sure_end <= until else "unknown" if first_end <= until else "not_met"


def indispensable_gate(person, post, words):
    wanted = [skill for skill in post.get("required_skills") or [] if skill.get("indispensable")]
    if not wanted:
        return None
    silent = {**person, "summary": None}
    shares = [skill_share(skill, silent, words) for skill in wanted]
    if any(high < 100 for _, high in shares):
        return "not_met"
    return "met" if all(low == 100 for low, _ in shares) else "unknown"
