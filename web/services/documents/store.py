"""Where the files themselves lie: the one place that writes, reads and deletes them."""

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

# What is begun and not finished yet; a name of ours never has it.
UNFINISHED = ".part"
ONLY_US = 0o600
FOLDER_ONLY_US = 0o700


class FileLostError(LookupError):
    """There is no file of this name any more."""


class DocumentStore:
    """A folder of files under names that say nothing: 256 bits of chance each, in 256 folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, content: bytes) -> str:
        """Keep a file for good and give its key: it is on the disk, whole, before anybody hears of it."""
        key = secrets.token_hex(32)
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True, mode=FOLDER_ONLY_US)
        unfinished = path.with_suffix(UNFINISHED)
        try:
            with open(unfinished, "xb", opener=_open_for_us) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        return key

    def read(self, key: str) -> bytes:
        """Read a file."""
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError:
            raise FileLostError(key) from None

    def delete(self, key: str) -> None:
        """Delete a file; that it is gone already is no mistake."""
        self._path(key).unlink(missing_ok=True)

    def list_keys(self, *, older_than: datetime | None = None) -> Iterator[str]:
        """List the files, finished or not; or those that were written before a moment."""
        for path in self.folder.glob("??/*"):
            # Somebody may delete one while we look.
            with suppress(FileNotFoundError):
                written_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                if older_than is None or written_at < older_than:
                    yield path.name

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def _open_for_us(path: str, flags: int) -> int:
    return os.open(path, flags, ONLY_US)


def _sync_folder(folder: Path) -> None:
    # A name is lost with the power unless its folder is on the disk too.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
