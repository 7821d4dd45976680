"""What both kinds of file give: rows of text with the line they came from."""

import unicodedata
from dataclasses import dataclass

from web.services.errors import InvalidError


class SheetError(InvalidError):
    """The file cannot be read at all; `words` say why and what to do."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the line of the file it begins on, and its cells as text."""

    line: int
    cells: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(self.cells)


def clean_cell(text: str) -> str:
    """Give the text of a cell with single blanks, and without marks nobody sees such as soft hyphens."""
    spaced = " ".join(text.split())
    if spaced.isprintable():
        return spaced
    return "".join(letter for letter in spaced if unicodedata.category(letter) != "Cf")
