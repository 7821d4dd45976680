"""Finds what somebody is about to write: the wordings whose words begin like theirs."""

from collections.abc import Collection, Mapping, Sequence

from matcher.vocabulary.lexicon import Entry
from matcher.vocabulary.wording import plain

_SHORTEST = 2  # letters that say anything at all


class Completion:
    """
    Completes words, in any order.

    Parameters
    ----------
    entries : Sequence[Entry]
        The wordings; abbreviations and titles outside health complete nothing.
    labels : Collection[str]
        What people see as the name of something: it comes before its other wordings.

    Examples
    --------
    >>> entries = [Entry("theatre nurse", "1", "occupation", "en"), Entry("nurse", "2", "occupation", "en")]
    >>> completion = Completion(entries, ["nurse"])
    >>> list(completion.of("nur", "en", None)), list(completion.of("nurse th", "en", None))
    (['2', '1'], ['1'])
    """

    def __init__(self, entries: Sequence[Entry], labels: Collection[str]) -> None:
        self._entries = entries
        self._labels = frozenset(labels)
        self._written = [
            (f" {plain(entry.text)}", i)
            for i, entry in enumerate(entries)
            if entry.code is not None and not entry.letters
        ]

    def of(self, text: str, language: str | None, country: str | None) -> Mapping[str, int]:
        """
        List what begins like a text.

        Parameters
        ----------
        text : str
            In plain form.
        language, country : str or None
            Of the reader: wordings of other countries are left out, other languages come later.

        Returns
        -------
        Mapping[str, int]
            The wording by code: first those that begin as a whole like the text, in the reader's language,
            labels first, the shortest first.
        """
        if len(text) < _SHORTEST:
            return {}
        found = self._written
        for word in text.split():
            found = [each for each in found if f" {word}" in each[0]]
        ordered = sorted(
            (not written.startswith(f" {text}"), *self._rank(i, language), len(written), i)
            for written, i in found
            if self._is_read(i, country)
        )
        best: dict[str, int] = {}
        for *_, i in ordered:
            best.setdefault(self._entries[i].code or "", i)
        return best

    def _rank(self, i: int, language: str | None) -> tuple[bool, bool]:
        entry = self._entries[i]
        return entry.language != language, entry.text not in self._labels

    def _is_read(self, i: int, country: str | None) -> bool:
        countries = self._entries[i].countries
        return not countries or country in countries
