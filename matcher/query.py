"""One position, made ready to be held against many people."""

from functools import cached_property
from itertools import chain

from matcher.coding import Coder
from matcher.knowledge import Fit, Knowledge
from matcher.periods import Window, window_of
from matcher.text import Prose, Wordings, stems
from matcher.types import AskedSkill, HeldOccupation, HeldSkill, Position

SAME = 100
"""Closeness of a skill to itself."""
SAME_PHRASE = 85
"""Phrases at least this close say the same."""
RELATED_PHRASE = 60
"""Phrases less close than this have nothing to do with each other."""
ENOUGH_WORDS = 12
"""A summary that shares so many words with the position gets all points for text."""

_Key = tuple[str | None, str | None]


class Query:
    """A coded position with the vocabulary it is read by, remembering comparisons made before.

    What it remembers depends on the position and the vocabulary alone, so answers never depend on who was
    compared earlier. One query belongs to one thread.

    Parameters
    ----------
    position : Position
        As given; codes are filled in here.
    vocabulary : Knowledge
        What codes and words mean.

    Raises
    ------
    UnknownCodeError
        If the position names a code that the vocabulary does not have.
    """

    def __init__(self, position: Position, vocabulary: Knowledge) -> None:
        self.position = Coder(vocabulary).position(position)
        self.vocabulary = vocabulary
        self.window: Window | None = window_of(position)
        self._occupations: dict[str, Fit] = {}
        self._closeness: dict[tuple[_Key, _Key], int] = {}
        self._prose: dict[str, Prose] = {}
        self._wordings: dict[AskedSkill, Wordings] = {}

    def occupation_fit(self, held: str) -> Fit:
        """Say how an occupation stands to the one asked."""
        asked = self.position.occupation
        if held not in self._occupations:
            assert asked is not None, "gates ask only when the position does"
            self._occupations[held] = self.vocabulary.occupation_fit(held, asked, self.position.country)
        return self._occupations[held]

    def specialty_fit(self, held: HeldOccupation) -> Fit | None:
        """Say how the specialty within an occupation stands to the one asked; None if it is not known."""
        asked, within = self.position.specialty, self.position.occupation or held.code
        if held.specialty is None or within is None:
            return None
        return self.vocabulary.specialty_fit(held.specialty, asked, within)

    def closeness(self, held: HeldSkill, asked: AskedSkill) -> int:
        """Return how near a held skill is to one asked, 0 to 100; 100 is the same, whatever the level."""
        key = (held.code, held.phrase), (asked.code, asked.phrase)
        if key not in self._closeness:
            self._closeness[key] = self._compare(held, asked)
        return self._closeness[key]

    def mentions(self, summary: str, asked: AskedSkill) -> bool:
        """Say whether a text says a skill, in a wording of the vocabulary or of the position."""
        prose = self.prose(summary)
        return any(prose.says(wording) for wording in self.wordings_of(asked).each)

    def prose(self, text: str) -> Prose:
        """Return a person's text, cut up once."""
        if text not in self._prose:
            self._prose[text] = Prose(text)
        return self._prose[text]

    def wordings_of(self, asked: AskedSkill) -> Wordings:
        """Return the ways to say a skill: those of the vocabulary and that of the position."""
        if asked not in self._wordings:
            self._wordings[asked] = wordings_of(self.vocabulary, asked.code, asked.phrase)
        return self._wordings[asked]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of title and description, cut to stems."""
        return stems(f"{self.position.title or ''} {self.position.description or ''}")

    def _compare(self, held: HeldSkill, asked: AskedSkill) -> int:
        if held.code and asked.code:
            return self.vocabulary.skill_closeness(held.code, asked.code)
        if held.code or asked.code or not held.phrase or not asked.phrase:
            return 0
        closeness = self.vocabulary.phrase_closeness(held.phrase, asked.phrase)
        if closeness >= SAME_PHRASE:
            return SAME
        return closeness if closeness >= RELATED_PHRASE else 0


def wordings_of(vocabulary: Knowledge, code: str | None, phrase: str | None) -> Wordings:
    """Return the ways to say a skill: as it is typed, and those of the vocabulary."""
    texts = [phrase or ""]
    if code is not None:
        skill = vocabulary.skills[code]
        texts += [*skill.labels.values(), *chain.from_iterable(skill.synonyms.values())]
    return Wordings.of(tuple(texts))
