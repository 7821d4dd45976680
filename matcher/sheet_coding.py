"""From typed words to codes for a whole sheet of people, without an object for each of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from matcher.coding import Coder
from matcher.columns import Several, Sheet
from matcher.types import HeldOccupation, HeldSkill

_Texts = Sequence[str | None]


def code_sheet(sheet: Sheet, coder: Coder) -> Sheet:
    """Return the people of a sheet with every code that can be had, as `Coder.candidate` gives them.

    Raises
    ------
    UnknownCodeError
        For a code that the vocabulary does not have.
    """
    languages, countries = sheet.single["language"], sheet.single["country_of_origin"]
    coded = {
        "occupations": _occupations(sheet.several["occupations"], languages, countries, coder),
        "skills": _skills(sheet.several["skills"], languages, coder),
    }
    return replace(sheet, several={**sheet.several, **coded})


def _occupations(held: Several, languages: _Texts, countries: _Texts, coder: Coder) -> Several:
    """Code each different occupation once."""
    stated = held.values["code"], held.values["title"], held.values["specialty"]
    owners = held.owners.tolist()
    keys = list(
        zip(*stated, map(languages.__getitem__, owners), map(countries.__getitem__, owners), strict=True)
    )
    found = {key: coder.occupation(HeldOccupation(*key[:3]), "occupations", *key[3:]) for key in set(keys)}
    values = {
        **held.values,
        "code": [found[key].code for key in keys],
        "specialty": [found[key].specialty for key in keys],
    }
    return replace(held, values=values)


def _skills(held: Several, languages: _Texts, coder: Coder) -> Several:
    """Code each different skill once; a phrase that lists several becomes several skills of its level."""
    columns = [held.values[name] for name in ("code", "phrase", "level")]
    for code in set(columns[0]):
        coder.skill(HeldSkill(code), "skills", None)
    uncoded = {i for i, code in enumerate(columns[0]) if code is None and columns[1][i]}
    if not uncoded:
        return held
    owners, rows = held.owners.tolist(), list(zip(*columns, strict=True))
    coded = {i: coder.skill(HeldSkill(*rows[i]), "skills", languages[owners[i]]) for i in uncoded}
    counts, values = held.counts.copy(), []
    for i, row in enumerate(rows):
        if i in coded:
            values += [(skill.code, skill.phrase, skill.level) for skill in coded[i]]
            counts[owners[i]] += len(coded[i]) - 1
        else:
            values.append(row)
    return Several(held.known, counts, _by_column(("code", "phrase", "level"), values))


def _by_column(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Sequence[Any]]:
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}
