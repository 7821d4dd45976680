"""Finding a facility by what people type: other languages, missing accents, typing mistakes.

First all names typed, written as stored; where that finds nothing, names with mistakes. A word with k
mistakes still holds one of any k + 1 pieces it is cut into, so the database looks for the pieces, and only
what holds one of them is compared letter by letter.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import fuzz, process
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from web.models.facility import Facility
from web.queries.facility_words import AskedWords, asked_words

LONGEST_TEXT = 200
MOST_EXACT = 400
MOST_COMPARED = 200

_LETTERS_A_MISTAKE = 4
_MOST_MISTAKES = 2
_LIKE_ENOUGH = 70
_SAME, _BEGINNING, _WITHIN = 100.0, 96.0, 85.0
_POINTS_OF_KINDS = 20.0
_POINTS_LOST_A_WORD = 0.3

_Text = tuple[int, str]


def search_facilities(
    session: Session, text: str, *, country: str | None = None, limit: int = 20
) -> list[Facility]:
    """Find the facilities that typed words may mean, the likeliest first."""
    asked = asked_words(text[:LONGEST_TEXT])
    if not asked.names and not asked.kinds:
        return []
    found = _ranked(asked, _with_every_name(session, asked, country))
    if not found and asked.names:
        found = _ranked(asked, _with_similar_names(session, asked, country))
    return _facilities(session, found[:limit])


def _with_every_name(session: Session, asked: AskedWords, country: str | None) -> list[_Text]:
    """List what holds all names, short texts first; where only kinds were typed, what holds those."""
    texts = _texts(country).order_by(func.length(Facility.search_text), Facility.id).limit(MOST_EXACT)
    for word in asked.names or asked.kinds:
        texts = texts.where(Facility.search_text.contains(word))
    return [(row.id, row.search_text) for row in session.execute(texts)]


def _with_similar_names(session: Session, asked: AskedWords, country: str | None) -> list[_Text]:
    """List what holds a piece of some name, and of that what looks most like all of them."""
    pieces = sorted({piece for name in asked.names for piece in _pieces(name)})
    texts = _texts(country).where(or_(*(Facility.search_text.contains(piece) for piece in pieces)))
    found = {row.id: row.search_text for row in session.execute(texts)}
    nearest = process.extract(
        " ".join(asked.names), found, scorer=fuzz.partial_token_ratio, limit=MOST_COMPARED
    )
    return [(facility_id, text) for text, _, facility_id in nearest]


def _texts(country: str | None) -> Select[int, str]:
    texts = select(Facility.id, Facility.search_text)
    return texts.where(Facility.country == country) if country else texts


def _pieces(word: str) -> list[str]:
    """Cut a word so that one piece survives the mistakes allowed in a word of its length."""
    marked = f" {word} "
    count = min(len(word) // _LETTERS_A_MISTAKE, _MOST_MISTAKES) + 1
    cuts = [len(marked) * number // count for number in range(count + 1)]
    return [marked[start:end] for start, end in pairwise(cuts)]


def _ranked(asked: AskedWords, texts: Iterable[_Text]) -> list[int]:
    scored = ((_likeness(asked, text.split()), facility_id) for facility_id, text in texts)
    return [facility_id for score, facility_id in sorted(scored, key=lambda s: (-s[0], s[1])) if score > 0]


def _likeness(asked: AskedWords, words: Sequence[str]) -> float:
    """Give 0 unless at least half of the names are there, in some form."""
    names = [_nearness(name, words) for name in asked.names or asked.kinds]
    average = sum(names) / len(names)
    if average < _LIKE_ENOUGH / 2:
        return 0.0
    kinds = sum(kind in words for kind in asked.kinds) / max(len(asked.kinds), 1)
    return average + _POINTS_OF_KINDS * kinds - _POINTS_LOST_A_WORD * len(words)


def _nearness(name: str, words: Sequence[str]) -> float:
    if name in words:
        return _SAME
    if any(word.startswith(name) for word in words):
        return _BEGINNING
    if any(name in word for word in words):
        return _WITHIN
    return max((fuzz.ratio(name, word, score_cutoff=_LIKE_ENOUGH) for word in words), default=0.0)


def _facilities(session: Session, ids: Sequence[int]) -> list[Facility]:
    place = {facility_id: at for at, facility_id in enumerate(ids)}
    found = session.scalars(select(Facility).where(Facility.id.in_(ids)))
    return sorted(found, key=lambda facility: place[facility.id])
