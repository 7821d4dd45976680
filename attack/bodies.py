"""Bodies that are too large, sent with their length, in chunks, as fields, as parts, or broken off."""

import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException

from attack.browser import URL_ENCODED
from attack.figure import Figure
from attack.target import HOST, Target

MEGABYTE = 1 << 20
LARGE = 100 * MEGABYTE
PATIENCE_SECONDS = 60
SLOWEST_SECONDS = 20
MOST_MEMORY_MB = 50
OK, CLIENT, SERVER = 200, 400, 500
MULTIPART = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="f%d"\r\n\r\n1\r\n'


def measure_bodies(target: Target) -> Iterator[Figure]:
    """Send each body to a form and count what was taken, what failed, and what it cost."""
    before, statuses, slowest = target.memory(), [], 0.0
    for path in _paths(target):
        for send in BODIES:
            begun = time.monotonic()
            statuses.append(_try(send, target, path))
            slowest = max(slowest, time.monotonic() - begun)
    grown = (target.memory() - before) / MEGABYTE
    yield Figure("bodies.taken", sum(OK <= status < CLIENT for status in statuses), 0)
    yield Figure("bodies.server_errors", sum(status >= SERVER for status in statuses), 0)
    yield Figure("bodies.without_answer", statuses.count(0), 0)
    yield Figure("bodies.slowest_s", slowest, SLOWEST_SECONDS)
    yield Figure("bodies.memory_mb", max(grown, 0.0), MOST_MEMORY_MB)


def _paths(target: Target) -> list[str]:
    posts = [path for method, path in target.unsafe if method == "POST"]
    return [path for path in posts if path in {"/account/sign-in", "/transfer"}][:1] or posts[:1]


def _try(send: Callable[[HTTPConnection, str], None], target: Target, path: str) -> int:
    connection = HTTPConnection(HOST, target.port, timeout=PATIENCE_SECONDS)
    try:
        send(connection, path)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


def _whole(connection: HTTPConnection, path: str) -> None:
    chunks = (b"a" * MEGABYTE for _ in range(LARGE // MEGABYTE))
    connection.request(
        "POST", path, body=chunks, headers={"Content-Type": URL_ENCODED, "Content-Length": str(LARGE)}
    )


def _in_chunks(connection: HTTPConnection, path: str) -> None:
    chunks = (b"a" * MEGABYTE for _ in range(LARGE // MEGABYTE))
    connection.request("POST", path, chunks, {"Content-Type": URL_ENCODED}, encode_chunked=True)


def _one_field(connection: HTTPConnection, path: str) -> None:
    connection.request("POST", path, b"email=" + b"a" * 3 * MEGABYTE, {"Content-Type": URL_ENCODED})


def _many_fields(connection: HTTPConnection, path: str) -> None:
    body = b"&".join(b"f%d=1" % number for number in range(60_000))
    connection.request("POST", path, body, {"Content-Type": URL_ENCODED})


def _many_parts(connection: HTTPConnection, path: str) -> None:
    body = b"".join(PART % number for number in range(20_000)) + b"--x--\r\n"
    connection.request("POST", path, body, {"Content-Type": MULTIPART})


def _wrong_length(connection: HTTPConnection, path: str) -> None:
    connection.request("POST", path, b"email=a", {"Content-Type": URL_ENCODED, "Content-Length": "-5"})


BODIES = (_whole, _in_chunks, _one_field, _many_fields, _many_parts, _wrong_length)
