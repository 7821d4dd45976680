"""XLSX and its relatives: the first sheet that holds anything.

The library keeps a whole sheet in memory, and a file of a few lines can claim to be as large as a sheet may
be. So it works in a process of its own, which may only take so much and hands the rows over.
"""

import multiprocessing
import resource
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from web.services.sheets.rows import SheetError, SheetRow, clean_cell

_MEGABYTE = 1 << 20
MOST_UNPACKED = 400 * _MEGABYTE
MOST_MEMORY = 1024 * _MEGABYTE
ROWS_AT_ONCE = 1_000

CellValue = int | float | str | bool | date | time | datetime | timedelta


def read_workbook(path: Path) -> Iterator[SheetRow]:
    """Read the first sheet of a workbook that has rows."""
    _check_size(path)
    processes = multiprocessing.get_context("spawn")
    here, there = processes.Pipe(duplex=False)
    reader = processes.Process(target=_send_rows, args=(path, there), daemon=True)
    reader.start()
    there.close()
    with closing(here):
        try:
            yield from _receive_rows(here)
        finally:
            reader.terminate()
            reader.join()


def _receive_rows(rows: Connection) -> Iterator[SheetRow]:
    try:
        while batch := rows.recv():
            if isinstance(batch, SheetError):
                raise batch
            yield from batch
    except EOFError as error:
        raise SheetError(
            f"the workbook needs more than {MOST_MEMORY // _MEGABYTE} MB to read. Save the sheet as CSV."
        ) from error


def _send_rows(path: Path, rows: Connection) -> None:
    """Read in the process of its own: batches of rows, or why there are none, and then nothing."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        reading = _read_rows(path)
        while batch := list(islice(reading, ROWS_AT_ONCE)):
            rows.send(batch)
    except (CalamineError, zipfile.BadZipFile) as error:
        rows.send(SheetError(f"the file is no workbook that can be read: {error}"))
    rows.send([])


def _read_rows(path: Path) -> Iterator[SheetRow]:
    workbook = CalamineWorkbook.from_path(path)
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.total_height:
            for line, cells in enumerate(sheet.iter_rows(), start=1):
                yield SheetRow(line, [cell_text(cell) for cell in cells])
            return


def _check_size(path: Path) -> None:
    """Refuse a workbook that unpacks to more than a server should hold."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise SheetError(f"the file is no workbook that can be read: {error}") from error
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
