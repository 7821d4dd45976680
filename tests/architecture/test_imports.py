"""Arrows point down: import-linter's contracts, and no import hidden in a function."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, Source, read_code

LINTER = Path(sys.executable).with_name("lint-imports")


def lint_imports(place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache"], cwd=place, capture_output=True, text=True, check=False, timeout=120
    )


def test_contracts_are_kept():
    linted = lint_imports(ROOT)
    assert linted.returncode == 0, linted.stdout


FAULTS = {
    "a service that knows a view": (
        "web/services/audit.py",
        "from web.views import guards",
        "Arrows point down",
    ),
    "a query that knows a service": (
        "web/queries/users.py",
        "from web.services import audit",
        "Arrows point down",
    ),
    "a module without a layer": ("web/helpers.py", "", "Arrows point down"),
    "an engine that knows the database": (
        "matcher/pool.py",
        "import sqlalchemy",
        "The engine knows nothing",
    ),
    "a page that asks the engine itself": (
        "web/presenters/names.py",
        "import matcher",
        "Only the doors",
    ),
    "a service that knows HTTP": ("web/services/audit.py", "import werkzeug", "stay above the services"),
}


@pytest.mark.parametrize(("name", "line", "contract"), FAULTS.values(), ids=FAULTS)
def test_contracts_notice(tmp_path, name, line, contract):
    for room in ("web", "matcher"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=lambda _, names: _not_code(names))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    linted = lint_imports(tmp_path)
    assert linted.returncode == 1, linted.stdout + linted.stderr
    broken = [words for words in linted.stdout.splitlines() if words.endswith("BROKEN")]
    assert any(contract in words for words in broken), linted.stdout


def _not_code(names: list[str]) -> list[str]:
    return [name for name in names if "." in name and not name.endswith(".py")]


def find_hidden_imports(source: Source) -> list[str]:
    """Find imports inside functions."""
    functions = (
        node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [
        f"{source.name}:{node.lineno}"
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_no_import_is_hidden_in_a_function():
    assert [fault for source in read_code() for fault in find_hidden_imports(source)] == []


def test_hidden_import_is_noticed():
    planted = Source("planted.py", "import os\n\ndef work():\n    import json\n    return json\n")
    assert find_hidden_imports(planted) == ["planted.py:4"]
