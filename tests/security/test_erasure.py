"""Erased means gone: from rows, files, logs of the database and keys; and nobody else's data changes."""

import logging
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session, object_session

from tests.factories import AdminFactory, BrowserSessionFactory, OutboxMessageFactory
from tests.factories.documents import DocumentFactory
from tests.factories.placements import MatchFactory, PlacementEventFactory, PlacementFactory
from tests.factories.professionals import (
    ActiveProfessionalFactory,
    ProtectedFactsFactory,
    VerificationFactory,
)
from tests.factories.scenes import make_scene
from tests.support.dump import dump
from tests.support.keys import KEY_STORE, MASTER_KEY
from web.keys import Keyring, KeyStore, MasterKeyText
from web.models import Base
from web.models.document import Document
from web.models.hold import LegalHold
from web.models.outbox import OutboxMessage
from web.models.placement import Placement, PlacementStatus
from web.models.professional import Professional, ProfessionalStatus
from web.models.sealed import PersonalRow
from web.models.user import User
from web.queries.acts import list_acts_on
from web.queries.users import find_user_by_email
from web.services.accounts import suspend_user
from web.services.audit_check import check_audit
from web.services.audit_seals import seal_acts
from web.services.doomed_keys import destroy_doomed_keys
from web.services.erasure import HeldError, NotProfessionalError, ServingError, erase_professional
from web.services.holds import lift_holds, place_hold
from web.services.person_rows import find_rows
from web.tasks.remove_expired import remove_expired

CANARY = "Zxqv7canary"
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def others(session: Session) -> None:
    """Everybody else, in every table."""
    make_scene()
    session.commit()


@pytest.fixture
def person(session: Session, others) -> User:
    """Somebody whose every text says the canary, in every table that can hold something about them."""
    professional = ActiveProfessionalFactory()
    user = professional.user
    case = PlacementFactory(professional=professional)
    closed = PlacementFactory(professional=professional, status=PlacementStatus.DECLINED)
    PlacementEventFactory(placement=case)
    PlacementEventFactory(placement=closed)
    MatchFactory(professional=professional)
    VerificationFactory(licence=professional.licences[0])
    ProtectedFactsFactory(professional=professional)
    DocumentFactory(professional=professional, content=CANARY.encode())
    OutboxMessageFactory(user=user)
    BrowserSessionFactory(user=user)
    suspend_user(session, actor=AdminFactory(), user=user, reason=f"{CANARY} did not answer")
    user.active = True
    session.flush()
    say_canary(session, user)
    session.commit()
    return user


def say_canary(session: Session, user: User) -> None:
    """Write it into every sealed text, and every other free text, of every row about the person."""
    for rows in find_rows(user):
        model = rows.entry.model
        if not issubclass(model, PersonalRow) or rows.table.name == "audit_entry":
            continue
        for row in session.scalars(select(model).where(rows.condition)):
            for name, attribute in model.sealed_attributes().items():
                if attribute.empty is None:
                    setattr(row, name, CANARY)
                elif attribute.empty == "":
                    setattr(row, name, f"{CANARY} {name}" if name != "email" else f"{CANARY}@x.example")
                else:
                    setattr(row, name, {**getattr(row, name), "said": CANARY})
    session.flush()


def erase(session: Session, user: User) -> None:
    erase_professional(session, actor=user, user=user)
    session.commit()
    destroy_doomed_keys(session)
    session.expire_all()


@pytest.fixture
def other_files(mail_folder, documents_folder, tmp_path) -> Iterator[Callable[[], list[Path]]]:
    """List the files beside database and keys: letters that were sent, papers, and what the service logs."""
    log = tmp_path / "log"
    handler = logging.FileHandler(log)
    logging.getLogger().addHandler(handler)
    yield lambda: [path for folder in (mail_folder, documents_folder) for path in find_files(folder)] + [log]
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def erase_by_page(client, sign_in, page) -> Callable[[User], None]:
    """Have somebody erase themselves."""

    def erase_by_page(user: User) -> None:
        sign_in(client, user)
        form = page(client.get("/account/data/erase")).form(having="nonce")
        assert client.post("/account/data/erase", data=form.fill()).status_code == 303

    return erase_by_page


