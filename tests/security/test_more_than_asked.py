"""What a form does not ask for is not taken, however its name is spelt; and what it sends tells no secrets.

Every form that writes is sent once as it should be and once with the name of every column beside its fields.
Nothing but moments and chance numbers may differ between what the two leave behind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any

import pytest
from flask import request
from sqlalchemy import Boolean, Date, DateTime, Integer, select
from sqlalchemy import Enum as SQLEnum
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from tests.security.crawl import Found
from tests.security.full_scene import fill as fill_scene
from tests.security.knowledge import may_know, session_of
from tests.security.rehearsal import Rehearsal
from tests.security.sending import TAKES_FILE, fill, send
from tests.security.stage import EVERYBODY, Stage, open_stage
from tests.security.tokens import Words, mark, plain_name, text_of
from tests.support.databases import sqlite_databases
from web.db import transaction
from web.emails.letters import Letter
from web.emails.register import COMPOSERS, compose
from web.models.inventory import TABLES, TableEntry
from web.models.outbox import Message, OutboxMessage
from web.models.user import User
from web.sessions import SESSION_ID
from web.views.guards import public, the_user

STRANGE_DAY = date(2031, 5, 5)
SEE_OTHER = 303
# Answered by an address that nobody of the stage has, and by what only the real mailbox and device have.
REFUSED = {"account.sign_in", "account.second_step_mail", "account.second_step_passkey"}
# A token is no telephone number; and a box that stays empty is asked for all the same.
FITTING = {
    **{
        f"professional.profile_documents_{page}": {"for_ministries": ["y"]}
        for page in ("new", "replace", "show")
    },
    "professional.profile_identity": {"phone": ["+44 20 7946 0001"]},
}
SPELLINGS = ("{column}", "{table}.{column}", "{table}-{column}", "{table}[{column}]", "{table}__{column}")
# Drawn by lot, or a digest of what was; or a moment some time after the present one.
BY_CHANCE = frozenset(
    {
        "audit_entry.request_id",
        "audit_seal.seal",
        "mailed_code.salt",
        "recovery_code.code_hash",
        "document.key",
        "user.key_id",
        "browser_session.device_hash",
        "browser_session.ends_at",
        "browser_session.id_hash",
        "browser_session.idle_ends_at",
        "outbox_message.message_id",
        "professional.reference",
        "user.fs_uniquifier",
        "user.password",
    }
)

Values = dict[str, list[str]]
# (table and column, number of the row in its table) -> what stands there
Left = dict[tuple[str, int], object]


@pytest.fixture(scope="module")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """A stage with a token in every text."""
    folder = tmp_path_factory.mktemp("more")
    with sqlite_databases(folder) as make, open_stage(make(), folder) as stage:
        fill_scene(stage.scene)
        stage.tokens = mark(stage.session)
        yield Rehearsal(stage)


def list_writing(rehearsal: Rehearsal) -> list[Found]:
    """List the forms that write; as they were found, before anything was sent."""
    found = [found for found in rehearsal.forms if found.form.method == "post"]
    rehearsal.restore()
    return found


def list_extra(found: Found) -> Values:
    """List the name of every column in every spelling, each with a value it could hold.

    With a file a form has parts, of which no more than a thousand are taken.
    """
    return {
        spelling.format(table=table.name, column=column.name): [_value(table, column.name)]
        for table in TABLES
        for column in table.columns
        for spelling in (SPELLINGS[:2] if found.endpoint in TAKES_FILE else SPELLINGS)
    }


def _value(table: TableEntry, name: str) -> str:
    kind = table.model.__table__.columns[name].type
    if isinstance(kind, SQLEnum):
        return str(kind.enums[-1])
    plain = {Boolean: "y", Integer: "7", Date: str(STRANGE_DAY), DateTime: f"{STRANGE_DAY}T00:00:00+00:00"}
    found = (value for sort, value in plain.items() if isinstance(kind, sort) or _impl_is(kind, sort))
    return next(found, "planted@people.example")


def _impl_is(kind: Any, sort: type) -> bool:
    return isinstance(getattr(kind, "impl", None), sort)


def read_all(stage: Stage) -> Left:
    """Read everything as the service reads it; moments of just now are as good as each other."""
    with Session(stage.engine, info=stage.session.info) as session:
        return {
            (column.place, number): _plain(getattr(row, plain_name(column)))
            for table in TABLES
            for number, row in enumerate(session.scalars(_in_order(table)))
            for column in table.columns
            if column.place not in BY_CHANCE
        }


def _in_order(table: TableEntry) -> Any:
    return select(table.model).order_by(*table.model.__table__.primary_key)


def _plain(value: object) -> object:
    if isinstance(value, datetime) and abs(value - datetime.now(UTC)) < timedelta(minutes=30):
        return "just now"
    return repr(value.value if isinstance(value, Enum) else value)


@dataclass(frozen=True)
class Sent:
    """One form: what was taken that it does not ask for, and who was told what they may not know."""

    found: Found
    status: int
    taken: list[str]
    told: list[str]


def try_out(rehearsal: Rehearsal, forms: Iterable[Found]) -> Iterator[Sent]:
    """Send each form as it should be and with more, setting everything back between."""
    stage = rehearsal.stage
    for found in forms:
        values = fill(found) | FITTING.get(found.endpoint, {})
        response = send(found, values)
        told = [*_told_by(stage, found, text_of(stage.app, response)), *_told_by_mail(stage)]
        asked = read_all(stage)
        rehearsal.restore()
        send(found, list_extra(found) | values)
        more = read_all(stage)
        rehearsal.restore()
        taken = {key[0] for key in asked.keys() | more.keys() if asked.get(key) != more.get(key)}
        yield Sent(found, response.status_code, sorted(taken), told)


def _told_by(stage: Stage, found: Found, text: bytes) -> list[str]:
    with found.client.session_transaction() as cookie:
        reader = EVERYBODY[cookie.get(SESSION_ID, "visitor")](stage.scene)
    # What somebody has just removed is gone; that it was theirs, the policy has said.
    shown = [words for words in stage.tokens.found_in(text) if is_there(words)]
    return _name_foreign(reader, shown, str(found))


def _told_by_mail(stage: Stage) -> list[str]:
    waiting = select(OutboxMessage).where(OutboxMessage.sent_at.is_(None))
    with stage.app.test_request_context():
        return [fault for row in stage.session.scalars(waiting) for fault in read_letter(stage, row)]


def read_letter(stage: Stage, row: OutboxMessage) -> list[str]:
    """Give the words in a letter that its reader may not know."""
    letter: Letter = compose(stage.session, row)
    reader = stage.session.get_one(User, row.details["user_id"])
    text = f"{row.recipient}\n{letter.subject}\n{letter.text}\n{letter.html}"
    return _name_foreign(reader, stage.tokens.found_in(text.encode()), f"{row.message} to {reader.role}")


def is_there(words: Words) -> bool:
    """Say whether the row of some words is still stored."""
    row = getattr(words.row, "vacancy", words.row)
    try:
        return bool(session_of(row).refresh(row) or True)
    except InvalidRequestError:
        return False


def _name_foreign(reader: User | None, shown: Iterable[Words], where: str) -> list[str]:
    return sorted(f"{where} shows {words}" for words in shown if not may_know(reader, words))


@pytest.fixture(scope="module")
def sent(rehearsal: Rehearsal) -> list[Sent]:
    """Every form of the service, tried out."""
    return list(try_out(rehearsal, list_writing(rehearsal)))


def test_nothing_is_taken_that_a_form_does_not_ask_for(sent):
    faults = [f"{each.found} takes {each.taken}" for each in sent if each.taken]
    assert not faults, "\n".join(faults)


def test_neither_answer_nor_letter_tells_what_its_reader_may_not_know(sent):
    faults = [fault for each in sent for fault in each.told]
    assert not faults, "\n".join(faults)


def test_forms_were_really_sent(sent):
    """A form that is refused takes nothing anyway, and no letter follows."""
    refused = {each.found.endpoint for each in sent if each.status != SEE_OTHER}
    assert refused <= REFUSED


@public
def careless() -> Response:
    """Take whatever is sent, as `setattr` over a form's data would."""
    with transaction() as session:
        user = session.get_one(User, the_user().id)
        for name in ("language", "role"):
            setattr(user, name, request.form.get(name, getattr(user, name)))
    return redirect("/", code=SEE_OTHER)


def test_field_taken_unasked_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a page that lets people make themselves administrators."""
    settings = [form for form in list_writing(rehearsal) if form.endpoint == "account.settings"][:1]
    monkeypatch.setitem(rehearsal.stage.app.view_functions, "account.settings", careless)
    (tried,) = try_out(rehearsal, settings)
    assert "user.role" in tried.taken


def test_name_in_a_letter_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a letter to the ministry that says who is proposed to it."""
    person = rehearsal.stage.scene.b.professional.identity
    letter = Letter("A proposal", f"It is {person.family_name}.", "")
    monkeypatch.setitem(COMPOSERS, Message.PLACEMENT_PROPOSED, lambda _session, _row: letter)
    ministry = rehearsal.stage.scene.a.ministry_user
    row = OutboxMessage(
        message=Message.PLACEMENT_PROPOSED, recipient="", language="en", details={"user_id": ministry.id}
    )
    with rehearsal.stage.app.test_request_context():
        (fault,) = read_letter(rehearsal.stage, row)
    assert fault == "placement_proposed to ministry shows identity.family_name of Identity"
