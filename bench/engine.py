"""Figures of the engine alone: memory, building, changing one profile, many positions.

python -m bench.engine --people 100000 [--positions 1000] [--save FILE]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.machine import describe, in_a_line
from bench.population import World
from matcher import Candidate, Pool, Position, Vocabulary, rank
from matcher.executors import ProcessExecutor
from matcher.snapshot import open_pool, save_pool

CHANGES = 1_000
REPEATS = 3
LISTED_EVERY = 20
"""Changes between two lists."""
Figures = dict[str, float]


@dataclass(frozen=True)
class Stage:
    """The people and positions of a run."""

    people: int
    asked: int

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What codes mean."""
        return Vocabulary.load()

    @cached_property
    def candidates(self) -> Sequence[Candidate]:
        """Everybody."""
        return list(World(self.vocabulary).people(self.people))

    @cached_property
    def positions(self) -> Sequence[Position]:
        """All that is asked."""
        return list(World(self.vocabulary).positions(self.asked))

    @cached_property
    def pool(self) -> Pool:
        """Everybody in columns."""
        pool = Pool.from_candidates(self.candidates, self.vocabulary)
        pool.prepare()
        return pool


def memory(stage: Stage) -> Figures:
    """Measure the bytes of a profile, in a process that holds nothing else."""
    command = [sys.executable, "-m", "bench.engine_memory", "--people", str(stage.people)]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {
        "bytes a profile, resident": found["resident"],
        "bytes a profile, arrays alone": found["arrays"],
    }


def building(stage: Stage) -> Figures:
    """Measure how long a pool takes to be made from people who are there already."""
    people, vocabulary = stage.candidates, stage.vocabulary
    began = time.perf_counter()
    pool = Pool.from_candidates(people, vocabulary)
    laid_out = time.perf_counter()
    pool.prepare()
    return {
        "s to build from an iterable": time.perf_counter() - began,
        "of these s in Pool.prepare": time.perf_counter() - laid_out,
    }


def changing(stage: Stage) -> Figures:
    """Measure what one changed profile costs, and what it costs the next who asks."""
    position = stage.positions[0]
    rank(position, stage.pool)
    pool, updates, lists = stage.pool, [], []
    for i in range(CHANGES):
        person = stage.candidates[i * len(stage.candidates) // CHANGES]
        changed = replace(person, max_weeks=(person.max_weeks or 0) + 1)
        began = time.perf_counter()
        pool = pool.replace(changed)
        updates.append(time.perf_counter() - began)
        if i % LISTED_EVERY == 0:
            lists.append(_seconds(partial(rank, position, pool)))
    unchanged = [_seconds(partial(rank, position, stage.pool)) for _ in lists]
    return {
        "us to change a profile, median": 1e6 * statistics.median(updates),
        "us to change a profile, mean": 1e6 * statistics.fmean(updates),
        "us for a list right after a change, median": 1e6 * statistics.median(lists),
        "us for the same list of an unchanged pool": 1e6 * statistics.median(unchanged),
    }


def ranking(stage: Stage) -> Figures:
    """Measure all positions over everybody in one process, twice."""
    _ = stage.pool
    passes = [
        _seconds(lambda: [rank(position, stage.pool, limit=50) for position in stage.positions])
        for _ in range(2)
    ]
    return {
        f"s for {stage.asked:,} positions, first pass": passes[0],
        f"s for {stage.asked:,} positions, second pass": passes[1],
    }


def snapshot(stage: Stage) -> Figures:
    """Measure a pool written to a file and opened again."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "people"
        saved = _seconds(partial(save_pool, stage.pool, file))
        size = file.stat().st_size
        opened = statistics.median(
            _seconds(partial(open_pool, file, stage.vocabulary)) for _ in range(REPEATS)
        )
        pool = open_pool(file, stage.vocabulary)
        first = _seconds(lambda: list(rank(stage.positions[0], pool).matches))
    return {
        "s to write a snapshot": saved,
        "bytes a profile in the snapshot": size / stage.people,
        "ms to open a snapshot": 1e3 * opened,
        "ms for the first list after it": 1e3 * first,
    }


def processes(stage: Stage) -> Figures:
    """Measure all positions in one process and in two, over one file, after each has seen them once."""
    figures: Figures = {}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "people"
        save_pool(stage.pool, file)
        for count in (1, 2):
            executor = ProcessExecutor(file, count)
            executor.shortlists(stage.positions)
            times = [_seconds(partial(executor.shortlists, stage.positions)) for _ in range(REPEATS)]
            executor.close()
            figures[f"s for {stage.asked:,} shortlists, processes: {count}"] = statistics.median(times)
    one, two = figures.values()
    return {**figures, "times as quick with two": one / two}


MEASURES: Sequence[Callable[[Stage], Figures]] = (
    memory,
    building,
    changing,
    ranking,
    snapshot,
    processes,
)
"""One function each; a new one is printed and saved with the others."""


def main() -> None:
    """Measure, print, and save if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--positions", type=int, default=1_000)
    parser.add_argument("--save", type=Path, help="a file for the raw figures, as JSON")
    given = parser.parse_args()
    stage, machine = Stage(given.people, given.positions), describe()
    print(f"{given.people:,} people; {in_a_line(machine)}")
    found: Figures = {}
    for measure in MEASURES:
        figures = measure(stage)
        for name, value in figures.items():
            print(f"{name:<50}{value:>14,.3f}")
        found |= figures
    if given.save:
        run = {"machine": machine, "people": given.people, "positions": given.positions, "figures": found}
        given.save.write_text(json.dumps(run, indent=1) + "\n", "utf-8")


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
