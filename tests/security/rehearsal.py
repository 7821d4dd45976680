"""A stage that can be set back to how it was, however much a test has changed."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.security.crawl import Found, Opened, find_forms, open_pages
from tests.security.stage import Stage, open_stage
from tests.support.dump import put_back, save
from web.services.documents import STORE

# A link for a new password works for ten minutes, and the longest test takes one.
FRESH_SECONDS = 7 * 60


class Rehearsal:
    """The stage, and what its database and its folder of papers held before the first change."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.saved = save(stage.engine)
        self.papers: Path = stage.session.info[STORE].folder
        self.saved_papers = self.papers.with_name("saved papers")
        shutil.copytree(self.papers, self.saved_papers)
        self._pages: list[Opened] = []
        self._forms: list[Found] = []
        self._opened_at = 0.0

    def freshen(self) -> None:
        """Have pages opened again before links in mails end; between two tests, as opening may write."""
        if time.monotonic() - self._opened_at > FRESH_SECONDS:
            self._pages, self._forms = [], []

    @property
    def pages(self) -> list[Opened]:
        """Every page of the service, open in its owner's browser."""
        if not self._pages:
            self._pages, self._opened_at = list(open_pages(self.stage)), time.monotonic()
        return self._pages

    @property
    def forms(self) -> list[Found]:
        """Every form on those pages."""
        if not self._forms:
            self._forms = find_forms(self.stage, self.pages)
        return self._forms

    def restore(self) -> None:
        """Undo everything."""
        self.stage.session.rollback()
        put_back(self.stage.engine, self.saved)
        shutil.rmtree(self.papers)
        shutil.copytree(self.saved_papers, self.papers)
        self.stage.session.expire_all()


@contextmanager
def open_rehearsal(url: str, folder: Path) -> Iterator[Rehearsal]:
    """Set a scene on a database, and remember it."""
    with open_stage(url, folder) as stage:
        yield Rehearsal(stage)
