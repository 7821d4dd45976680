"""Many machines: each actor holds one large part of the pool and keeps it.

Needs requirements-cluster.txt. Without an address Ray starts on this machine alone; with that of a running
cluster the actors spread over its machines, each of which must find the file at the same path.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ray

from matcher.partition import Shortlist, match_partition, merge_topk, part_of
from matcher.snapshot import open_pool
from matcher.types import Position
from matcher.vocabulary import Vocabulary


class RayExecutor:
    """Ranks in actors of a Ray cluster.

    Parameters
    ----------
    snapshot : Path
        A file that `save_pool` wrote, at the same path on every machine.
    parts : int
        How many actors; few large parts are quicker than many small ones.
    address : str, optional
        Of a running cluster, such as ``ray://head:10001``; one is started here, unless given.
    esco : Path, optional
        The folder of the ESCO download the pool was coded with.
    """

    def __init__(
        self, snapshot: Path, parts: int, address: str | None = None, esco: Path | None = None
    ) -> None:
        ray.init(address, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
        holder: Any = ray.remote(_Part)
        self._parts = [holder.remote(snapshot, number, parts, esco) for number in range(parts)]

    def shortlists(self, positions: Sequence[Position], k: int = 50) -> list[Shortlist]:
        """Return the best `k` for each position, in the order of the positions."""
        asked = ray.put(tuple(positions))
        found = ray.get([part.match.remote(asked, k) for part in self._parts])
        return [merge_topk(shortlists, k) for shortlists in zip(*found, strict=True)]

    def close(self) -> None:
        """Leave the cluster, which ends the actors, and end it if it was started here."""
        ray.shutdown()


class _Part:
    """One part of the pool, held by an actor."""

    def __init__(self, snapshot: Path, number: int, parts: int, esco: Path | None) -> None:
        self._pool = part_of(open_pool(snapshot, Vocabulary.load(esco)), number, parts)

    def match(self, positions: Sequence[Position], k: int) -> list[Shortlist]:
        """Return the shortlists of this part."""
        return match_partition(self._pool, positions, k)
