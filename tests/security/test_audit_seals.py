"""The audit is only ever added to, and whatever is done to it behind the service's back is found."""

import json

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.factories import MinistryFactory, UserFactory
from tests.support.databases import unguarded
from web.db import transaction
from web.models.audit import AuditEntry, AuditSeal
from web.models.ministry import Ministry
from web.models.user import User
from web.services.audit import record_act
from web.services.audit_check import Fault, Finding, check_audit
from web.services.audit_seals import (
    KEY,
    NOTHING_BEFORE,
    SealsBegunError,
    begin_seals,
    find_head,
    seal_of,
)

pytestmark = pytest.mark.usefixtures("database")

ACTS = 12
TAMPERED = (1, 2, 6, 11, 12)
"""Numbers of the chain that are tampered with: its ends and its middle."""
OTHER_VALUES = {
    "at": "'2020-01-01 00:00:00+00'",
    "actor_id": "NULL",
    "action": "'vacancy.approve'",
    "kind": "'placement'",
    "object_id": "object_id + 1",
    "reason": "'because'",
    "request_id": "'another'",
    "details": """'{"step": 99}'""",
}
ACT = "(SELECT entry_id FROM audit_seal WHERE number = {0})"
FORGED = (
    "INSERT INTO audit_entry (id, at, action, kind, object_id, reason, request_id, details)"
    " VALUES (999999, '2027-01-01 00:00:00+00', 'vacancy.approve', 'vacancy', 1, '', '', '{}')"
)


def changes() -> dict[str, list[str]]:
    """Give statements that change one value of one act."""
    return {
        f"{column} of {number}": [
            f"UPDATE audit_entry SET {column} = {value} WHERE id = {ACT.format(number)}"
        ]
        for number in TAMPERED
        for column, value in OTHER_VALUES.items()
    }


def removals() -> dict[str, list[str]]:
    """Give statements that take away acts, seals, or both."""
    found = {}
    for number in TAMPERED:
        act = f"DELETE FROM audit_entry WHERE id = {ACT.format(number)}"
        seal = f"DELETE FROM audit_seal WHERE number = {number}"
        found |= {f"act {number}": [act], f"seal {number}": [seal], f"both of {number}": [act, seal]}
    cut = "DELETE FROM audit_seal WHERE number > {0}"
    return found | {
        f"all after {number}": [
            f"DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE number > {number})",
            cut.format(number),
        ]
        for number in (1, 6, 11)
    }


def exchanges() -> dict[str, list[str]]:
    """Give statements that put acts or seals in another order, or add some."""
    found = {}
    for one, other in ((1, 2), (6, 7), (1, 12)):
        away = "UPDATE audit_seal SET number = -1 WHERE number = {0}"
        move = "UPDATE audit_seal SET number = {1} WHERE number = {0}"
        found[f"seals {one} and {other}"] = [
            away.format(one),
            move.format(other, one),
            move.format(-1, other),
        ]
    found["forged act"] = [FORGED]
    found["forged act with a seal"] = [
        FORGED,
        f"INSERT INTO audit_seal (number, entry_id, seal) VALUES ({ACTS + 1}, 999999, '{'0' * 64}')",
    ]
    found["forged seal"] = [f"UPDATE audit_seal SET seal = '{'0' * 64}' WHERE number = 6"]
    return found


TAMPERS = {**changes(), **removals(), **exchanges()}


@pytest.fixture
def thing(session: Session) -> tuple[User, Ministry]:
    """Somebody, and what they do something to."""
    made = UserFactory(), MinistryFactory()
    session.commit()
    return made


@pytest.fixture
def record(app, thing):
    """Give a function that records acts in one transaction."""
    user, ministry = thing

    def record(*steps: int) -> None:
        with app.app_context(), transaction() as writing:
            for step in steps:
                record_act(writing, actor=user, action="ministry.update", thing=ministry, step=step)

    return record


@pytest.fixture
def chain(record, session: Session) -> Session:
    """Twelve acts of three transactions, and the session that checks them."""
    for begin in range(0, ACTS, 4):
        record(*range(begin, begin + 4))
    return session


def test_acts_are_sealed_one_after_the_other(chain: Session):
    assert chain.scalars(select(AuditSeal.number).order_by(AuditSeal.number)).all() == [*range(1, ACTS + 1)]
    assert list(check_audit(chain, [find_head(chain)])) == []


def test_every_tamper_is_found(chain: Session):
    head = find_head(chain)
    assert len(TAMPERS) >= 60
    unnoticed = []
    for name, statements in TAMPERS.items():
        with unguarded(chain.connection()):
            for statement in statements:
                chain.execute(text(statement.replace(":00:", r"\:00\:").replace('": ', r'"\: ')))
        if not list(check_audit(chain, [head])):
            unnoticed.append(name)
        chain.rollback()
    assert unnoticed == []
    assert list(check_audit(chain, [head])) == []


