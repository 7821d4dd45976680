"""Finding what can be asked and sent: pages are opened by their links, one of each kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from attack.browser import Browser

MOST_PAGES = 120
NUMBER = re.compile(r"\d+|P-[0-9A-Z-]+")
# What would end the crawl, or change who may sign in afterwards.
LEFT_ALONE = ("/account/sign-out", "/account/sessions", "/account/password")
TYPED = ("text", "search", "email", "tel", "number", "password")


@dataclass(frozen=True)
class Question:
    """An address with words in it, or a form with the fields people type into."""

    method: str
    url: str
    fields: tuple[tuple[str, str], ...] = ()
    typed: tuple[str, ...] = ()

    @property
    def shape(self) -> tuple[object, ...]:
        """What makes two questions the same kind."""
        parts = urlsplit(self.url)
        names = re.findall(r"(?:^|&)([^=&]+)", parts.query)
        return self.method, NUMBER.sub("1", parts.path), tuple(names), tuple(name for name, _ in self.fields)


def find_questions(browser: Browser) -> list[Question]:
    """Follow links from the first page, one page of each kind, and collect the questions."""
    waiting, seen = ["/", "/account/settings"], set[str]()
    found: dict[tuple[object, ...], Question] = {}
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        kind = NUMBER.sub("1", urlsplit(path).path)
        if kind in seen or kind.startswith(LEFT_ALONE):
            continue
        seen.add(kind)
        answer = browser.get(path)
        if answer.location:
            waiting.append(_local(browser, path, answer.location))
        page = BeautifulSoup(answer.body, "html.parser")
        waiting += [_local(browser, path, str(link["href"])) for link in page.select("a[href]")]
        for question in _questions_of(browser, path, page):
            if not urlsplit(question.url).path.startswith(LEFT_ALONE):
                found.setdefault(question.shape, question)
    return list(found.values())


def _local(browser: Browser, path: str, link: str) -> str:
    """Give the path of a link that stays here; other links lead to the first page."""
    whole = urljoin(f"{browser.address}{path}", link)
    return whole.removeprefix(browser.address) if whole.startswith(f"{browser.address}/") else "/"


def _questions_of(browser: Browser, path: str, page: BeautifulSoup) -> Iterator[Question]:
    for link in page.select("a[href*='?']"):
        yield Question("GET", _local(browser, path, str(link["href"])))
    for form in page.select("form"):
        fields = dict(_fields(form))
        typed = tuple(name for name, _ in _typed(form))
        url = _local(browser, path, str(form.get("action") or path))
        if str(form.get("method", "get")).lower() == "post":
            yield Question("POST", url, tuple(fields.items()), typed)
        elif fields:
            yield Question("GET", f"{urlsplit(url).path}?{urlencode(fields)}", typed=typed)


def _fields(form: Tag) -> Iterator[tuple[str, str]]:
    for control in form.select("input[name], textarea[name], select[name]"):
        option = control.select_one("option[selected], option[value]:not([value=''])")
        value = str(option.get("value", "")) if option else str(control.get("value", ""))
        yield str(control["name"]), value or ("nurse" if _is_typed(control) else "1")


def _typed(form: Tag) -> Iterator[tuple[str, str]]:
    for control in form.select("input[name], textarea[name]"):
        if _is_typed(control):
            yield str(control["name"]), ""


def _is_typed(control: Tag) -> bool:
    return control.name == "textarea" or (control.name == "input" and control.get("type", "text") in TYPED)
