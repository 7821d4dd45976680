"""A stage that can be set back to how it was, however much a test has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from tests.security.crawl import Found, find_forms
from tests.security.stage import Stage, open_stage
from tests.support.dump import put_back, save


class Rehearsal:
    """The stage, and what its database held before the first change."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.saved = save(stage.engine)

    @cached_property
    def forms(self) -> list[Found]:
        """Every form of the service, open in somebody's browser."""
        return find_forms(self.stage)

    def restore(self) -> None:
        """Undo everything."""
        self.stage.session.rollback()
        put_back(self.stage.engine, self.saved)
        self.stage.session.expire_all()


@contextmanager
def open_rehearsal(url: str, folder: Path) -> Iterator[Rehearsal]:
    """Set a scene on a database, and remember it."""
    with open_stage(url, folder) as stage:
        yield Rehearsal(stage)
