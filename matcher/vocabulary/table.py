"""Reads the tab-separated data files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn, TypeVar

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "fr", "pt")
_PERCENTAGE = re.compile(r"[1-9][0-9]?")


class TableError(ValueError):
    """A data file breaks its own form; the message names file, line and rule."""


T = TypeVar("T")


class Row(dict[str, str]):
    """
    One line of a data file: its cells by column name.

    Parameters
    ----------
    cells : Mapping[str, str]
        Cells by column name.
    file : str
        Name of the file, for messages.
    number : int
        Number of the line in it, from 1.

    Examples
    --------
    >>> Row({"state": "maybe"}, "fits.tsv", 3).choice("state", {"no": "no"})
    Traceback (most recent call last):
    ...
    matcher.vocabulary.table.TableError: fits.tsv, line 3: state must not be 'maybe'
    """

    def __init__(self, cells: Mapping[str, str], file: str, number: int) -> None:
        super().__init__(cells)
        self._file = file
        self._number = number

    def __missing__(self, column: str) -> NoReturn:
        """Tell which column the header lacks."""
        raise TableError(f"{self._file} has no column {column}")

    def choice(self, column: str, known: Mapping[str, T]) -> T:
        """
        Give what a cell stands for.

        Parameters
        ----------
        column : str
            Name of the column.
        known : Mapping
            What may stand there, and what each stands for.

        Returns
        -------
        object
            The value of the cell in `known`.

        Raises
        ------
        TableError
            If the cell holds something else.
        """
        if self[column] not in known:
            raise self.fault(f"{column} must not be '{self[column]}'")
        return known[self[column]]

    def percentage(self, column: str, text: str) -> int:
        """
        Read a whole number from 1 to 99 that stands in a cell or in a part of it.

        Parameters
        ----------
        column : str
            Name of the column, for the message.
        text : str
            What stands there.

        Returns
        -------
        int
            The number.

        Raises
        ------
        TableError
            If it is anything else.
        """
        if _PERCENTAGE.fullmatch(text):
            return int(text)
        raise self.fault(f"{column} must hold numbers from 1 to 99, not '{text}'")

    def fault(self, rule: str) -> TableError:
        """
        Name the line in an error.

        Parameters
        ----------
        rule : str
            What is wrong with the line.

        Returns
        -------
        TableError
            To be raised.
        """
        return TableError(f"{self._file}, line {self._number}: {rule}")


def rows(name: str, folder: Path = DATA) -> Iterator[Row]:
    """
    Read one data file line by line.

    Parameters
    ----------
    name : str
        File name, such as "occupations.tsv".
    folder : Path
        Where the file lies.

    Yields
    ------
    Row
        Cells by column name; lines that start with "#" and empty lines are skipped.

    Raises
    ------
    TableError
        If the file is missing or not UTF-8, or a line has more or fewer cells than the header.

    Examples
    --------
    >>> next(rows("occupations.tsv"))["code"]
    '1342'
    """
    header: list[str] = []
    for number, line in enumerate(_text(folder / name).split("\n"), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise TableError(f"{name}, line {number}: {len(cells)} cells, the header has {len(header)}")
        else:
            yield Row(dict(zip(header, cells, strict=True)), name, number)


def _text(file: Path) -> str:
    """Read a file however an editor saves it: with a byte order mark, with line ends of Windows."""
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(f"{file.name} is not UTF-8") from error
    except FileNotFoundError as error:
        raise TableError(f"{file.name} is missing") from error


def items(cell: str) -> tuple[str, ...]:
    """
    Split a cell that holds several values.

    Parameters
    ----------
    cell : str
        Values separated by semicolons.

    Returns
    -------
    tuple of str
        The values without blanks around them.

    Examples
    --------
    >>> items("nurse; registered nurse")
    ('nurse', 'registered nurse')
    """
    return tuple(part for raw in cell.split(";") if (part := raw.strip()))
