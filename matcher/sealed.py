"""A file that begins with a checksum of all that follows, so that nothing in it changes unnoticed.

Its first line has 64 bytes: the layout, the checksum, and how many bytes follow.
"""

import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import numpy as np
from numpy.typing import NDArray

from matcher.errors import MatcherError

ALIGNED = 64
"""Every piece of a file begins at a multiple of so many bytes."""
_FIRST_LINE = re.compile(rb"([a-z ]+ \d+) ([0-9a-f]{8}) ([1-9]\d*) *\n")
_OTHER_RELEASE = "was written by another release"


class SnapshotError(MatcherError):
    """A file that is no snapshot, is spoilt, or is of another release or vocabulary."""

    def __init__(self, path: Path | str, rule: str) -> None:
        super().__init__(str(path), rule)


def aligned(size: int) -> int:
    """Return how many bytes a piece of some size takes."""
    return -(-size // ALIGNED) * ALIGNED


def write_sealed(path: Path, layout: str, pieces: Iterable[bytes]) -> None:
    """Write a file all at once: readers find the old one or the new one, whole; only the owner may read it.

    Parameters
    ----------
    path : Path
        Where.
    layout : str
        A name and a number, which says how the pieces are to be read.
    pieces : iterable of bytes
        Its content; the first ends with the only end of a line that it has.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            _write(file, layout, pieces)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def map_sealed(path: Path, layout: str) -> tuple[bytes, NDArray[np.uint8]]:
    """Map a file into memory, after reading all of it once.

    Returns
    -------
    bytes
        The first piece, which is a line.
    ndarray of uint8
        All other pieces.

    Raises
    ------
    SnapshotError
        If it is no such file, is of another layout, or is not what was written.
    OSError
        If it cannot be read.
    """
    with path.open("rb") as file:
        first = file.read(ALIGNED)
        found = _FIRST_LINE.fullmatch(first)
        if found is None or len(first) < ALIGNED:
            raise SnapshotError(path, _other(first, layout))
        if found[1] != layout.encode():
            raise SnapshotError(path, _OTHER_RELEASE)
        line = file.readline()
        rest: NDArray[np.uint8] = np.memmap(file, np.uint8, "r")[ALIGNED:]
    checksum, size = int(found[2], 16), int(found[3])
    if len(rest) < size:
        raise SnapshotError(path, "is cut off")
    if len(rest) > size or zlib.crc32(rest.data) != checksum:
        raise SnapshotError(path, "is spoilt: it is not what its checksum is of")
    return line, rest[aligned(len(line)) :]


def _other(first: bytes, layout: str) -> str:
    # The first layout had no checksum: it began with a line of JSON.
    name = layout.rpartition(" ")[0]
    is_old = first.startswith(f'{{"layout":"{name} '.encode())
    return _OTHER_RELEASE if is_old else "is not a pool"


def _write(file: IO[bytes], layout: str, pieces: Iterable[bytes]) -> None:
    file.write(_first_line(layout, 0, 0))
    checksum = size = 0
    for piece in pieces:
        padded = piece.ljust(aligned(len(piece)), b"\0")
        file.write(padded)
        checksum, size = zlib.crc32(padded, checksum), size + len(padded)
    file.seek(0)
    file.write(_first_line(layout, checksum, size))
    file.flush()


def _first_line(layout: str, checksum: int, size: int) -> bytes:
    return f"{layout} {checksum:08x} {size}".encode().ljust(ALIGNED - 1) + b"\n"
