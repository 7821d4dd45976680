"""The folder of documents is put in order every hour."""

import logging

import pytest

from tests.factories import DocumentFactory
from web.services.documents.files import store_of
from web.tasks.sweep_documents import sweep

pytestmark = pytest.mark.usefixtures("database", "no_documents")


def test_what_is_found_is_told(app, session, caplog, let_documents_age):
    lost, _kept = DocumentFactory(), DocumentFactory()
    session.commit()
    store_of(session).delete(lost.key)
    store_of(session).write(b"nobody's")
    let_documents_age()
    with caplog.at_level(logging.WARNING):
        swept = sweep(app)
    assert swept.deleted
    assert swept.lost == [lost.id]
    assert str(lost.id) in caplog.text


@pytest.mark.parametrize("numbers", [(0, 1), (3, 4), (30, 21)])
def test_the_folder_of_another_database_is_left_alone(app, session, caplog, let_documents_age, numbers):
    with_row, without = numbers
    DocumentFactory.create_batch(with_row)
    session.commit()
    others = {store_of(session).write(b"theirs") for _ in range(without)}
    let_documents_age()
    swept = sweep(app)
    assert (swept.deleted, set(swept.unknown)) == ([], others)
    assert others <= set(store_of(session).list_keys())
    assert "of another database" in caplog.text


def test_nothing_to_find_is_nothing_to_tell(app, caplog):
    sweep(app)
    caplog.clear()
    assert sweep(app).lost == []
    assert caplog.text == ""
