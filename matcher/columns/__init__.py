"""People as columns of numbers: what gates and criteria read when they look at everybody at once."""

from matcher.columns.columns import Columns
from matcher.columns.numbers import Numbers
from matcher.columns.ragged import Entries, Ragged, Rows, among

__all__ = ["Columns", "Entries", "Numbers", "Ragged", "Rows", "among"]
