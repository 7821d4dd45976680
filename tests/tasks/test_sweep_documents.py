"""The folder of documents is put in order every hour."""

import logging
from datetime import timedelta

import pytest

from tests.factories import DocumentFactory
from web.services.documents import sweeping
from web.services.documents.files import store_of
from web.tasks.sweep_documents import sweep

pytestmark = pytest.mark.usefixtures("database")


def test_what_is_found_is_told(app, session, monkeypatch, caplog):
    monkeypatch.setattr(sweeping, "YOUNG", timedelta(seconds=-1))
    lost = DocumentFactory()
    session.commit()
    store_of(session).delete(lost.key)
    store_of(session).write(b"nobody's")
    with caplog.at_level(logging.WARNING):
        swept = sweep(app)
    assert swept.deleted
    assert swept.lost == [lost.id]
    assert str(lost.id) in caplog.text


def test_nothing_to_find_is_nothing_to_tell(app, caplog):
    sweep(app)
    caplog.clear()
    assert sweep(app).lost == []
    assert caplog.text == ""
