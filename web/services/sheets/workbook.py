"""XLSX and its relatives: the first sheet that holds anything."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from web.services.sheets.rows import SheetError, SheetRow, clean_cell

_MEGABYTE = 1 << 20
MOST_UNPACKED = 400 * _MEGABYTE

CellValue = int | float | str | bool | date | time | datetime | timedelta


def read_workbook(path: Path) -> Iterator[SheetRow]:
    """Read the first sheet of a workbook that has rows."""
    try:
        _check_size(path)
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            if sheet.total_height:
                for line, cells in enumerate(sheet.iter_rows(), start=1):
                    yield SheetRow(line, [cell_text(cell) for cell in cells])
                return
    except (CalamineError, zipfile.BadZipFile) as error:
        raise SheetError(f"the file is no workbook that can be read: {error}") from error


def _check_size(path: Path) -> None:
    """Refuse a workbook that unpacks to more than a server should hold."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MOST_UNPACKED:
        raise SheetError(
            f"the workbook unpacks to {unpacked // _MEGABYTE} MB, more than {MOST_UNPACKED // _MEGABYTE}. "
            "Save the sheet as CSV."
        )


def cell_text(value: CellValue) -> str:
    """Write a cell as a person would: 12 instead of 12.0, dates as 2027-03-03."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return clean_cell(str(value))
