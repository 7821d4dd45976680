"""The name somebody's file had on their device, made fit to be shown. Nothing is ever stored under it."""

import re
import unicodedata

LONGEST_NAME = 80
# Control and format characters (turns of direction among them), lone surrogates, line ends, private signs.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
FOLDERS = re.compile(r"[/\\]")
ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def clean_name(name: str) -> str:
    """Take folders, ending and all that cannot be seen off a name; nothing may be left."""
    last = FOLDERS.split(name)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in UNSEEN)
    plain = " ".join(ENDING.sub("", unicodedata.normalize("NFC", seen)).split())
    return plain[:LONGEST_NAME].strip(". ")
