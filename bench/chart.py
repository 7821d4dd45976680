"""A chart of lines with both axes logarithmic, as SVG that reads well on light and dark paper."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 820, 460
LEFT, RIGHT, TOP, BOTTOM = 76, 210, 34, 44
LEAST_GAP = 15
"""Pixels between two names at the ends of lines."""
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600 }
.grid { stroke: #ddd }
.line { fill: none; stroke: #7a8794; stroke-width: 1.5 }
.point { fill: #7a8794 }
.line.main { stroke: #0b6e4f; stroke-width: 3 }
.point.main { fill: #0b6e4f }
text.main { fill: #0b6e4f; font-weight: 600 }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd } .grid { stroke: #444 } .line { stroke: #93a1ae } .point { fill: #93a1ae }
  .line.main { stroke: #5fd3a6 } .point.main, text.main { fill: #5fd3a6 }
}
"""


@dataclass(frozen=True)
class Line:
    """One line and its name."""

    name: str
    points: Sequence[tuple[float, float]]
    """At least one; all values above 0."""
    is_main: bool = False


def log_chart(title: str, lines: Sequence[Line], across: str, up: str) -> str:
    """Draw lines, each named at its end."""
    xs = [x for line in lines for x, _ in line.points]
    ys = [y for line in lines for _, y in line.points]
    wide, high = _Scale(LEFT, WIDTH - RIGHT, *_decades(xs)), _Scale(HEIGHT - BOTTOM, TOP, *_decades(ys))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        f'<text class="title" x="{LEFT}" y="18">{escape(title)}</text>',
        *_grid(wide, high, across, up),
        *(part for line in lines for part in _line(line, wide, high)),
        *_names(lines, wide, high),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


@dataclass(frozen=True)
class _Scale:
    """From powers of ten to pixels."""

    start: float
    end: float
    first: int
    last: int

    def __call__(self, value: float) -> float:
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        return [10.0**power for power in range(self.first, self.last + 1)]


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Give the powers of ten around some values, at least one apart."""
    first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return first, max(last, first + 1)


def _grid(wide: _Scale, high: _Scale, across: str, up: str) -> Iterator[str]:
    for tick in wide.ticks:
        x = wide(tick)
        yield f'<line class="grid" x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{tick:,.0f}</text>'
    for tick in high.ticks:
        y = high(tick)
        yield f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick:,.10g} {up}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{escape(across)}</text>'


def _line(line: Line, wide: _Scale, high: _Scale) -> Iterator[str]:
    kind = " main" if line.is_main else ""
    places = [(wide(x), high(y)) for x, y in line.points]
    yield f'<polyline class="line{kind}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'
    for x, y in places:
        yield f'<circle class="point{kind}" cx="{x}" cy="{y}" r="3"/>'


def _names(lines: Sequence[Line], wide: _Scale, high: _Scale) -> Iterator[str]:
    """Write the names at the ends, pushed apart where they would touch."""
    lowest = -math.inf
    for line in sorted(lines, key=lambda each: high(each.points[-1][1])):
        x, y = line.points[-1]
        lowest = max(high(y) + 4, lowest + LEAST_GAP)
        kind = ' class="main"' if line.is_main else ""
        text = f"{line.name}, {y:.3g}"
        yield f'<text{kind} x="{wide(x) + 8}" y="{round(lowest, 1)}">{escape(text)}</text>'
