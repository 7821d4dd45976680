"""Readers who never finish do not keep others out, with the server that people use."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from attack.slow_sockets import measure_slow_sockets
from attack.target import Target
from tests.journeys.service import running_service
from web.cli import server

pytestmark = pytest.mark.usefixtures("session")


@pytest.fixture
def target(database_url: str, tmp_path: Path) -> Iterator[Target]:
    with running_service(database_url, tmp_path) as service:
        port = urlsplit(service.address).port or 0
        yield Target("service", port, 0, tmp_path, unsafe=(), pages=("/",), accounts={}, password="")


def test_four_hundred_sleepers_keep_nobody_out(target):
    figures = {figure.name: figure for figure in measure_slow_sockets(target)}
    assert figures["slow.connections_refused"].value == 0
    assert figures["slow.visits_lost"].value == 0


def test_there_is_room_for_more_than_the_sleepers():
    assert 400 < server.MOST_CONNECTIONS < 1_024
