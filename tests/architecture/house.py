"""The house as its rules see it: files, syntax trees, templates."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "web" / "templates"
CODE = ("web", "matcher", "config.py", "wsgi.py")


@dataclass(frozen=True)
class Source:
    """One file: its name from the root of the house, and its text."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of Python code."""
        return ast.parse(self.text, self.name)


def read_code(*roots: str) -> list[Source]:
    """Read the Python files of the house, or of some of its rooms."""
    return [
        Source(str(path.relative_to(ROOT)), path.read_text("utf-8"))
        for root in roots or CODE
        for path in _python_files(ROOT / root)
    ]


def _python_files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    yield from sorted(path.rglob("*.py"))


def read_templates(*endings: str) -> list[Source]:
    """Read the templates with these endings."""
    return [
        Source(str(path.relative_to(TEMPLATES)), path.read_text("utf-8"))
        for path in sorted(TEMPLATES.rglob("*"))
        if path.suffix in endings
    ]
