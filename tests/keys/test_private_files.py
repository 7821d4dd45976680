"""Whoever else has an account on the machine reads neither data nor keys."""

from web.db import make_engine
from web.keys import Keyring, KeyStore, MasterKeyText


def test_data_and_keys_are_for_the_service_alone(tmp_path):
    keyring = Keyring(KeyStore(f"sqlite:///{tmp_path}/keys.db"), MasterKeyText("0" * 64))
    engine = make_engine(f"sqlite:///{tmp_path}/data.db", keyring)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (number INTEGER)")
        found = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    engine.dispose()
    assert found == dict.fromkeys(("data.db", "data.db-shm", "data.db-wal", "keys.db"), 0o600)
