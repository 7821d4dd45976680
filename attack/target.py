"""What is attacked: a server on this machine, in a process of its own."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from attack.browser import Browser

HOST = "127.0.0.1"
PATIENCE_SECONDS = 60
VISITOR = "visitor"


@dataclass(frozen=True)
class Target:
    """A running server, and what the attacks must know of it."""

    name: str
    port: int
    pid: int
    folder: Path
    unsafe: Sequence[tuple[str, str]]
    """Method and address of every route that may change something."""
    pages: Sequence[str]
    """Pages that everybody may open."""
    accounts: Mapping[str, str]
    """Who can sign in: the e-mail address of each role."""
    password: str

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://{HOST}:{self.port}"

    def browser(self, role: str | None = None) -> Browser:
        """Open a browser, signed in as a role unless none is named."""
        browser = Browser(self.address)
        if role and role != VISITOR:
            answer = browser.submit("/account/sign-in", email=self.accounts[role], password=self.password)
            assert answer.status in {302, 303}, f"{role} cannot sign in: {answer.status}"
        return browser

    def memory(self) -> int:
        """Say how many bytes of memory it holds."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


@contextmanager
def running(command: Sequence[str], port: int, log: Path, environment: Mapping[str, str]) -> Iterator[int]:
    """Run a server until the block ends, and give its process number."""
    with log.open("ab") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=dict(environment))
        try:
            _wait_for(process, port, log)
            yield process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def free_port() -> int:
    """Find a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    browser = Browser(f"http://{HOST}:{port}")
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            browser.get("/healthz")
        except (OSError, HTTPException):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server does not answer: {log.read_text()[-2000:]}")
