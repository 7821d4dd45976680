"""From typed words to codes: what a person or a position leaves without a code gets one, if words allow."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from matcher.errors import UnknownCodeError
from matcher.knowledge import Knowledge, Suggestion
from matcher.text import parts
from matcher.types import AskedSkill, Candidate, HeldOccupation, HeldSkill, Position

SURE_ENOUGH = 0.6
"""From this confidence on, a suggestion is taken without asking a person."""

_Resolve = Callable[..., Sequence[Suggestion]]


class Coder:
    """Gives codes by one vocabulary; words met before are not looked up again.

    Parameters
    ----------
    vocabulary : Knowledge
        Where codes and wordings come from.
    """

    def __init__(self, vocabulary: Knowledge) -> None:
        self._vocabulary = vocabulary
        self._skills: dict[tuple[HeldSkill, str | None], tuple[HeldSkill, ...]] = {}
        self._known: dict[tuple[str, str, str | None, str | None], str | None] = {}

    def candidate(self, candidate: Candidate) -> Candidate:
        """Return the person with every code that can be had.

        Raises
        ------
        UnknownCodeError
            For a code that the vocabulary does not have.
        """
        language, country = candidate.language, candidate.country_of_origin
        occupations = candidate.occupations and tuple(
            self.occupation(held, f"occupations[{i}]", language, country)
            for i, held in enumerate(candidate.occupations)
        )
        skills = self._held_skills(candidate.skills, language)
        if occupations == candidate.occupations and skills == candidate.skills:
            return candidate
        return replace(candidate, occupations=occupations, skills=skills)

    def position(self, position: Position) -> Position:
        """Return the position with every code that can be had.

        Raises
        ------
        UnknownCodeError
            For a code that the vocabulary does not have.
        """
        language, country = position.language, position.country
        words = self._vocabulary
        occupation = _known(position.occupation, words.occupations, "occupation")
        if occupation is None and position.title:
            occupation = self._resolve("occupation", position.title, language, country)
        return replace(
            position,
            occupation=occupation,
            specialty=self._specialty(position.specialty, "specialty", language),
            required_skills=self._asked_skills(position.required_skills, "required_skills", language),
            desirable_skills=self._asked_skills(position.desirable_skills, "desirable_skills", language),
        )

    def occupation(
        self, held: HeldOccupation, place: str, language: str | None, country: str | None
    ) -> HeldOccupation:
        """Return an occupation, stated in a language by somebody from a country, with its codes."""
        code = _known(held.code, self._vocabulary.occupations, f"{place}.code")
        if code is None and held.title:
            code = self._resolve("occupation", held.title, language, country)
        specialty = self._specialty(held.specialty, f"{place}.specialty", language)
        if code is not None and specialty is None:
            specialty = self._vocabulary.occupations[code].specialty
        if code == held.code and specialty == held.specialty:
            return held
        return replace(held, code=code, specialty=specialty)

    def _specialty(self, text: str | None, place: str, language: str | None) -> str | None:
        if not text or text in self._vocabulary.specialties:
            return text or None
        code = self._resolve("specialty", text, language, None)
        if code is None:
            raise UnknownCodeError(place, "is not a specialty of the vocabulary")
        return code

    def _held_skills(
        self, skills: tuple[HeldSkill, ...] | None, language: str | None
    ) -> tuple[HeldSkill, ...] | None:
        """Code each skill; a phrase that lists several becomes several skills of its level."""
        if skills is None:
            return None
        coded = (self.skill(skill, f"skills[{i}].code", language) for i, skill in enumerate(skills))
        return tuple(chain.from_iterable(coded))

    def skill(self, skill: HeldSkill, place: str, language: str | None) -> tuple[HeldSkill, ...]:
        """Return a skill with its code; a phrase that lists several becomes several of its level."""
        key = skill, language
        if key not in self._skills:
            _known(skill.code, self._vocabulary.skills, place)
            if skill.code is not None or not skill.phrase:
                self._skills[key] = (skill,)
            else:
                self._skills[key] = tuple(
                    HeldSkill(self._resolve("skill", part, language, None), part, skill.level)
                    for part in parts(skill.phrase) or (skill.phrase,)
                )
        return self._skills[key]

    def _asked_skills(
        self, skills: tuple[AskedSkill, ...] | None, place: str, language: str | None
    ) -> tuple[AskedSkill, ...] | None:
        if skills is None:
            return None
        for i, skill in enumerate(skills):
            _known(skill.code, self._vocabulary.skills, f"{place}[{i}].code")
        return tuple(
            skill
            if skill.code
            else replace(skill, code=self._resolve("skill", skill.phrase or "", language, None))
            for skill in skills
        )

    def _resolve(self, kind: str, text: str, language: str | None, country: str | None) -> str | None:
        key = kind, text, language, country
        if key not in self._known:
            resolve: _Resolve = getattr(self._vocabulary, f"resolve_{kind}")
            best = resolve(text, language=language, country=country, limit=1)
            self._known[key] = best[0].code if best and best[0].confidence >= SURE_ENOUGH else None
        return self._known[key]


def _known(code: str | None, codes: Mapping[str, Any], place: str) -> str | None:
    if code is not None and code not in codes:
        raise UnknownCodeError(place, "is not a code of the vocabulary")
    return code
