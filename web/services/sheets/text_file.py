"""CSV as it comes: comma, semicolon or tab; UTF-8 with or without its mark, UTF-16, or Windows-1252."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from web.services.sheets.rows import SheetError, SheetRow, clean_cell

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DELIMITERS = ",;\t|"
_BLOCK = 1 << 20
LONGEST_CELL = 20_000
# In narrower tables an address of two lines looks like two rows.
_FEWEST_COLUMNS = 3


def read_text_file(path: Path) -> Iterator[SheetRow]:
    """Read a CSV file row by row."""
    encoding = _encoding(path)
    csv.field_size_limit(LONGEST_CELL)
    begins = 1
    with path.open(encoding=encoding, newline="") as lines:
        try:
            delimiter = _delimiter(lines.readline(_BLOCK))
            lines.seek(0)
            # Strict: a mark that is not closed would make the rows below it part of one cell.
            reader = csv.reader(lines, delimiter=delimiter, strict=True)
            width = 0
            for cells in reader:
                width = max(width, len(cells))
                _refuse_swallowed_rows(cells, delimiter, width)
                yield SheetRow(begins, [clean_cell(cell) for cell in cells])
                begins = reader.line_num + 1
        except csv.Error as error:
            raise SheetError(f"line {begins}: {error}. Is a quotation mark missing?") from error
        except UnicodeDecodeError as error:
            raise SheetError(
                f"after line {begins} there are bytes that are not {encoding}. Save the file as CSV UTF-8."
            ) from error


def _refuse_swallowed_rows(cells: list[str], delimiter: str, width: int) -> None:
    """Refuse a cell that holds a whole row: a mark further down has closed it, so its rows look right."""
    for cell in cells:
        if "\n" in cell and width >= _FEWEST_COLUMNS and cell.count(delimiter) >= width - 1:
            raise csv.Error("one cell holds the rows below it")


def _encoding(path: Path) -> str:
    """Try UTF-8 on the whole file: one wrong byte, and it is the encoding of older spreadsheets."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        start = file.read(_BLOCK)
        for mark, encoding in _MARKS.items():
            if start.startswith(mark):
                return encoding
        try:
            decoder.decode(start)
            while block := file.read(_BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _delimiter(first_line: str) -> str:
    outside_quotes = "".join(first_line.split('"')[::2])
    return max(_DELIMITERS, key=outside_quotes.count)
