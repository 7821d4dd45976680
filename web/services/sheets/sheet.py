"""Reading a file of either kind."""

from collections.abc import Iterator
from pathlib import Path

from web.services.sheets.rows import SheetRow
from web.services.sheets.text_file import read_text_file
from web.services.sheets.workbook import read_workbook

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"})


def read_sheet(path: Path) -> Iterator[SheetRow]:
    """Read a CSV file or a workbook, told apart by its ending, without its empty rows."""
    read = read_workbook if path.suffix.lower() in _WORKBOOKS else read_text_file
    return (row for row in read(path) if not row.is_empty)
