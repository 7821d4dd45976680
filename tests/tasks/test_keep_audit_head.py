"""The end of the audit is kept outside the database, once for each change."""

from dataclasses import replace

import pytest

from tests.factories import MinistryFactory
from web.db import transaction
from web.services.audit import record_act
from web.services.audit_heads import HeadError, read_heads
from web.services.audit_seals import find_head
from web.tasks.keep_audit_head import keep_audit_head


@pytest.fixture
def heads(app, tmp_path, monkeypatch):
    """The file, in a folder that is not there yet."""
    path = tmp_path / "elsewhere" / "heads.jsonl"
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], audit_heads=path))
    return path


@pytest.fixture
def record(app, session):
    ministry = MinistryFactory()
    session.commit()

    def record():
        with app.app_context(), transaction() as writing:
            record_act(writing, actor=None, action="ministry.update", thing=ministry)

    return record


def test_a_head_is_kept_whenever_something_was_recorded(app, heads, record, session):
    assert not keep_audit_head(app)
    assert not heads.exists()
    for _ in range(2):
        record()
        assert [keep_audit_head(app), keep_audit_head(app)] == [True, False]
    kept = list(read_heads(heads))
    assert [head.number for head in kept] == [1, 2]
    assert kept[-1] == find_head(session)


def test_a_spoilt_file_is_not_written_on(app, heads, record):
    heads.parent.mkdir()
    heads.write_text("no head\n")
    record()
    with pytest.raises(HeadError, match="line 1"):
        keep_audit_head(app)
    assert heads.read_text() == "no head\n"
