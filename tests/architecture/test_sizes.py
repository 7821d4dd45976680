"""Files and functions stay short enough to be read in one go."""

import ast

from tests.architecture.house import Source, read_code

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def find_long_files(source: Source) -> list[str]:
    """Find a file that is longer than allowed."""
    length = len(source.text.splitlines())
    return [f"{source.name}: {length} lines"] if length > LONGEST_FILE else []


def find_long_functions(source: Source) -> list[str]:
    """Find functions that are longer than allowed; in the engine, their documentation does not count."""
    return [
        f"{source.name}: {node.name} has {length} lines"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := _length(node)) > LONGEST_FUNCTION
    ]


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    length = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function):
        length -= (first.end_lineno or 0) - first.lineno + 1
    return length


HOUSE = read_code() + read_code("tests")


def test_files_are_short():
    assert [fault for source in HOUSE for fault in find_long_files(source)] == []


def test_functions_are_short():
    assert [fault for source in HOUSE for fault in find_long_functions(source)] == []


def test_long_file_is_noticed():
    assert find_long_files(Source("planted.py", "x = 1\n" * 401)) == ["planted.py: 401 lines"]
    assert find_long_files(Source("planted.py", "x = 1\n" * 400)) == []


def test_long_function_is_noticed():
    body = "    x = 1\n" * 60
    assert find_long_functions(Source("planted.py", f"def work():\n{body}")) == [
        "planted.py: work has 61 lines"
    ]
    documented = f'def work():\n    """Work.\n\n    Long.\n    """\n{body[:-10]}'
    assert find_long_functions(Source("planted.py", documented)) == []
