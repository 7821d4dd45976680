"""Several processes of one machine over one file of people.

Every process maps the same file, so the people stand in memory once, and takes every so-manieth position:
each ranks the whole pool, and there is nothing to merge. Parts of the pool would cost each position its fixed
effort once a process.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from matcher.partition import Shortlist, match_partition
from matcher.pool import Pool
from matcher.snapshot import open_pool
from matcher.types import Position
from matcher.vocabulary import Vocabulary

_opened: list[Pool] = []


class ProcessExecutor:
    """Ranks in several processes.

    Parameters
    ----------
    snapshot : Path
        A file that `save_pool` wrote.
    processes : int
        How many.
    esco : Path, optional
        The folder of the ESCO download the pool was coded with.
    """

    def __init__(self, snapshot: Path, processes: int, esco: Path | None = None) -> None:
        self._processes = processes
        self._pool = ProcessPoolExecutor(
            processes, mp_context=get_context("spawn"), initializer=_open, initargs=(snapshot, esco)
        )

    def shortlists(self, positions: Sequence[Position], k: int = 50) -> list[Shortlist]:
        """Return the best `k` for each position, in the order of the positions."""
        shares = [positions[i :: self._processes] for i in range(self._processes)]
        found = list(self._pool.map(_match, shares, repeat(k)))
        return [found[i % self._processes][i // self._processes] for i in range(len(positions))]

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown()


def _open(snapshot: Path, esco: Path | None) -> None:
    _opened[:] = [open_pool(snapshot, Vocabulary.load(esco))]


def _match(positions: Sequence[Position], k: int) -> list[Shortlist]:
    return match_partition(_opened[0], positions, k)
