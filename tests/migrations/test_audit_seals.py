"""Migration 0009 with acts that were recorded before it."""

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import AuditEntryFactory
from web import schema
from web.models.audit import AuditEntry


def test_old_acts_stay_and_can_no_longer_be_changed(database: Engine, session: Session):
    for _ in range(3):
        AuditEntryFactory(action="demo.seed", kind="user", object_id=1)
    session.commit()
    before = session.execute(select(AuditEntry.__table__)).all()
    session.close()

    schema.downgrade(database, "0008")
    with database.begin() as connection:
        connection.execute(text("UPDATE audit_entry SET object_id = object_id"))
    schema.upgrade(database)

    assert session.execute(select(AuditEntry.__table__)).all() == before
    session.close()
    with database.begin() as connection, pytest.raises(DBAPIError, match="only ever added to"):
        connection.execute(text("UPDATE audit_entry SET object_id = object_id"))
