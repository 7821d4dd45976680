"""Readers who never finish: idle connections, headers and bodies that arrive byte by byte."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPException

from attack.figure import Figure
from attack.target import HOST, Target

IDLE, SLOW_HEADERS, SLOW_BODIES = 200, 100, 100
SECONDS = 5.0
PATIENCE_SECONDS = 3.0
SLOWEST_MS = 1_500
HEADERS = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
BODY = b"POST /account/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n"


def measure_slow_sockets(target: Target) -> Iterator[Figure]:
    """Hold 400 connections open and see whether others are still served."""
    with ExitStack() as stack:
        idle = _open_many(stack, target, IDLE, b"")
        slow = _open_many(stack, target, SLOW_HEADERS, HEADERS)
        slow += _open_many(stack, target, SLOW_BODIES, BODY)
        lost, slowest = _visit(target, slow)
        wanted = IDLE + SLOW_HEADERS + SLOW_BODIES
        yield Figure("slow.connections_refused", wanted - len(idle) - len(slow), 0)
        yield Figure("slow.visits_lost", lost, 0)
        yield Figure("slow.slowest_visit_ms", slowest * 1000, SLOWEST_MS)


def _open_many(stack: ExitStack, target: Target, wanted: int, begun: bytes) -> list[socket.socket]:
    """Open connections until one is refused: waiting for each of the others would take minutes."""
    opened: list[socket.socket] = []
    for _ in range(wanted):
        try:
            connection = socket.create_connection((HOST, target.port), timeout=PATIENCE_SECONDS)
        except OSError:
            break
        stack.callback(connection.close)
        connection.sendall(begun)
        opened.append(connection)
    return opened


def _visit(target: Target, slow: list[socket.socket]) -> tuple[int, float]:
    lost, slowest, deadline = 0, 0.0, time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        for connection in slow:
            _drip(connection)
        for path in ("/healthz", target.pages[0]):
            browser = target.browser()
            browser.patience = PATIENCE_SECONDS
            begun = time.monotonic()
            try:
                lost += browser.get(path).status != 200
            except (OSError, HTTPException):
                lost += 1
            slowest = max(slowest, time.monotonic() - begun)
        time.sleep(0.1)
    return lost, slowest


def _drip(connection: socket.socket) -> None:
    try:
        connection.sendall(b"a")
    except OSError:
        return
