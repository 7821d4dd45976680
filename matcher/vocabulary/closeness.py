"""How near two skills are, given as codes or as free phrases in any language."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matcher.vocabulary.concept import Skill
from matcher.vocabulary.resolver import Resolver
from matcher.vocabulary.special_words import special_words
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.wording import plain, stems

_SEPARATORS = re.compile(r"[,;:\n|•]|(?:\s[-–—/+&]\s)")  # noqa: RUF001 -- dashes as people type them
_MOST_PARTS = 12
_SURE = 0.6
_SUGGESTIONS = 3
_LETTERS_ONLY = 0.85
_REMEMBERED = 16_384
_READ = 4_000
_LONGEST_MENTION = 6
_SHORTEST_WORD = 5  # shorter ones are a skill only in capitals: "VIA" and "TB", not "via" and "ten"


class PhraseCloseness:
    """
    Compares skills by code and phrases through the codes they resolve to, else by their letters.

    Parameters
    ----------
    skills : Mapping[str, Skill]
        The skills by code.
    resolver : Resolver
        Turns a phrase into skill codes and knows their wordings.
    """

    def __init__(self, skills: Mapping[str, Skill], resolver: Resolver) -> None:
        self._skills = skills
        self._resolver = resolver
        self._lexicon = resolver.lexicon
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._nearest)

    def between_codes(self, held: str, asked: str) -> int:
        """Give the closeness of two codes, 100 for the same and 0 for unrelated or unknown ones."""
        if held == asked:
            return 100
        skill = self._skills.get(held)
        return skill.related.get(asked, 0) if skill is not None else 0

    def between(self, a: str, b: str) -> int:
        """Give the closeness of the nearest two skills two phrases name."""
        first, second = sorted((a, b))
        return self._remembered(first, second)

    def mentioned(self, text: str) -> Mapping[str, str]:
        """Find wordings of skills inside a longer text, the longest first at each place."""
        found: dict[str, str] = {}
        for part in _parts(text[:_READ], most=_READ):
            capitals = frozenset(plain(word) for word in part.split() if word.isupper())
            words = plain(part).split()
            start = 0
            while start < len(words):
                start += self._mention_at(words, start, capitals, found)
        return found

    def _mention_at(
        self, words: list[str], start: int, capitals: frozenset[str], found: dict[str, str]
    ) -> int:
        """Note the longest wording that starts at a word and say how many words to go on."""
        for length in range(min(_LONGEST_MENTION, len(words) - start), 0, -1):
            wording = " ".join(words[start : start + length])
            if _says_nothing(words[start : start + length], capitals):
                continue
            positions = self._lexicon.exact(wording)
            if not positions and len(wording) >= _SHORTEST_WORD:
                positions = self._lexicon.unordered(stems(wording))
            codes = [code for i in positions if (code := self._lexicon.entries[i].code) is not None]
            for code in codes:
                found.setdefault(code, wording)
            if codes:
                return length
        return 1

    def _nearest(self, a: str, b: str) -> int:
        """Compare each part of one phrase with each part of the other."""
        pairs = [(left, right) for left in _parts(a) for right in _parts(b)]
        return max((self._pair(left, right) for left, right in pairs), default=0)

    def _pair(self, a: str, b: str) -> int:
        left, right = stems(a), stems(b)
        if not left or not right:
            return 0
        if left == right:
            return 100
        letters = round(100 * _LETTERS_ONLY * self._resolver.likeness(left, right))
        return max(self._through_codes(a, b), letters)

    def _through_codes(self, a: str, b: str) -> int:
        """Compare two phrases by the codes they resolve to, as sure as the less sure of both."""
        return max(
            (
                round(self.between_codes(x.code, y.code) * min(x.confidence, y.confidence))
                for x in self._codes(a)
                for y in self._codes(b)
            ),
            default=0,
        )

    def _codes(self, phrase: str) -> list[Suggestion]:
        found = self._resolver.suggest(phrase, None, None, _SUGGESTIONS)
        return [suggestion for suggestion in found if suggestion.confidence >= _SURE]


def _says_nothing(window: list[str], capitals: frozenset[str]) -> bool:
    """Tell windows that begin or end with an empty word, or are one short word not in capitals."""
    empty = special_words().empty
    if window[0] in empty or window[-1] in empty:
        return True
    return len(window) == 1 and len(window[0]) < _SHORTEST_WORD and window[0] not in capitals


def _parts(text: str, most: int = _MOST_PARTS) -> Iterator[str]:
    """Cut a text where people separate skills."""
    parts = (part for raw in _SEPARATORS.split(text[:_READ]) if (part := raw.strip()))
    for _, part in zip(range(most), parts, strict=False):
        yield part
