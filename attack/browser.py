"""A browser without a head: keeps cookies, sends what it is told, follows nothing."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from http.cookies import SimpleCookie
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup

URL_ENCODED = "application/x-www-form-urlencoded"
PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    headers: HTTPMessage
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def location(self) -> str:
        """Where the answer leads."""
        return self.headers.get("Location", "")


@dataclass
class Browser:
    """Cookies of one reader at one address."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    patience: float = PATIENCE_SECONDS

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request on a connection of its own."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=self.patience)
        begun = perf_counter()
        try:
            connection.request(method, path, body=body, headers=self._with_cookies(headers or {}))
            response = connection.getresponse()
            answer = Answer(response.status, response.headers, response.read(), perf_counter() - begun)
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return answer

    def _with_cookies(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {"Cookie": self.cookie_line, **headers} if self.cookies else dict(headers)

    @property
    def cookie_line(self) -> str:
        """The cookies as a header has them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path: str, **headers: str) -> Answer:
        """Open a page."""
        return self.send("GET", path, headers=headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        """Send a form."""
        sent = {"Content-Type": URL_ENCODED, **headers}
        return self.send("POST", path, urlencode(fields).encode(), sent)

    def hidden_fields(self, path: str) -> dict[str, str]:
        """Open a page and read what its forms carry unseen."""
        page = BeautifulSoup(self.get(path).body, "html.parser")
        return {
            str(control["name"]): str(control.get("value", ""))
            for control in page.select("main input[type=hidden][name]")
        }

    def submit(self, path: str, **answers: str) -> Answer:
        """Open a page, fill in its form and send it."""
        return self.post(path, self.hidden_fields(path) | answers)


def fresh_nonce() -> str:
    """Make what tells one sending of a form from another."""
    return secrets.token_urlsafe(16)
