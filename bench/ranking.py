"""How long a ranking takes beside what one would otherwise use, and what the others miss.

    python -m bench.ranking --people 100000 --positions 1000 --repeats 3 [--peers sqlite,duckdb] [--save DIR]
    python -m bench.ranking --growth [--peers sqlite,duckdb] [--save DIR]

One run, the same people and positions, one process: peer after peer within each repeat, medians over the
repeats of each position. Some peers need requirements-bench.txt. With --save, figures go to DIR as JSON and
into the tables of DIR/ranking.md; the growth also as a plot.
"""

import argparse
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.contest import Contest, Prepared
from bench.machine import describe
from bench.population import World
from bench.ranking_growth import SIZES, plot
from bench.ranking_peers import OURS, PLACES, QUICK, make
from bench.ranking_peers.crowd import Crowd
from bench.ranking_report import growth_table, print_run, save, table
from matcher import Vocabulary


@dataclass(frozen=True)
class Options:
    """What to measure."""

    people: int
    positions: int
    repeats: int
    seconds: float
    peers: Sequence[str]
    save: Path | None
    growth: bool
    sizes: Sequence[int]


def main() -> None:
    """Measure, print, and save if asked to."""
    options = read_options()
    if not options.growth:
        run = measure(options.people, options)
        print_run(run)
        if options.save:
            save(options.save, f"ranking-{options.people}", run, table(run))
        return
    runs = []
    for people in options.sizes:
        runs.append(measure(people, options))
        print_run(runs[-1])
        if options.save:  # after each size, as the largest takes long
            save(options.save, "ranking-growth", {"runs": runs}, growth_table(runs))
            (options.save / "ranking-growth.svg").write_text(plot(runs), "utf-8")


def read_options() -> Options:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--positions", type=int, default=1_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20, help="about how long a peer may take per repeat")
    parser.add_argument("--peers", help=f"some of {', '.join(PLACES)}")
    parser.add_argument("--save", type=Path, help="a folder, as docs/benchmarks")
    parser.add_argument("--growth", action="store_true", help="run all sizes with the quick peers")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="of the growth")
    given = vars(parser.parse_args())
    usual = QUICK if given["growth"] else tuple(PLACES)
    chosen = given["peers"].split(",") if given["peers"] else usual
    if unknown := set(chosen) - set(PLACES):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    sizes = tuple(int(size) for size in given["sizes"].split(","))
    return Options(**{**given, "peers": tuple(dict.fromkeys((OURS, *chosen))), "sizes": sizes})


def measure(people: int, options: Options) -> dict[str, Any]:
    """Draw the people, let every peer take them in, and time them all."""
    vocabulary = Vocabulary.load()
    world = World(vocabulary)
    crowd = Crowd(list(world.people(people)), vocabulary)
    _ = crowd.profiles  # made once, on nobody's time
    with ExitStack() as stack:
        peers = {name: prepare(name, crowd, stack) for name in options.peers}
        positions = list(world.positions(options.positions))
        contest = Contest(peers, positions, options.repeats, options.seconds)
        contest.run()
        return {
            "machine": describe(),
            "people": people,
            "positions": len(positions),
            "repeats": options.repeats,
            "listed": [len(each) for each in contest.lists[OURS].values()],
            "first_pass": contest.first_pass,
            "peers": {
                name: figures.to_json() for name, figures in zip(peers, contest.figures(people), strict=True)
            },
        }


def prepare(name: str, crowd: Crowd, stack: ExitStack) -> Prepared:
    """Make a peer and let it take in everybody."""
    peer = make(name)
    stack.callback(peer.close)
    began = time.perf_counter()
    peer.prepare(crowd)
    return Prepared(peer, time.perf_counter() - began)


if __name__ == "__main__":
    main()
