"""The service as people meet it: a process of its own, on a port of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.support.accounts import SECRET_KEY
from tests.support.keys import KEY_STORE, MASTER_KEY

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Service:
    """A running service and the folder its mail goes to."""

    address: str
    mail: Path

    def wait_for_mail(self, recipient: str, message: str) -> str:
        """Wait until a mail of this kind has gone to somebody, and give its text."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            for letter in sorted(self.mail.glob(f"*-{message}.eml"), reverse=True):
                email = message_from_bytes(letter.read_bytes(), policy=policy.default)
                if email["To"] == recipient:
                    return email.get_body(("plain",)).get_content()
            time.sleep(0.1)
        raise AssertionError(f"no {message} for {recipient}; there is {list(self.mail.glob('*'))}")


@contextmanager
def running_service(database_url: str, folder: Path) -> Iterator[Service]:
    """Serve a migrated database until the block ends."""
    port = free_port()
    mail = folder / "mail"
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET_KEY,
        "MASTER_KEY": MASTER_KEY,
        "KEY_STORE": KEY_STORE,
        "PORT": str(port),
        "MAIL_URL": f"file:{mail}",
        "DOCUMENTS": str(folder / "documents"),
        "RATE_LIMITS": "off",
    }
    with (folder / "service.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "flask", "--app", "wsgi", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(process, address, folder / "service.log")
            yield Service(address, mail)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE_SECONDS)


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Wait until the service answers, or say why it does not."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            with urlopen(f"{address}/healthz"):
                return
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"no answer from {address}: {log.read_text()}")
