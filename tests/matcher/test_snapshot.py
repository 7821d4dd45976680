"""A pool written to a file and opened again is the same pool."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Candidate, Pool, Position, rank, snapshot
from matcher.snapshot import SnapshotError, open_pool, save_pool
from tests.matcher.examples import WORDS, candidate, pool, position
from tests.matcher.strategies import people, posts

NATIVE = [{"code": "fr", "cefr": "native"}]


@settings(max_examples=30, deadline=None)
@given(members=st.lists(people, max_size=8), post=posts(), leaving=st.integers(0, 7))
def test_an_opened_pool_ranks_to_the_byte(tmp_path_factory, members, post, leaving):
    file = tmp_path_factory.mktemp("pool") / "file"
    whole = Pool.from_candidates(
        (Candidate.from_json({"id": f"p{i}", **person}) for i, person in enumerate(members)), WORDS
    )
    for i in range(min(leaving, len(members))):
        whole = whole.remove(f"p{i}")

    save_pool(whole, file)
    opened = open_pool(file, WORDS)

    asked = Position.from_json(post)
    assert rank(asked, opened, limit=None).digest == rank(asked, whole, limit=None).digest
    assert {each.id: each for each in opened} == {each.id: each for each in whole}


def test_an_opened_pool_takes_changes(tmp_path):
    save_pool(pool(candidate("a"), candidate("b")), tmp_path / "file")
    opened = open_pool(tmp_path / "file", WORDS)

    changed = opened.replace(candidate("a", max_weeks=3)).remove("b").replace(candidate("c"))

    assert changed.get("a").max_weeks == 3
    assert [match.candidate for match in rank(position(), changed).matches].count("c") == 1
    assert "b" not in changed
    assert "b" in opened


def test_nothing_is_left_of_who_has_left(tmp_path):
    secret = {"titles": "Zeugmatik", "summary": "Quizzical", "skill": "Xylography"}
    person = candidate("gone").to_json() | {
        "summary": secret["summary"],
        "occupations": [{"code": "2221", "title": secret["titles"]}],
        "skills": [{"phrase": secret["skill"]}],
    }
    whole = pool(candidate("a"), Candidate.from_json(person))
    save_pool(whole, tmp_path / "before")
    save_pool(whole.remove("gone"), tmp_path / "after")

    before, after = ((tmp_path / name).read_bytes().lower() for name in ("before", "after"))
    for word in secret.values():
        assert word.lower().encode()[:5] in before
        assert word.lower().encode()[:5] not in after


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: b"", "is not a pool"),
        (lambda data: b"\x89PNG\r\n" + data, "is not a pool"),
        (lambda data: b"[]\n", "is not a pool"),
        (lambda data: b"[" * 100_000 + b"\n", "is not a pool"),
        (lambda data: data[:20], "is not a pool"),
        (lambda data: data.replace(b" pool 2", b" pool 3"), "another release"),
        (lambda data: b'{"layout":"sankofa pool 1","vocabulary":"x"}'.ljust(500), "another release"),
        (lambda data: data[:64], "is cut off"),
        (lambda data: data[: len(data) // 2], "is cut off"),
        (lambda data: data[:-1], "is cut off"),
        (lambda data: data + b"\0", "is spoilt"),
        (lambda data: data[:24] + b"64".ljust(39) + data[63:], "is spoilt"),
        (lambda data: data.replace(b"Wound care", b"Wound hair", 1), "is spoilt"),
        (lambda data: data.replace(b'"native"', b'"C2"    ', 1), "is spoilt"),
    ],
)
def test_a_spoilt_file_is_refused(tmp_path, spoil, words):
    file = tmp_path / "file"
    many = (candidate(f"p{i}", summary="Wound care " * 50, languages=NATIVE) for i in range(30))
    save_pool(pool(*many), file)
    spoilt = spoil(file.read_bytes())
    assert spoilt != file.read_bytes()
    file.write_bytes(spoilt)

    with pytest.raises(SnapshotError, match=words) as refusal:
        open_pool(file, WORDS)
    assert refusal.value.field == str(file)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_bit_changes_unnoticed(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("pool") / "file"
    save_pool(pool(candidate("a", summary="Wound care")), file)
    content = bytearray(file.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(content)

    with pytest.raises(SnapshotError):
        open_pool(file, WORDS)


def test_a_column_that_this_release_does_not_write_is_missed(tmp_path, monkeypatch):
    """As where somebody adds one and forgets to change the layout."""
    save_pool(pool(candidate("a")), tmp_path / "file")
    monkeypatch.setattr(snapshot, "_NAMES", snapshot._NAMES | {"single/shoe_size"})
    with pytest.raises(SnapshotError, match="is not a whole pool"):
        open_pool(tmp_path / "file", WORDS)


def test_another_vocabulary_is_refused(tmp_path):
    save_pool(pool(candidate("a")), tmp_path / "file")
    with pytest.raises(SnapshotError, match="another vocabulary"):
        open_pool(tmp_path / "file")


def test_only_the_owner_may_read_it_and_another_process_can(tmp_path):
    file = tmp_path / "file"
    save_pool(Pool.from_candidates([Candidate(id="p1", max_weeks=6)]), file)
    program = f"from matcher.snapshot import *; print(open_pool(Path({str(file)!r})).get('p1').max_weeks)"

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert said.stdout == "6\n"
    assert file.stat().st_mode & 0o077 == 0
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_nothing_is_left_where_it_cannot_be_written(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        save_pool(pool(candidate("a", summary="Wound care")), tmp_path / "folder")
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
