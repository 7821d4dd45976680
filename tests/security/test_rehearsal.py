"""What the stage is set back to, on which all tests that send forms rely, whatever ran before them."""

from sqlalchemy import delete, select

from tests.security.rehearsal import Rehearsal
from tests.support.dump import changed_tables, dump
from web.db import transaction
from web.models.document import Document
from web.models.sealed import keyring_of
from web.models.user import User


def test_setting_back_brings_back_rows_keys_and_papers(rehearsal: Rehearsal):
    stage = rehearsal.stage
    before = dump(stage.engine)
    papers = contents(rehearsal)
    with stage.app.app_context(), transaction() as session:
        keyring_of(session).destroy(*session.scalars(select(User.key_id)))
        session.execute(delete(Document))
    for path in rehearsal.papers.glob("??/*"):
        path.unlink()
    rehearsal.restore()
    assert changed_tables(before, dump(stage.engine)) == []
    assert contents(rehearsal) == papers


def contents(rehearsal: Rehearsal) -> dict[str, bytes]:
    """Read every paper of the stage."""
    papers = {path.name: path.read_bytes() for path in rehearsal.papers.glob("??/*")}
    assert papers
    return papers
