"""What is learnt is kept, whatever happens to the files: the answers are the same."""

import numpy as np
import pytest

from matcher.vocabulary.shelf import folder, kept

ARRAY = np.arange(6, dtype=np.float32).reshape(2, 3)


@pytest.fixture(autouse=True)
def shelf(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "sankofa"


@pytest.fixture
def learn():
    def learn():
        learn.times += 1
        return ARRAY

    learn.times = 0
    return learn


def test_the_same_data_is_learnt_once(shelf, learn):
    assert folder() == shelf
    for _ in range(3):
        np.testing.assert_array_equal(kept((b"a", b"b"), learn), ARRAY)
    assert learn.times == 1
    assert [file.suffix for file in shelf.iterdir()] == [".npy"]


def test_other_data_is_learnt_anew(learn):
    for parts in ((b"a", b"b"), (b"ab", b""), (b"a",), (b"b", b"a")):
        kept(parts, learn)
    assert learn.times == 4


@pytest.mark.parametrize("content", [b"", b"no array", b"\x93NUMPY\x01\x00"])
def test_a_broken_file_is_replaced(shelf, learn, content):
    kept((b"a",), learn)
    (file,) = shelf.iterdir()
    file.write_bytes(content)
    np.testing.assert_array_equal(kept((b"a",), learn), ARRAY)
    np.testing.assert_array_equal(kept((b"a",), learn), ARRAY)
    assert learn.times == 2


def test_without_a_place_to_write_it_is_learnt_each_time(tmp_path, monkeypatch, learn):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    for _ in range(2):
        np.testing.assert_array_equal(kept((b"a",), learn), ARRAY)
    assert learn.times == 2
