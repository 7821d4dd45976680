"""The points once more."""

from tests.matcher.oracle.calendar import days_of, first_day, is_free, starts
from tests.matcher.oracle.gates import (
    FITS,
    LADDER,
    level_of,
    licence_kind,
    occupation_state,
    specialty_state,
    years_of,
)
from tests.matcher.oracle.skills import closeness, skill_share, text_stems


def all_points(person, post, words, maxima):
    return {
        "required_skills": skills_points(
            person, post.get("required_skills"), words, maxima["required_skills"]
        ),
        "desirable_skills": skills_points(
            person, post.get("desirable_skills"), words, maxima["desirable_skills"]
        ),
        "occupation": occupation_points(person, post, words, maxima["occupation"]),
        "experience": experience_points(person, post, words, maxima["experience"]),
        "languages": languages_points(person, post, maxima["languages"]),
        "availability": availability_points(person, post, maxima["availability"]),
        "preference": country_points(person.get("preferred_countries"), post, maxima["preference"]),
        "origin": country_points(
            person.get("country_of_origin") and [person["country_of_origin"]], post, maxima["origin"]
        ),
        "credential": credential_points(person, post, maxima["credential"]),
        "teaching": teaching_points(person, post, words, maxima["teaching"]),
        "text": text_points(person, post, maxima["text"]),
    }


def skills_points(person, asked, words, most):
    if not asked:
        return 0, 0
    shares = [skill_share(skill, person, words) for skill in asked]
    return tuple(most * sum(share[end] for share in shares) // (100 * len(shares)) for end in (0, 1))


def occupation_points(person, post, words, most):
    if not post.get("occupation") and not post.get("specialty"):
        return 0, 0
    if person.get("occupations") is None:
        return 0, most
    return max((one_occupation(o, post, words, most) for o in person["occupations"]), default=(0, 0))


def one_occupation(held, post, words, most):
    for_specialty = 0 if not post.get("specialty") else most // 2 if post.get("occupation") else most
    for_occupation = most - for_specialty
    low = high = 0
    state = "same" if not post.get("occupation") else occupation_state(held, post, words)
    if state == "unknown":
        high += for_occupation
    elif state in FITS and post.get("occupation"):
        near = words.occupation_fit(held["code"], post["occupation"]).closeness
        low, high = low + for_occupation * near // 100, high + for_occupation * near // 100
    if for_specialty and state in (*FITS, "unknown"):
        specialty, near = specialty_state(held, post, words)
        if specialty == "unknown":
            high += for_specialty
        elif specialty != "no":
            low, high = low + for_specialty * near // 100, high + for_specialty * near // 100
    return low, high


def experience_points(person, post, words, most):
    years = years_of(person, post, words)
    if years is None:
        return 0, most
    hundredths = min(round(years * 100), 2000)
    points = most * (2000**2 - (2000 - hundredths) ** 2) // 2000**2
    return points, points


def languages_points(person, post, most):
    asked = post.get("languages") or []
    if not asked:
        return 0, 0
    if person.get("languages") is None:
        return 0, most
    shares = [language_share(entry, level_of(person, entry["code"])) for entry in asked]
    return tuple(most * sum(share[end] for share in shares) // (100 * len(shares)) for end in (0, 1))


def language_share(entry, level):
    least = LADDER.index(entry["min_cefr"]) + 1 if entry.get("min_cefr") else 1
    if entry.get("required") is False:
        if level is None:
            return (0, 100) if entry.get("min_cefr") else (100, 100)
        return (100, 100) if level >= least else (0, 0)
    if level is None:
        return 0, 100
    if level < least:
        return 0, 0
    share = 100 if level >= 6 else min(100, 50 * (level - least))
    return share, share


def availability_points(person, post, most):
    if first_day(post) is None:
        return 0, 0
    if person.get("availability") is None:
        return 0, most
    wanted = {day for start in starts(post) for day in days_of(post, start)}
    open_starts = [{**p, "from": p["from"] or "0001-01-01"} for p in person["availability"]]
    return tuple(
        most * sum(is_free(periods, day) for day in wanted) // len(wanted)
        for periods in (person["availability"], open_starts)
    )


def country_points(countries, post, most):
    if not post.get("country"):
        return 0, 0
    if countries is None:
        return 0, most
    return (most, most) if post["country"] in countries else (0, 0)


def credential_points(person, post, most):
    level = person.get("credential_level")
    levels = [level] if level else []
    for licence in person.get("licences") or []:
        kind = licence_kind(licence, post)
        if licence.get("verified") and kind in ("here", "elsewhere"):
            levels.append(1 if kind == "here" else 2)
    low = most * {1: 100, 2: 75, 3: 40, 4: 10}[min(levels)] // 100 if levels else 0
    return low, low if level else most


def teaching_points(person, post, words, most):
    if not post.get("teaching"):
        return 0, 0
    if person.get("skills") is None:
        return 0, most
    low = high = 0
    asked = (post.get("required_skills") or []) + (post.get("desirable_skills") or [])
    for held in person["skills"]:
        share = 100 if any(closeness(held, skill, words) == 100 for skill in asked) else 50
        if held.get("code") and words.skills[held["code"]].group == "teaching":
            low = high = 100
        elif held.get("level") == 4:
            low, high = max(low, share), max(high, share)
        elif held.get("level") is None:
            high = max(high, share)
    return most * low // 100, most * high // 100


def text_points(person, post, most):
    wanted = text_stems(f"{post.get('title') or ''} {post.get('description') or ''}")
    if not wanted:
        return 0, 0
    if person.get("summary") is None:
        return 0, most
    enough = min(12, len(wanted))
    points = most * min(enough, len(wanted & text_stems(person["summary"]))) // enough
    return points, points
