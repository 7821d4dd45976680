"""Reading the tables strangers send: CSV in the usual dialects and XLSX, row by row."""

from web.services.sheets.columns import Column, Columns, MissingColumnError, map_columns
from web.services.sheets.rows import SheetError, SheetRow
from web.services.sheets.sheet import read_sheet

__all__ = [
    "Column",
    "Columns",
    "MissingColumnError",
    "SheetError",
    "SheetRow",
    "map_columns",
    "read_sheet",
]