def test_a_chain_made_anew_without_the_key_is_found(chain: Session):
    before = NOTHING_BEFORE
    entries = chain.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    with unguarded(chain.connection()):
        for number, entry in enumerate(entries, 1):
            before = seal_of(b"another key", entry, number, before)
            again = text("UPDATE audit_seal SET seal = :seal WHERE number = :number")
            chain.execute(again, {"seal": before, "number": number})
    assert [each.fault for each in check_audit(chain)] == [Fault.CHANGED] * ACTS


def test_an_act_of_another_branch_does_not_fit_what_follows(chain: Session):
    """Somebody put back an old copy, let the service record something else, and takes that act over."""
    seals = {seal.number: seal for seal in chain.scalars(select(AuditSeal))}
    other = chain.get_one(AuditEntry, seals[6].entry_id)
    other.reason = "because"
    with unguarded(chain.connection()):
        chain.flush()
        sealed = seal_of(chain.info[KEY], other, 6, seals[5].seal)
        chain.execute(update(AuditSeal).where(AuditSeal.number == 6).values(seal=sealed))
    assert list(check_audit(chain)) == [Finding(Fault.CHANGED, 7)]


def test_a_chain_made_anew_with_the_key_is_told_by_a_head_kept_elsewhere(chain: Session):
    head, before = find_head(chain), NOTHING_BEFORE
    entries = chain.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
    with unguarded(chain.connection()):
        chain.execute(text("UPDATE audit_entry SET reason = 'because'"))
        chain.expire_all()
        for number, entry in enumerate(entries, 1):
            before = seal_of(chain.info[KEY], entry, number, before)
            again = text("UPDATE audit_seal SET seal = :seal WHERE number = :number")
            chain.execute(again, {"seal": before, "number": number})
    assert list(check_audit(chain)) == []
    assert list(check_audit(chain, [head])) == [Finding(Fault.CUT, ACTS)]


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_database_refuses_to_change_it(chain: Session, table, statement):
    column = "object_id" if table == "audit_entry" else "number"
    with pytest.raises(DBAPIError, match="only ever added to"):
        chain.execute(text(statement.format(table, column, column)))
    chain.rollback()
    assert list(check_audit(chain)) == []


def test_what_is_rolled_back_leaves_no_seal(app, record, thing, session: Session):
    def fail() -> None:
        with app.app_context(), transaction() as writing:
            record_act(writing, actor=thing[0], action="ministry.update", thing=thing[1])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    record(1)
    assert [seal.number for seal in session.scalars(select(AuditSeal))] == [1]
    assert list(check_audit(session)) == []


def test_acts_of_the_time_before_are_sealed_once(thing, session: Session):
    user, ministry = thing
    for step in range(3):
        record_act(session, actor=user, action="ministry.update", thing=ministry, step=step)
    session.commit()
    assert [each.fault for each in check_audit(session)] == [Fault.UNSEALED] * 3
    assert begin_seals(session) == 3
    session.commit()
    assert list(check_audit(session)) == []
    with pytest.raises(SealsBegunError):
        begin_seals(session)


class TestCommands:
    def test_all_is_well(self, chain, command_line, app, tmp_path):
        heads = tmp_path / "heads"
        heads.write_text(command_line.invoke(args=["audit", "head"]).stdout)
        result = command_line.invoke(args=["audit", "verify", "--heads", str(heads)])
        assert (result.exit_code, result.stdout) == (0, "12 acts sealed, 1 heads kept, 0 faults.\n")

    def test_faults_are_named(self, chain, command_line, tmp_path):
        heads = tmp_path / "heads"
        heads.write_text(json.dumps({"number": ACTS, "seal": find_head(chain).seal}))
        with unguarded(chain.connection()):
            chain.execute(text(f"UPDATE audit_entry SET reason = 'x' WHERE id = {ACT.format(6)}"))
            chain.execute(text(f"DELETE FROM audit_seal WHERE number = {ACTS}"))
        chain.commit()
        result = command_line.invoke(args=["audit", "verify", "--heads", str(heads)])
        assert result.exit_code == 3
        assert result.stdout.splitlines()[0] == "act 6 is not what was recorded, or its seal was changed"
        assert result.stdout.endswith("11 acts sealed, 1 heads kept, 3 faults.\n")

    @pytest.mark.parametrize("line", ["", "{}", "[]", '{"number": "x", "seal": ""}', "\0"])
    def test_what_is_no_head_is_named(self, chain, command_line, tmp_path, line):
        heads = tmp_path / "heads"
        heads.write_text(f"{command_line.invoke(args=['audit', 'head']).stdout}{line}\n")
        result = command_line.invoke(args=["audit", "verify", "--heads", str(heads)])
        assert result.exit_code == 1
        assert "line 2: is no head" in result.output