def find_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def files_of(session: Session, engine: Engine) -> list[Path]:
    """Give every file of the database and of the key store, with all that was written written out."""
    session.commit()
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database = Path(engine.url.database)
        found = [*database.parent.glob(f"{database.name}*")]
    else:
        with engine.connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
            folder = connection.exec_driver_sql("SHOW data_directory").scalar_one()
        found = [path for path in Path(folder).rglob("*") if path.is_file()]
    # Beside it lie the key stores of other test processes, whose journals come and go.
    keys = Path(KEY_STORE.removeprefix("sqlite:///"))
    return [*found, *keys.parent.glob(f"{keys.name}*")]


def spellings(word: str) -> list[bytes]:
    plain = word.encode()
    return [plain, plain.lower(), word.encode("utf-16-le"), plain.hex().encode(), b64encode(plain)[:12]]


def find_bytes(files: list[Path], needles: list[bytes]) -> list[str]:
    return sorted({path.name for path in files for needle in needles if needle in path.read_bytes()})


class TestNothingIsLeft:
    def test_in_the_bytes_of_database_log_and_keys(self, session, engine, person):
        wrapped = KeyStore(KEY_STORE).find([person.key_id])[person.key_id]
        assert find_bytes(files_of(session, engine), [wrapped])
        erase(session, person)
        files = files_of(session, engine)
        assert find_bytes(files, [*spellings(CANARY), wrapped]) == []

    def test_in_letters_papers_and_logs(self, app, person, erase_by_page, read_mail, other_files):
        theirs = select(Document.key).where(Document.professional_id == person.professional.id)
        papers = set(object_session(person).scalars(theirs))
        assert papers
        assert papers <= {path.name for path in other_files()}
        assert read_mail()
        assert find_bytes(other_files(), spellings(CANARY))
        erase_by_page(person)
        assert not papers & {path.name for path in other_files()}
        assert find_bytes(other_files(), spellings(CANARY)) == []
        # The last letter leaves for them, and goes in turn.
        assert "erased" in read_mail()[-1]["Subject"]
        assert find_bytes(other_files(), spellings(CANARY))
        remove_expired(app)
        assert find_bytes(other_files(), spellings(CANARY)) == []

    def test_a_text_in_plain_would_be_found(self, session, engine, person):
        """The search itself: what is not sealed shows in the files, also after its row is deleted."""
        session.execute(text("CREATE TABLE plain (word VARCHAR)"))
        session.execute(text("INSERT INTO plain VALUES (:word)"), {"word": CANARY})
        files = files_of(session, engine)
        assert find_bytes(files, spellings(CANARY))
        session.execute(text("DROP TABLE plain"))
        session.commit()

    def test_that_any_key_still_opens(self, session, engine, person):
        """Every sealed text of the database, tried with every key there is."""
        erase(session, person)
        store = KeyStore(KEY_STORE)
        keys = Keyring(store, MasterKeyText(MASTER_KEY))
        there = {key_id for key_id, is_there in keys.list_keys().items() if is_there}
        opened = [
            attribute.read(keys, sealed, f"{table.name}:{number}:{attribute.name}")
            for table, number, attribute, sealed in all_sealed(session)
            if sealed[1:17] in there
        ]
        # But for the last letter, which has not left yet.
        assert [value for value in opened if CANARY in str(value)] == [f"{CANARY}@x.example"]

    def test_in_rows(self, session, person):
        number, profile = person.id, person.professional.id
        erase(session, person)
        user = session.get_one(User, number)
        assert (user.email, user.name, user.password, user.active) == ("", "", None, False)
        kept = session.get_one(Professional, profile)
        assert (kept.status, kept.summary, kept.identity) == (ProfessionalStatus.ERASED, "", None)
        left = {
            rows.table.name: [
                column
                for column in rows.columns_that_go
                if session.scalars(
                    select(rows.table.c[column]).where(rows.condition, is_said(rows, column))
                ).all()
            ]
            for rows in find_rows(user)
            if rows.table.name != "outbox_message"
        }
        # What the tables need to be rows at all, saying nothing.
        assert {name: columns for name, columns in left.items() if columns} == {
            "professional": [
                "version",
                "reference",
                "status",
                "language",
                "stated_none",
                "summary_shared",
                "created_at",
                "revision",
            ],
            "user": [
                "version",
                "key_id",
                "fs_uniquifier",
                "role",
                "language",
                "active",
                "is_demo",
                "created_at",
            ],
        }

    def test_when_the_last_letter_has_left(self, session, app, read_mail, person):
        number = person.id
        erase(session, person)
        (letter,) = [each for each in read_mail() if each["To"] == f"{CANARY}@x.example"]
        assert "erased" in letter["Subject"]
        remove_expired(app)
        session.expire_all()
        assert session.scalars(select(OutboxMessage).where(OutboxMessage.user_id == number)).all() == []
        last_key = session.get_one(User, number).key_id
        assert KeyStore(KEY_STORE).find([last_key]) == {last_key: None}


