"""Keys: what they seal opens in its place only, and not at all once the key is destroyed."""

import sqlite3
import subprocess
import sys
import textwrap
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from tests.support.postgresql import create_database
from web.keys import (
    BrokenSealError,
    KeyDestroyedError,
    KeyMissingError,
    Keyring,
    KeyStore,
    MasterKeyError,
    MasterKeyFile,
    MasterKeyText,
)
from web.keys import keyring as keyring_module

MASTER = "ab" * 32
PLACE = "identity:7:phone"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "keys.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, file):
    """Give the place of the store: on both kinds of database, but for what is about files."""
    if request.param == "sqlite":
        return f"sqlite:///{file}"
    made = create_database(request.getfixturevalue("postgresql"), f"keys_{uuid.uuid4().hex}")
    return made.render_as_string(hide_password=False)


on_sqlite = pytest.mark.parametrize("url", ["sqlite"], indirect=True)


@pytest.fixture
def open_store(url):
    """Open the store, as many times as there would be processes."""
    stores = []

    def open_store():
        stores.append(KeyStore(url))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(open_store):
    return open_store()


@pytest.fixture
def keyring(store):
    return Keyring(store, MasterKeyText(MASTER))


@pytest.fixture
def reopened(open_store):
    """Give what another process would see, which has opened no key yet."""

    def reopen(master=MASTER):
        return Keyring(open_store(), MasterKeyText(master))

    return reopen


SHARED = Keyring(KeyStore("sqlite://"), MasterKeyText(MASTER))
(SOMEBODY,) = SHARED.new_keys()


@given(st.binary(), st.text())
def test_what_is_sealed_opens_in_its_place(text, place):
    assert SHARED.open(SHARED.seal(SOMEBODY, text, place), place) == text


