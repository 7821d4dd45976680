"""Reads the tab-separated data files."""

from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "fr", "pt")


class TableError(ValueError):
    """A data file breaks its own form; the message names file, line and rule."""


def rows(name: str, folder: Path = DATA) -> Iterator[dict[str, str]]:
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
    dict
        Cells by column name; lines that start with "#" and empty lines are skipped.

    Raises
    ------
    TableError
        If a line has more or fewer cells than the header.

    Examples
    --------
    >>> next(rows("occupations.tsv"))["code"]
    '1342'
    """
    header: list[str] = []
    for number, line in enumerate((folder / name).read_text("utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise TableError(f"{name}, line {number}: {len(cells)} cells, the header has {len(header)}")
        else:
            yield dict(zip(header, cells, strict=True))


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
