"""Keeps what was learnt from the vocabulary on disk, so that the next process need not learn it again.

The file is named after all that went into it, so a stale one is never read; it can be deleted at any time.
"""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]


def kept(parts: tuple[bytes, ...], learn: Callable[[], Array]) -> Array:
    """
    Give an array learnt before from the same data, or learn and keep it.

    Parameters
    ----------
    parts : tuple of bytes
        Everything the array follows from.
    learn : Callable[[], ndarray]
        Makes it; asked only if nothing is kept, or nothing that can be read.

    Returns
    -------
    ndarray
        Read-only where it was kept; its pages are shared between processes.
    """
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(blake2b(part, digest_size=16).digest())
    path = folder() / f"{digest.hexdigest()}.npy"
    try:
        found: Array = np.load(path, mmap_mode="r")
    except (OSError, ValueError, EOFError):
        found = learn()
        # No home to write to is no reason to stop: it is learnt anew the next time.
        with suppress(OSError):
            _write(path, found)
    # A plain view of the same pages: numpy's class for mapped files takes its time over every slice.
    return found.view(np.ndarray)


def folder() -> Path:
    """
    Say where it is kept: in the user's cache folder, as the XDG base directories have it.

    Returns
    -------
    Path
        It need not exist yet.
    """
    home = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
    return Path(home) / "sankofa"


def _write(path: Path, array: Array) -> None:
    """Write whole or not at all, whoever else writes the same at the same moment."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        np.save(file, array)
    Path(file.name).replace(path)
