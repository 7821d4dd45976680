"""What memory a pool needs, in a process of its own; prints JSON.

python -m bench.engine_memory --people 100000
"""

import argparse
import ctypes
import gc
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from types import FunctionType, ModuleType

import numpy as np

from bench.population import World
from matcher import Pool, Vocabulary, rank

_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Build a pool of people drawn one after the other, who are nowhere else, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    people = parser.parse_args().people
    vocabulary = Vocabulary.load()
    world = World(vocabulary)
    # What is loaded or remembered at the first use of anything is not the pool's.
    rank(next(world.positions(1)), Pool.from_candidates(world.people(100), vocabulary))
    before = resident()
    began = time.perf_counter()
    pool = Pool.from_candidates(world.people(people), vocabulary)
    pool.prepare()
    seconds = time.perf_counter() - began
    after = resident()
    print(
        json.dumps(
            {
                "resident": (after - before) / people,
                "arrays": array_bytes(pool) / people,
                "seconds_with_drawing": seconds,
            }
        )
    )


def resident() -> int:
    """Say how many bytes of memory the process holds, after giving back what it does not use."""
    gc.collect()
    with suppress(OSError):  # another C library keeps what it keeps
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE


def array_bytes(root: object) -> int:
    """Add up the arrays of numpy that can be reached from an object; parts of others count once."""
    seen, found, left = set[int](), 0, [root]
    while left:
        each = left.pop()
        if id(each) in seen or isinstance(each, type | ModuleType | FunctionType | Vocabulary):
            continue
        seen.add(id(each))
        if isinstance(each, np.ndarray):
            if isinstance(each.base, np.ndarray):
                left.append(each.base)
            else:
                found += each.nbytes
        # Arrays that hold no objects are not followed by the collector, and need not be.
        left += gc.get_referents(each)
    return found


if __name__ == "__main__":
    main()
