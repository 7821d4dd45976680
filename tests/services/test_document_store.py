"""The folder of files."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from web.models.base import now
from web.services.documents.store import DocumentStore, FileLostError


@pytest.fixture
def store(tmp_path: Path) -> DocumentStore:
    return DocumentStore(tmp_path / "documents")


def test_file_comes_back_as_it_went(store):
    key = store.write(b"\0\xff" * 1_000)
    assert store.read(key) == b"\0\xff" * 1_000


def test_same_file_twice_has_two_names(store):
    assert store.write(b"x") != store.write(b"x")


def test_only_the_service_may_read_it(store):
    path = store._path(store.write(b"x"))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_deleted_file_is_lost_and_deleting_twice_is_no_mistake(store):
    key = store.write(b"x")
    store.delete(key)
    store.delete(key)
    with pytest.raises(FileLostError):
        store.read(key)


def test_full_disk_leaves_nothing_half_written(store, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.write(b"x")
    assert list(store.list_keys()) == []


def test_unfinished_files_are_swept_too(store):
    unfinished = store._path("ab" * 32).with_suffix(".part")
    unfinished.parent.mkdir(parents=True)
    unfinished.write_bytes(b"half")
    (left,) = store.list_keys()
    store.delete(left)
    assert not unfinished.exists()


def test_young_files_are_left_alone(store):
    store.write(b"x")
    assert list(store.list_keys(older_than=now() - timedelta(hours=1))) == []


def test_empty_store_has_no_folder(store):
    assert list(store.list_keys()) == []