@given(st.binary(min_size=1), st.data())
def test_a_changed_byte_is_noticed(text, data):
    sealed = bytearray(SHARED.seal(SOMEBODY, text, PLACE))
    at = data.draw(st.integers(17, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(BrokenSealError):
        SHARED.open(bytes(sealed), PLACE)


@pytest.mark.parametrize("other", ["identity:8:phone", "identity:7:given_name", "licence:7:phone", ""])
def test_moved_elsewhere_it_does_not_open(keyring, other):
    (key_id,) = keyring.new_keys()
    sealed = keyring.seal(key_id, b"+44 20 7946 0001", PLACE)
    with pytest.raises(BrokenSealError):
        keyring.open(sealed, other)


@pytest.mark.parametrize(
    "nonsense", [b"", b"\x01", b"plain text that somebody wrote into the column", b"\x02" * 60]
)
def test_what_was_never_sealed_is_refused(keyring, nonsense):
    with pytest.raises((BrokenSealError, KeyMissingError)):
        keyring.open(nonsense, PLACE)


def test_another_persons_key_does_not_open_it(keyring):
    one, other = keyring.new_keys(2)
    sealed = keyring.seal(one, b"Ama", PLACE)
    with pytest.raises(BrokenSealError):
        keyring.open(sealed.replace(one, other), PLACE)


def test_the_same_text_looks_different_every_time(keyring):
    (key_id,) = keyring.new_keys()
    assert len({keyring.seal(key_id, b"Ama", PLACE) for _ in range(50)}) == 50


class TestDestroyed:
    def test_nothing_opens_any_more(self, keyring, reopened):
        kept, gone = keyring.new_keys(2)
        sealed, other = keyring.seal(gone, b"Ama", PLACE), keyring.seal(kept, b"Yaw", PLACE)
        keyring.destroy(gone)
        for each in (keyring, reopened()):
            with pytest.raises(KeyDestroyedError):
                each.open(sealed, PLACE)
            with pytest.raises(KeyDestroyedError):
                each.seal(gone, b"Ama", PLACE)
            assert each.open(other, PLACE) == b"Yaw"
        assert keyring.list_keys() == {kept: True, gone: False}

    def test_another_process_forgets_it_in_time(self, keyring, reopened, monkeypatch):
        (gone,) = keyring.new_keys()
        sealed = keyring.seal(gone, b"Ama", PLACE)
        other = reopened()
        assert other.open(sealed, PLACE) == b"Ama"
        keyring.destroy(gone)
        later = keyring_module.time.monotonic() + keyring_module.KEPT_SECONDS + 1
        monkeypatch.setattr(keyring_module.time, "monotonic", lambda: later)
        with pytest.raises(KeyDestroyedError):
            other.open(sealed, PLACE)

    def test_how_many_were_still_there_is_said(self, keyring):
        one, other = keyring.new_keys(2)
        assert keyring.destroy(one) == 1
        assert keyring.destroy(one, other, b"?" * 16) == 1

    @on_sqlite
    def test_the_wrapped_key_is_in_no_file(self, keyring, store, file):
        (gone,) = keyring.new_keys()
        wrapped = store.find([gone])[gone]
        assert wrapped in file.read_bytes()
        keyring.destroy(gone)
        assert not any(wrapped in path.read_bytes() for path in file.parent.iterdir())

    @on_sqlite
    def test_the_file_is_written_over_at_once(self, file, store):
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_code_finds_the_same_text_and_tells_kinds_apart(keyring, reopened):
    code = keyring.blind_index("User.email", "ama@people.example")
    assert reopened().blind_index("User.email", "ama@people.example") == code
    assert keyring.blind_index("Licence.number", "ama@people.example") != code
    assert keyring.blind_index("User.email", "ama@people.exampl") != code


def test_codes_of_another_installation_are_others(keyring):
    other = Keyring(KeyStore("sqlite://"), MasterKeyText(MASTER))
    assert other.blind_index("User.email", "a@b.example") != keyring.blind_index("User.email", "a@b.example")


def test_what_was_opened_is_let_go_of_in_time(keyring, monkeypatch):
    old, new = keyring.new_keys(2)
    keyring.seal(old, b"Ama", PLACE)
    later = keyring_module.time.monotonic() + keyring_module.KEPT_SECONDS + 1
    monkeypatch.setattr(keyring_module.time, "monotonic", lambda: later)
    keyring.seal(new, b"Yaw", PLACE)
    assert set(keyring._open) == {new}


class TestMasterKeys:
    @pytest.mark.parametrize("text", ["", "zz" * 32, "ab" * 31, "ab" * 32 + ",ab", "ab" * 16])
    def test_what_is_no_master_key_is_refused(self, store, text):
        with pytest.raises(MasterKeyError):
            Keyring(store, MasterKeyText(text))

    def test_another_one_opens_nothing(self, keyring, reopened):
        keyring.new_keys()
        with pytest.raises(MasterKeyError, match="not here"):
            reopened("cd" * 32).list_keys()

    def test_one_takes_the_place_of_another(self, keyring, reopened):
        (key_id,) = keyring.new_keys()
        sealed, code = keyring.seal(key_id, b"Ama", PLACE), keyring.blind_index("User.email", "a")
        assert reopened(f"{'cd' * 32},{MASTER}").renew_master() == 2
        after = reopened("cd" * 32)
        assert (after.open(sealed, PLACE), after.blind_index("User.email", "a")) == (b"Ama", code)
        with pytest.raises(MasterKeyError):
            reopened().list_keys()

    def test_a_wrapped_key_moved_to_another_person_is_noticed(self, keyring, url, reopened):
        one, other = keyring.new_keys(2)
        moved = text(
            "UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE name = :one) "
            "WHERE name = :other"
        )
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(moved, {"one": one, "other": other})
        engine.dispose()
        with pytest.raises(MasterKeyError, match="moved to another person"):
            reopened().list_keys()

    def test_a_file_is_made_once_and_for_its_owner_only(self, tmp_path):
        source = MasterKeyFile(tmp_path / "new" / "master-key")
        source.create()
        made = source.path.read_text()
        source.create()
        assert source.path.read_text() == made
        assert source.path.stat().st_mode & 0o777 == 0o600
        assert [path.name for path in source.path.parent.iterdir()] == ["master-key"]

    def test_a_file_that_is_not_there_is_named(self, store, tmp_path):
        with pytest.raises(MasterKeyError, match="no master key in"):
            Keyring(store, MasterKeyFile(tmp_path / "nowhere"))

    def test_renewing_leaves_one_key_in_the_file_and_running_processes_follow(self, open_store, tmp_path):
        source = MasterKeyFile(tmp_path / "master-key")
        source.create()
        running = Keyring(open_store(), source)
        (key_id,) = running.new_keys()
        sealed = running.seal(key_id, b"Ama", PLACE)
        before = source.path.read_text()
        assert Keyring(open_store(), MasterKeyFile(source.path)).renew_master() == 2
        assert len(source.path.read_text().split()) == 1
        assert source.path.read_text() != before
        (later,) = running.new_keys()
        fresh = Keyring(open_store(), source)
        assert fresh.open(sealed, PLACE) == b"Ama"
        assert fresh.list_keys() == {key_id: True, later: True}


MAKER = textwrap.dedent("""
    import sys
    from pathlib import Path
    from web.keys import Keyring, KeyStore, MasterKeyFile
    keyring = Keyring(KeyStore(sys.argv[1]), MasterKeyFile(Path(sys.argv[2])))
    for _ in range(40):
        print(keyring.new_keys()[0].hex())
""")


def test_keys_made_while_the_master_key_is_renewed_stay_readable(url, open_store, tmp_path):
    """Real processes: two make keys, this one renews the master key meanwhile."""
    source = MasterKeyFile(tmp_path / "master-key")
    source.create()
    keyring = Keyring(open_store(), source)
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", MAKER, url, str(source.path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    renewed = 0
    while any(maker.poll() is None for maker in makers):
        keyring.renew_master()
        renewed += 1
    made = [bytes.fromhex(line) for maker in makers for line in maker.communicate()[0].split()]
    assert renewed > 1
    assert len(made) == 80
    fresh = Keyring(open_store(), source)
    assert fresh.list_keys() == dict.fromkeys(made, True)
