"""docs/security.md names tests that exist, or says why there is none."""

import re

from tests.architecture.house import ROOT

PAGE = ROOT / "docs" / "security.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)`( \(in work\))?")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
PROMISE = re.compile(r"^\| (\d+) \D.*? \| (.+?) \| (.+?) \|$", re.MULTILINE)
SHORTEST_REASON = 12


def find_missing_tests(text: str) -> list[str]:
    """Name the tests that are not there, but for those whose part is being built."""
    return [name for name, in_work in TEST.findall(text) if not in_work and not (ROOT / name).is_file()]


def find_finished(text: str) -> list[str]:
    """Name the tests that are said to be in work and are there."""
    return [name for name, in_work in TEST.findall(text) if in_work and (ROOT / name).is_file()]


def find_empty_rows(text: str) -> list[str]:
    """Name the requirements with neither a test nor a reason."""
    return [
        number
        for number, _asks, shown in ROW.findall(text)
        if not TEST.search(shown)
        and not (shown.startswith("reason: ") and len(shown.removeprefix("reason: ")) >= SHORTEST_REASON)
    ]


def test_every_test_that_is_named_exists():
    assert find_missing_tests(PAGE.read_text("utf-8")) == []


def test_what_is_there_is_not_called_in_work():
    assert find_finished(PAGE.read_text("utf-8")) == []


def test_every_requirement_has_a_test_or_a_reason():
    text = PAGE.read_text("utf-8")
    numbers = [number for number, _asks, _shown in ROW.findall(text)]
    assert len(numbers) > 100
    assert len(numbers) == len(set(numbers))
    assert find_empty_rows(text) == []


def test_every_promise_has_a_test_and_a_planted_fault():
    promises = PROMISE.findall(PAGE.read_text("utf-8"))
    assert [int(number) for number, _shown, _fault in promises] == list(range(1, 11))
    assert all(TEST.search(shown) and fault.strip() for _number, shown, fault in promises)


def test_faults_are_noticed():
    """The planted faults: a test that is gone, one that is there, a row with nothing."""
    assert find_missing_tests("`tests/gone.py` `tests/later.py` (in work)") == ["tests/gone.py"]
    assert find_finished("`tests/conftest.py` (in work)") == ["tests/conftest.py"]
    assert find_empty_rows("| 1.2.3 | asks | later |\n| 1.2.4 | asks | reason: no |\n") == ["1.2.3", "1.2.4"]
