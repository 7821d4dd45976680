"""Migration 0010 with checks that were made before anybody had to sign them."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.factories import VerificationFactory
from web import schema
from web.models.claims import Verification, VerificationMethod


def test_checks_with_the_regulator_go_on_counting_without_a_signer(database: Engine, session: Session):
    asked = VerificationFactory(method=VerificationMethod.PRIMARY_SOURCE).id
    looked_up = VerificationFactory().id
    session.commit()
    session.close()
    schema.downgrade(database, "0009")
    schema.upgrade(database)
    check = session.get_one(Verification, asked)
    assert check.is_complete
    assert (check.countersigned_at, check.countersigned_by_id) == (check.checked_at, None)
    assert session.get_one(Verification, looked_up).countersigned_at is None
