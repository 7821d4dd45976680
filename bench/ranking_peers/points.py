"""Gates and points as somebody would write them by hand in Python: one profile, one position, plain ifs."""

from collections.abc import Iterator

from bench.ranking_peers.asked import SAME, Asked, AskedLevel
from bench.ranking_peers.crowd import CAN_TEACH, Profile
from matcher.weights import DEFAULT

MOST = DEFAULT.maxima
CREDENTIAL_SHARES = {1: 100, 2: 75, 3: 40, 4: 10}
NO_CREDENTIAL = 5
FULL_EXPERIENCE = 2_000
"""Hundredths of a year after which more counts no more."""
FLUENT = 6


def is_eligible(person: Profile, asked: Asked) -> bool:
    """Say whether somebody meets every gate for sure; the cheap ones first."""
    if (
        person.occupation not in asked.occupations
        or not person.modes & asked.mode
        or person.years < asked.years
        or (asked.weeks and (person.max_weeks is None or person.max_weeks < asked.weeks))
        or (asked.licence and person.licensed_until < asked.first)
        or (asked.specialties is not None and person.specialty not in asked.specialties)
        or not all(speaks(person, language) for language in asked.languages if language.required)
        or not all(can(person, skill) for skill in asked.indispensable)
    ):
        return False
    start = first_start(person, asked)
    return start is not None and may_return(person, asked, start)


def speaks(person: Profile, asked: AskedLevel) -> bool:
    """Say whether somebody speaks a language at the level asked."""
    return person.languages.get(asked.code, -1) >= asked.least


def can(person: Profile, asked: AskedLevel) -> bool:
    """Say whether somebody states a skill at the level asked; without a level it is basic."""
    return asked.code in person.skills and max(1, person.skills[asked.code]) >= asked.least


def first_start(person: Profile, asked: Asked) -> int | None:
    """Give the first day on which somebody could start and stay to the end, if any."""
    for first, last in person.free:
        start = max(first, asked.first)
        if start <= asked.latest and start + asked.days - 1 <= last:
            return start
    return None


def may_return(person: Profile, asked: Asked, start: int) -> bool:
    """Say whether the right to come back outlasts a mission."""
    if not asked.temporary or person.residence == asked.country:
        return True
    return person.reenter_until >= start + asked.days - 1


def order(person: Profile, asked: Asked, text: int) -> tuple[bool, int, int]:
    """Give the key of the list, the smallest first: all must-haves shown, how much of them, points.

    Parameters
    ----------
    text : int
        Points for the text, in hundredths.
    """
    required, desirable = skill_shares(person, asked)
    shown, partly = required.count(SAME), sum(0 < share < SAME for share in required)
    points = (
        _mean(required, MOST["required_skills"])
        + _mean(desirable, MOST["desirable_skills"])
        + sum(structured_points(person, asked))
        + text
    )
    return shown < asked.required, -(2 * shown + partly), -points


def skill_shares(person: Profile, asked: Asked) -> tuple[list[int], list[int]]:
    """Give how much of each required and of each desirable skill is shown, of 100."""
    shares = [0] * (asked.required + asked.desirable)
    for row in asked.skills:
        if row.held in person.skills:
            share = row.near // 2
            if row.near == SAME:
                share = min(SAME, SAME * max(1, person.skills[row.held]) // row.least)
            shares[row.asked] = max(shares[row.asked], share)
    return shares[: asked.required], shares[asked.required :]


def structured_points(person: Profile, asked: Asked) -> Iterator[int]:
    """Give the points of every criterion but skills and text."""
    for_specialty = MOST["occupation"] // 2 if asked.specialties is not None else 0
    yield (MOST["occupation"] - for_specialty) * asked.occupations[person.occupation] // 100
    if asked.specialties is not None and person.specialty is not None:
        yield for_specialty * asked.specialties[person.specialty] // 100
    missing = FULL_EXPERIENCE - min(person.years, FULL_EXPERIENCE)
    yield MOST["experience"] * (FULL_EXPERIENCE**2 - missing**2) // FULL_EXPERIENCE**2
    yield _mean([_language_share(person, language) for language in asked.languages], MOST["languages"])
    free = sum(max(0, min(last, asked.end) - max(first, asked.first) + 1) for first, last in person.free)
    yield MOST["availability"] * free // (asked.end - asked.first + 1)
    yield MOST["preference"] * (asked.country in person.preferred)
    yield MOST["origin"] * (asked.country == person.origin)
    yield MOST["credential"] * CREDENTIAL_SHARES.get(credential(person, asked), 0) // 100
    yield teaching_points(person, asked)


def credential(person: Profile, asked: Asked) -> int:
    """Give the best credential level, 1 to 4; 5 for none."""
    levels = [1 if country == asked.country else 2 for country, day in person.verified if day >= asked.first]
    return min([*levels, person.credential or NO_CREDENTIAL])


def teaching_points(person: Profile, asked: Asked) -> int:
    """Give the points for being able to teach, where the post teaches."""
    if not asked.teaching:
        return 0
    teachable = {skill for skill, level in person.skills.items() if level == CAN_TEACH}
    if person.teaches or any(row.held in teachable for row in asked.skills if row.near == SAME):
        return MOST["teaching"]
    return MOST["teaching"] // 2 if teachable else 0


def _language_share(person: Profile, asked: AskedLevel) -> int:
    level = person.languages.get(asked.code, -1)
    if level < asked.least:
        return 0
    return 100 if not asked.required or level >= FLUENT else min(100, 50 * (level - asked.least))


def _mean(shares: list[int], most: int) -> int:
    return most * sum(shares) // (100 * len(shares)) if shares else 0
