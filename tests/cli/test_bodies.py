"""Bodies that are too large, sent to the server that people use."""

from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.journeys.service import Service, running_service
from tests.support.databases import MakeDatabase
from web.app import LARGEST_BODY
from web.cli.bodies import BoundedBuffer
from web.views.files import LARGEST_UPLOAD

PATH = "/account/sign-in"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "fr"}
WORDS = "C’est trop en une seule fois"  # noqa: RUF001
MEGABYTE = 1 << 20


@pytest.fixture(scope="module")
def service(make_sqlite: MakeDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running_service(make_sqlite(), tmp_path_factory.mktemp("service")) as service:
        yield service


@pytest.fixture
def connection(service: Service) -> Iterator[HTTPConnection]:
    connection = HTTPConnection(urlsplit(service.address).netloc, timeout=60)
    yield connection
    connection.close()


def answer(connection: HTTPConnection) -> tuple[int, str]:
    response = connection.getresponse()
    page = BeautifulSoup(response.read(), "html.parser")
    assert page.html["lang"] == "fr"
    return response.status, page.h1.get_text(strip=True)


@pytest.mark.parametrize("size", [LARGEST_BODY + 1, 2 * MEGABYTE, 64 * MEGABYTE])
def test_the_answer_is_our_page_in_the_readers_language(connection: HTTPConnection, size: int) -> None:
    connection.request("POST", PATH, body=b"a" * size, headers=FORM)
    assert answer(connection) == (413, WORDS)


def test_a_body_in_chunks_is_measured_as_it_comes(connection: HTTPConnection) -> None:
    chunks = (b"a" * MEGABYTE for _ in range(8))
    connection.request("POST", PATH, body=chunks, headers=FORM, encode_chunked=True)
    assert answer(connection) == (413, WORDS)


MULTIPART = {**FORM, "Content-Type": "multipart/form-data; boundary=x"}
FILE_BEGINS = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
FILE_ENDS = b"\r\n--x--\r\n"
UPLOAD = "/professional/profile/documents/new"


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        # Signed out, so what fits is refused for another reason; as long as the limit is too long.
        (UPLOAD, LARGEST_UPLOAD - 1, 400),
        (UPLOAD, LARGEST_UPLOAD + 1, 413),
        (PATH, LARGEST_BODY + 1, 413),
    ],
)
def test_only_pages_for_files_take_a_large_body(connection, path: str, size: int, status: int) -> None:
    body = FILE_BEGINS.ljust(size - len(FILE_ENDS), b"a") + FILE_ENDS
    connection.request("POST", path, body=body, headers=MULTIPART)
    assert answer(connection)[0] == status


def test_the_connection_goes_on_afterwards(connection: HTTPConnection) -> None:
    connection.request("POST", PATH, body=b"a" * 4 * MEGABYTE, headers=FORM)
    answer(connection)
    connection.request("GET", PATH)
    assert connection.getresponse().status == 200


def test_what_fits_is_kept_whole_and_the_rest_is_only_counted() -> None:
    for pieces in ([b"abcd"], [b"ab", b"cdef", b"gh"], [b"a" * 9]):
        buffer, sent = BoundedBuffer(overflow=MEGABYTE, most=5), b"".join(pieces)
        for piece in pieces:
            buffer.append(piece)
        assert (buffer.getfile().read(), len(buffer)) == (sent[:5], len(sent))
