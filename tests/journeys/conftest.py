"""A running service and a real browser for the journeys."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.journeys.person import Person
from tests.journeys.service import Service, running_service

PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)
# The one without windows does the same with half the work, most of which would be windows nobody sees.
BROWSERS = ("chromium-headless-shell", "chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, f"Chromium is missing: apt-get install -y {BROWSERS[0]}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def service(database_url: str, tmp_path: Path) -> Iterator[Service]:
    """Serve this test's database."""
    with running_service(database_url, tmp_path) as service:
        yield service


@pytest.fixture
def make_person(service: Service, browser: Browser) -> Iterator[Callable[..., Person]]:
    """Give somebody a browser of their own, in their language, with or without scripts."""
    contexts = []

    def make(email: str = "", *, language: str = "en", width: int = 1280, scripts: bool = True) -> Person:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale=language, java_script_enabled=scripts
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return Person(service, context, context.new_page(), email)

    yield make
    for context in contexts:
        context.close()
