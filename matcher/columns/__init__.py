"""People as columns of numbers: what gates and criteria read when they look at everybody at once."""

from matcher.columns.columns import Columns
from matcher.columns.index import Index
from matcher.columns.numbers import Numbers
from matcher.columns.ragged import Chosen, Entries, Ragged, Rows
from matcher.columns.sheet import Several, Sheet
from matcher.columns.table import Table

__all__ = ["Chosen", "Columns", "Entries", "Index", "Numbers", "Ragged", "Rows", "Several", "Sheet", "Table"]
