"""What made-up professionals speak, when they are free and what they would do."""

from datetime import date, timedelta
from typing import Any

from web.models.claims import Cefr
from web.models.professional import Mode
from web.services.demo.chance import Shares
from web.services.demo.person import Person

Row = dict[str, Any]

_FIRST = Shares({Cefr.NATIVE: 5, Cefr.C2: 3, Cefr.C1: 2})
_AT_WORK = Shares({Cefr.B1: 1, Cefr.B2: 3, Cefr.C1: 4, Cefr.C2: 2})
_LEARNT = Shares({Cefr.A2: 2, Cefr.B1: 4, Cefr.B2: 4, Cefr.C1: 2})
_AT_HOME = Shares({Cefr.NATIVE: 7, Cefr.C1: 2, Cefr.B2: 1})

_MODES = Shares(
    {
        (Mode.TEMPORARY,): 40,
        (Mode.TEMPORARY, Mode.REMOTE): 28,
        (Mode.TEMPORARY, Mode.PERMANENT): 10,
        (Mode.TEMPORARY, Mode.PERMANENT, Mode.REMOTE): 12,
        (Mode.PERMANENT,): 4,
        (Mode.REMOTE,): 6,
    }
)
_WEEKS = Shares({2: 1, 3: 1, 4: 3, 6: 3, 8: 4, 12: 8, 26: 4, 52: 3, 104: 1})
_NEIGHBOURS = {
    "en": ("GH", "NG", "SL", "LR", "GM"),
    "fr": ("SN", "CI", "ML", "BF", "GN", "CM", "TG", "BJ", "NE", "TD", "CD", "CG", "GA"),
    "pt": ("CV", "GW", "ST"),
}


def draw_languages(person: Person) -> list[Row]:
    """Draw what somebody speaks: from home, from school, and from where they live now."""
    chance, first = person.chance, person.country.languages[0]
    levels = {first: Cefr.NATIVE if person.is_first else chance.draw(_FIRST)}
    for code in person.country.languages[1:]:
        if chance.happens(0.7):
            levels.setdefault(code, chance.draw(_AT_WORK))
    if not person.lacks(0.1):
        levels.setdefault(person.residence_language, chance.draw(_AT_WORK))
    for code in person.country.spoken:
        if chance.happens(0.4):
            levels.setdefault(code, chance.draw(_AT_HOME))
    for code in ("en", "fr"):
        if chance.happens(0.35):
            levels.setdefault(code, chance.draw(_LEARNT))
    return [{"code": code, "cefr": None if person.lacks(0.04) else cefr} for code, cefr in levels.items()]


def draw_availability(person: Person) -> list[Row]:
    """Draw when somebody is free: open-ended, or the leaves they can take."""
    if person.lacks(0.09):
        return []
    chance, today = person.chance, person.today
    rows = [_period(_leave(person), chance.randint(120, 330))] if chance.happens(0.55) else []
    if person.is_first or chance.happens(0.55):
        return [*rows, {"starts_on": today + timedelta(chance.randint(0, 60)), "ends_on": None}]
    start = today + timedelta(chance.randint(10, 90))
    for _ in range(chance.randint(1, 3)):
        days = 7 * chance.randint(6, 26)
        rows.append(_period(start, days))
        start += timedelta(days + 7 * chance.randint(3, 16))
    return rows


def _leave(person: Person) -> date:
    """Give the first day of a stay that lies behind."""
    return person.today - timedelta(person.chance.randint(160, 330))


def _period(start: date, days: int) -> Row:
    return {"starts_on": start, "ends_on": start + timedelta(days)}


def draw_wishes(person: Person) -> Row:
    """Draw modes, weeks, countries, and whether they may come back to where they live."""
    chance = person.chance
    modes = (Mode.TEMPORARY, Mode.REMOTE) if person.is_first else chance.draw(_MODES)
    weeks = 12 if person.is_first else chance.draw(_WEEKS)
    return {
        "modes": None if person.lacks(0.04) else list(modes),
        "max_weeks": None if Mode.TEMPORARY not in modes or person.lacks(0.05) else weeks,
        "preferred_countries": None if person.lacks(0.25) else _countries(person),
        **_reentry(person),
    }


def _countries(person: Person) -> list[str]:
    others = person.chance.some(_NEIGHBOURS[person.written], 0, 2)
    return list(dict.fromkeys([person.country.code, *others]))


def _reentry(person: Person) -> Row:
    if person.lacks(0.1):
        return {"reenter_unlimited": None, "reenter_until": None}
    if person.is_first or person.chance.happens(0.7):
        return {"reenter_unlimited": True, "reenter_until": None}
    until = person.today + timedelta(person.chance.randint(60, 1500))
    return {"reenter_unlimited": False, "reenter_until": until}
