"""How the time per position grows with the number of people, as a plot."""

from collections.abc import Sequence
from typing import Any

from bench.chart import Line, log_chart

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def plot(runs: Sequence[dict[str, Any]]) -> str:
    """Draw the mean time of each peer over the sizes of some runs, as SVG."""
    names = runs[0]["peers"]
    lines = [
        Line(
            each["name"],
            [(run["people"], run["peers"][name]["mean"]) for run in runs],
            is_main=name == next(iter(names)),
        )
        for name, each in names.items()
    ]
    return log_chart("Milliseconds per position over the number of people", lines, "people", "ms")
