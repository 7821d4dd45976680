"""Looking into files that people send, before anything of them is kept."""

from web.inspection.inspector import inspect_file
from web.inspection.limits import LARGEST_FILE, MOST_PAGES
from web.inspection.names import clean_name
from web.inspection.verdicts import FileKind, Good, Refusal, RefusedError

__all__ = [
    "LARGEST_FILE",
    "MOST_PAGES",
    "FileKind",
    "Good",
    "Refusal",
    "RefusedError",
    "clean_name",
    "inspect_file",
]