def is_said(rows, column):
    return rows.table.c[column].is_not(None)


def all_sealed(session):
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, PersonalRow):
            table = mapper.local_table
            (key,) = table.primary_key
            for attribute in mapper.class_.sealed_attributes().values():
                column = table.c[attribute.column]
                for number, sealed in session.execute(select(key, column).where(column.is_not(None))):
                    yield table, number, attribute, bytes(sealed)


def test_nobody_else_is_touched(session, engine, others):
    before = dump(engine)
    professional = ActiveProfessionalFactory()
    session.commit()
    erase(session, professional.user)
    after = dump(engine)
    gone = {name: set(before[name]) - set(after[name]) for name in before}
    assert {name: rows for name, rows in gone.items() if rows} == {
        "pool_revision": set(before["pool_revision"])
    }


def test_the_audit_holds_and_gives_no_reason_any_more(session, person):
    seal_acts(session)
    session.commit()
    (suspended,) = (act for act, _ in list_acts_on(session, person) if act.action == "user.suspend")
    assert suspended.reason == f"{CANARY} did not answer"
    erase_professional(session, actor=person, user=person)
    seal_acts(session)
    session.commit()
    destroy_doomed_keys(session)
    session.expire_all()
    assert list(check_audit(session)) == []
    assert suspended.reason == ""


def test_open_cases_end_and_posts_are_free_again(session, person):
    case = PlacementFactory(professional=person.professional, status=PlacementStatus.APPROVED)
    vacancy, filled = case.vacancy, case.vacancy.filled
    session.commit()
    profile = person.professional.id
    erase(session, person)
    cases = session.scalars(select(Placement).where(Placement.professional_id == profile)).all()
    assert {each.status for each in cases} == {PlacementStatus.WITHDRAWN, PlacementStatus.DECLINED}
    assert vacancy.filled == filled - 1


def test_the_address_can_sign_up_again(session, person):
    erase(session, person)
    assert find_user_by_email(session, f"{CANARY}@x.example") is None


class TestRefusals:
    def test_staff_answer_for_what_they_decided(self, session, others):
        with pytest.raises(NotProfessionalError):
            erase_professional(session, actor=None, user=AdminFactory())

    def test_who_is_held_stays_until_released(self, session, person):
        hold = place_hold(session, actor=None, user=person, reason="Case 7 of the court")
        with pytest.raises(HeldError):
            erase_professional(session, actor=person, user=person)
        assert hold.reason == "Case 7 of the court"
        assert lift_holds(session, actor=None, user=person) == 1
        erase(session, person)
        assert session.scalars(select(LegalHold)).all() == []

    def test_who_serves_stays_until_the_case_is_closed(self, session, person):
        PlacementFactory(professional=person.professional, status=PlacementStatus.IN_POST)
        with pytest.raises(ServingError):
            erase_professional(session, actor=person, user=person)
