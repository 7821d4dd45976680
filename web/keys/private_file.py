"""Files that only the account of the service may read."""

from pathlib import Path

ONLY_US = 0o600


def make_private_file(path: Path) -> None:
    """Make an empty file with its folder, unless there is one; SQLite's files beside it follow it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(ONLY_US)
