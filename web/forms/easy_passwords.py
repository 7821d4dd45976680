"""Which passwords are tried first: words everybody knows, rows of keys, and the same again and again.

A list of leaked passwords holds hardly any of fifteen characters. What people make of the short ones on it to
fill fifteen has a pattern, and the pattern is looked for here.
"""

import re
import unicodedata

from web.accounts import LONGEST_PASSWORD

# What is left of a password without the parts anybody would guess has at least so many letters.
LEAST_LEFT = 6
LEAST_DIFFERENT = 5
SHORTEST_ROW = 4

ROWS = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("abcdefghijklmnopqrstuvwxyz", "01234567890"),
)
WORDS = (
    *("password", "passwort", "motdepasse", "palavrapasse", "senha", "secret", "letmein", "changeme"),
    *("default", "welcome", "bienvenue", "bonjour", "bemvindo", "iloveyou", "jetaime", "admin", "login"),
    *("monkey", "dragon", "football", "master", "soleil", "doudou", "princess", "superman", "sunshine"),
    *("sankofa", "doctor", "docteur", "nurse", "infirmier", "infirmiere", "hospital", "hopital"),
)
LOOKALIKES = str.maketrans("@431057$!", "aaeiostsi")
REPEATED = re.compile(r"(.+?)\1+")


def is_easy(password: str) -> bool:
    """Say whether a password is one of the first that somebody would try."""
    letters = _letters_of(password)
    readings = (letters, letters.translate(LOOKALIKES))
    return len(set(letters)) < LEAST_DIFFERENT or any(len(_left_of(each)) < LEAST_LEFT for each in readings)


def _letters_of(password: str) -> str:
    bare = unicodedata.normalize("NFKD", password.casefold())
    # One letter may stand for eighteen, and repeats of many letters take long to find.
    return "".join(letter for letter in bare if letter.isalnum() or letter in "@$!")[:LONGEST_PASSWORD]


def _left_of(letters: str) -> str:
    """Take out words and rows of keys, and of what is repeated all but the first."""
    return REPEATED.sub(r"\1", _GUESSED.sub("", letters))


def _pieces(row: str) -> set[str]:
    """List the parts of a row of keys, there and back."""
    ends = [(start, end) for start in range(len(row)) for end in range(start + SHORTEST_ROW, len(row) + 1)]
    return {way[start:end] for way in (row, row[::-1]) for start, end in ends}


_GUESSED = re.compile("|".join(sorted(set(WORDS).union(*map(_pieces, ROWS)), key=len, reverse=True)))
