"""Examples in docstrings run, and every code says what comes with it."""

import ast
import doctest
import importlib
import inspect
import pkgutil

import pytest

import matcher
from matcher import reasons

MODULES = [
    module.name
    for module in pkgutil.walk_packages(matcher.__path__, "matcher.")
    if not module.name.endswith("__main__") and ".vocabulary" not in module.name
]


@pytest.mark.parametrize("name", ["matcher", *MODULES])
def test_examples_in_docstrings_run(name):
    result = doctest.testmod(importlib.import_module(name))

    assert result.failed == 0


@pytest.mark.parametrize("name", ["GateReason", "Evidence", "SkillBasis", "Action"])
def test_every_code_has_a_docstring(name):
    body = next(
        node.body
        for node in ast.parse(inspect.getsource(reasons)).body
        if isinstance(node, ast.ClassDef) and node.name == name
    )
    codes = [i for i, node in enumerate(body) if isinstance(node, ast.Assign)]

    assert len(codes) == len(getattr(reasons, name))
    for i in codes:
        assert isinstance(body[i + 1], ast.Expr), ast.unparse(body[i])


def test_everything_public_is_there():
    assert all(hasattr(matcher, name) for name in matcher.__all__)
    assert sorted(matcher.__all__) == sorted(set(matcher.__all__))


def test_every_fix_has_an_owner():
    assert all(fix.owner in reasons.Owner for fix in reasons.Fix)
