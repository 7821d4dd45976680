"""One figure of an attack: what was measured, and how far it may go."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A value with its limits, both of them still good."""

    name: str
    value: float
    most: float
    least: float = 0.0

    @property
    def is_good(self) -> bool:
        """Say whether the value is within its limits."""
        return self.least <= self.value <= self.most

    def __str__(self) -> str:
        return f"{self.name} {_short(self.value)} {self.limit} {'ok' if self.is_good else 'FOUND'}"

    @property
    def limit(self) -> str:
        """The limits in short."""
        if self.most == float("inf"):
            return f">={_short(self.least)}"
        if self.least <= 0:
            return f"<={_short(self.most)}"
        return f"{_short(self.least)}-{_short(self.most)}"


def _short(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")
