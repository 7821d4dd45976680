"""Having a file looked into by a child process, so that no file can hurt the server."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any

from web.inspection.limits import (
    CHILDREN_AT_ONCE,
    LARGEST_CLEANED,
    LARGEST_FILE,
    SECONDS_TO_WAIT_FOR_A_TURN,
    WALL_CLOCK_SECONDS,
)
from web.inspection.verdicts import FileKind, Good, Refusal, RefusedError

CHILD = "web.inspection.child"
HOUSE = Path(__file__).resolve().parents[2]
LONGEST_VERDICT = 200
COPIED_AT_ONCE = 64 * 1024
OUT_OF_TIME = frozenset({-signal.SIGXCPU, -signal.SIGKILL})

_turns = BoundedSemaphore(CHILDREN_AT_ONCE)


def inspect_file(sent: IO[bytes]) -> Good:
    """Look into a file that somebody sent; raise RefusedError with a name for what is wrong with it."""
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as cleaned:
        _copy(sent, file)
        verdict = _ask_child(file, cleaned)
        return _read_verdict(verdict, cleaned)


def _copy(sent: IO[bytes], file: IO[bytes]) -> None:
    size = 0
    while block := sent.read(COPIED_AT_ONCE):
        size += len(block)
        if size > LARGEST_FILE:
            raise RefusedError(Refusal.TOO_LARGE)
        file.write(block)
    file.flush()
    file.seek(0)
    if not size:
        raise RefusedError(Refusal.EMPTY)


def _ask_child(file: IO[bytes], cleaned: IO[bytes]) -> dict[str, Any]:
    if not _turns.acquire(timeout=SECONDS_TO_WAIT_FOR_A_TURN):
        raise RefusedError(Refusal.BUSY)
    try:
        with tempfile.TemporaryFile() as said:
            code = _run_child(file, cleaned, said)
            said.seek(0)
            words = said.read(LONGEST_VERDICT)
    finally:
        _turns.release()
    if code in OUT_OF_TIME:
        raise RefusedError(Refusal.TOO_LONG)
    return _parse(words) if code == 0 else {}


def _run_child(file: IO[bytes], cleaned: IO[bytes], said: IO[bytes]) -> int:
    # Nothing of our environment goes along: it holds keys.
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter, our own module
            [sys.executable, "-B", "-E", "-s", "-m", CHILD, str(cleaned.fileno())],
            stdin=file,
            stdout=said,
            stderr=subprocess.DEVNULL,
            pass_fds=[cleaned.fileno()],
            cwd=HOUSE,
            env={"PATH": os.defpath, "LANG": "C.UTF-8"},
            timeout=WALL_CLOCK_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusedError(Refusal.TOO_LONG) from None
    return done.returncode


def _parse(words: bytes) -> dict[str, Any]:
    try:
        said = json.loads(words)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _read_verdict(verdict: dict[str, Any], cleaned: IO[bytes]) -> Good:
    """Believe the child no more than needed: whoever has taken it over may say anything."""
    if verdict.get("refusal") in list(Refusal):
        raise RefusedError(Refusal(verdict["refusal"]))
    size = os.fstat(cleaned.fileno()).st_size
    if verdict.get("kind") not in list(FileKind) or not 0 < size <= LARGEST_CLEANED:
        # It fell over: so would whoever opened the file.
        raise RefusedError(Refusal.DAMAGED)
    cleaned.seek(0)
    content = cleaned.read()
    pages = verdict.get("pages")
    return Good(
        kind=FileKind(verdict["kind"]),
        pages=pages if isinstance(pages, int) and 0 < pages < sys.maxsize else None,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
    )
