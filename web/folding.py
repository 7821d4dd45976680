"""Words as people type them, made comparable: no case, no accents, no punctuation."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")
# Letters that stand on their own in Unicode, and that keyboards abroad do not have.
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ɛ": "e", "ɔ": "o", "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y"}
)


def fold(text: str) -> str:
    """Give the words of a text in small plain letters, one blank between them."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare).strip()
