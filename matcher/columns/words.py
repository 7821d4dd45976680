"""Words that many texts share, each kept once and numbered, and found by how they begin."""

from collections.abc import Iterable, Sequence

from matcher.columns.distinct import Distinct
from matcher.text import stem_of


class Words(Distinct[str]):
    """
    Words numbered in the order in which they are met.

    Examples
    --------
    >>> words = Words(["ward", "birth", "births"])
    >>> words.number("birthing"), words.of_stem("birth"), words.of_stem("ward")
    (3, (1, 2, 3), ())
    """

    def __init__(self, values: Iterable[str] = ()) -> None:
        self._of_stem: dict[str, list[int]] = {}
        super().__init__(values)

    def of_stem(self, stem: str) -> Sequence[int]:
        """Return the words with this stem that were met so far."""
        return tuple(self._of_stem.get(stem, ()))

    def _note(self, value: str, number: int) -> None:
        stem = stem_of(value)
        if stem is not None:
            self._of_stem.setdefault(stem, []).append(number)
