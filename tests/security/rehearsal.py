"""A stage that can be set back to how it was, however much a test has changed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests.security.crawl import Found, Opened, find_forms, open_pages
from tests.security.stage import Stage, open_stage
from tests.support.dump import put_back, save
from web.services.documents import STORE


class Rehearsal:
    """The stage, and what its database and its folder of papers held before the first change."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.saved = save(stage.engine)
        self.papers: Path = stage.session.info[STORE].folder
        self.saved_papers = self.papers.with_name("saved papers")
        shutil.copytree(self.papers, self.saved_papers)

    @cached_property
    def pages(self) -> list[Opened]:
        """Every page of the service, open in its owner's browser."""
        return list(open_pages(self.stage))

    @cached_property
    def forms(self) -> list[Found]:
        """Every form on those pages."""
        return find_forms(self.stage, self.pages)

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
