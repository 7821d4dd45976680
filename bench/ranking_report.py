"""The figures of a run as lines to read, as JSON, and as a table of a page."""

import json
import re
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.machine import in_a_line
from bench.ranking_peers import OURS
from bench.ranking_peers.peer import LISTED

Run = dict[str, Any]
PAGE = "ranking.md"
_OPENING = """# A ranking beside what one would otherwise use

`python -m bench.ranking`: the same made-up people and positions for all, in one process, peer after peer
within each repeat. What stands between the markers is written by the bench (`--save docs/benchmarks`).
"""
_NOTE = f"""
*Times*: per position, the median of its repeats; then median, mean and 95th percentile over positions.
*Ratio*: to ours on the same positions; slow peers are asked fewer, evenly spread. *Recall*: share of the
exact first {LISTED} that a peer lists; each puts people of equal points in an order of its own. *Eligible
alike*: of the people that either finds eligible for some of the positions, those that both find.
*Prepared*: from rows already read, without drawing the people.
"""


def print_run(run: Run) -> None:
    """Print one run."""
    print(f"\n{run['people']:,} people, {run['positions']:,} positions, {run['repeats']} repeats")
    print(f"{in_a_line(run['machine'])}\n{first_pass(run)}\n{listed(run)}")
    head = (
        "median ms",
        "mean ms",
        "p95 ms",
        "x median",
        "x mean",
        "recall",
        "alike",
        "asked",
        "prep s",
        "B/profile",
    )
    print(f"{'':<28}" + "".join(f"{each:>11}" for each in head))
    for figures in run["peers"].values():
        print(f"{figures['name']:<28}" + "".join(f"{each:>11}" for each in cells(figures)))


def table(run: Run) -> str:
    """Write one run in Markdown."""
    head = (
        "way", "median ms", "mean ms", "p95 ms", "ratio of medians", "of means", "recall", "eligible alike",
        "positions", "prepared s", "bytes a profile",
    )  # fmt: skip
    size = f"{run['people']:,} people, {run['positions']:,} positions, {run['repeats']} repeats"
    lines = [
        f"{size}; {in_a_line(run['machine'])}. {first_pass(run)} {listed(run)}\n",
        _row(head),
        _row(["---", *["--:"] * (len(head) - 1)]),
        *(_row([figures["name"], *cells(figures)]) for figures in run["peers"].values()),
        "",
        *(f"- **{figures['name']}**: {figures['does']}." for figures in run["peers"].values()),
    ]
    return "\n".join(lines) + f"\n{_NOTE}"


def growth_table(runs: Sequence[Run]) -> str:
    """Write the mean times of several sizes in Markdown."""
    names = list(runs[0]["peers"])
    lines = [
        f"Mean ms per position; {runs[0]['positions']:,} positions; {in_a_line(runs[0]['machine'])}.\n",
        _row(["people", *(runs[0]["peers"][name]["name"] for name in names)]),
        _row(["--:"] * (len(names) + 1)),
        *(
            _row([f"{run['people']:,}", *(_number(run["peers"][name]["mean"]) for name in names)])
            for run in runs
        ),
    ]
    plot = "![Milliseconds per position over the number of people, both axes logarithmic](ranking-growth.svg)"
    return "\n".join([*lines, "", plot, ""])


def first_pass(run: Run) -> str:
    """Say how long ours took when every position was new to it."""
    warm, cold = run["peers"][OURS], run["first_pass"]
    return (
        f"Ours with nothing remembered, every position for the first time: median"
        f" {_number(statistics.median(cold))} ms, mean {_number(statistics.fmean(cold))} ms;"
        f" the first of all {_number(cold[0])} ms; when asked again {_number(warm['median'])} and"
        f" {_number(warm['mean'])} ms."
    )


def listed(run: Run) -> str:
    """Say how selective the positions are."""
    counts = run["listed"]
    return (
        f"{sum(count == 0 for count in counts):,} positions nobody may fill for sure,"
        f" {sum(0 < count < LISTED for count in counts):,} fewer than {LISTED} people."
    )


def cells(figures: dict[str, Any]) -> list[str]:
    """Write the figures of one peer."""
    size = figures["bytes_per_profile"]
    return [
        *(_number(figures[name]) for name in ("median", "mean", "p95", "ratio_of_medians", "ratio_of_means")),
        *("" if figures[name] is None else f"{figures[name]:.3f}" for name in ("recall", "agreement")),
        f"{figures['positions']:,}",
        _number(figures["seconds_to_prepare"]),
        "" if size is None else f"{size:,.0f}",
    ]


def save(folder: Path, name: str, figures: Run, text: str) -> None:
    """Write the raw figures beside the page, and the table into it between its markers."""
    (folder / f"{name}.json").write_text(written(figures) + "\n", "utf-8")
    page = folder / PAGE
    page.write_text(
        between_markers(page.read_text("utf-8") if page.exists() else _OPENING, name, text), "utf-8"
    )


def written(figures: Run) -> str:
    """Write figures as JSON, each list of numbers on one line.

    Examples
    --------
    >>> print(written({"listed": [50, 1], "people": 3}))
    {
     "listed": [50, 1],
     "people": 3
    }
    """
    numbers = re.compile(r"\[\s+([\d.,\s-]+?)\s+\]")
    return numbers.sub(lambda found: f"[{' '.join(found[1].split())}]", json.dumps(figures, indent=1))


def between_markers(page: str, name: str, text: str) -> str:
    """Put a text between the markers of a name, at the end of the page if it has none.

    Examples
    --------
    >>> page = between_markers("# Page", "a", "old")
    >>> print(between_markers(page, "a", "new"))
    # Page
    <BLANKLINE>
    <!-- a -->
    new
    <!-- end of a -->
    <BLANKLINE>
    """
    opening, closing = f"<!-- {name} -->", f"<!-- end of {name} -->"
    block = f"{opening}\n{text.strip()}\n{closing}"
    found = re.compile(f"{re.escape(opening)}.*?{re.escape(closing)}", re.DOTALL)
    if found.search(page):
        return found.sub(lambda _: block, page, count=1)
    return f"{page.rstrip()}\n\n{block}\n"


def _row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _number(value: float) -> str:
    """Write three figures that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"
