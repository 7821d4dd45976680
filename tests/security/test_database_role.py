"""The role of the pages can run the service, and can change neither an act nor a table."""

from dataclasses import replace

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests.factories import UserFactory
from tests.factories.scenes import make_scene
from tests.support.accounts import PASSWORD, password_hash
from tests.support.app import open_app
from tests.support.databases import text_of
from tests.support.keys import keyring
from web.database_role import RoleMissingError, UnsuitableRoleError, grant_to_web
from web.db import current_engine, make_engine, transaction
from web.models.audit import AuditEntry, AuditSeal
from web.models.placement import PlacementStatus
from web.services.audit import record_act

ROLE = "pages of the web"
TAMPERS = [
    "UPDATE audit_entry SET reason = 'another'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry CASCADE",
    "UPDATE audit_seal SET seal = 'another'",
    "DELETE FROM audit_seal",
    "TRUNCATE audit_seal",
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "ALTER TABLE audit_seal DISABLE TRIGGER ALL",
    "DROP TRIGGER audit_entry_no_update ON audit_entry",
    "DROP TABLE audit_seal",
    "CREATE TABLE another (id integer)",
    "CREATE TEMPORARY TABLE another (id integer)",
    "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE sql AS $$ SELECT NULL $$",
    "SET session_replication_role = replica",
    "UPDATE alembic_version SET version_num = '0001'",
    "TRUNCATE professional CASCADE",
]


@pytest.fixture
def database_kind():
    """Only PostgreSQL has roles."""
    return "postgresql"


@pytest.fixture
def role(engine):
    with engine.begin() as connection:
        connection.execute(text(f'CREATE ROLE "{ROLE}" LOGIN'))
    grant_to_web(engine, ROLE)
    yield ROLE
    with engine.begin() as connection:
        connection.execute(text(f'DROP OWNED BY "{ROLE}"'))
        connection.execute(text(f'DROP ROLE "{ROLE}"'))


@pytest.fixture
def role_url(role, database_url):
    return text_of(make_url(database_url).set(username=role))


@pytest.fixture
def app(role_url, settings, engine):
    """The service, connected as the role."""
    app = open_app(replace(settings, database_url=role_url))
    yield app
    with app.app_context():
        current_engine().dispose()


def test_people_sign_in_write_and_approve(client, sign_in, session):
    scene = make_scene()
    case = scene.a.placements[PlacementStatus.AGREED]
    assert client.get("/readyz").status_code == 200
    UserFactory(email="ama@people.example", password=password_hash())
    signed_in = client.submit("/account/sign-in", email="ama@people.example", password=PASSWORD)
    assert signed_in.location == "/professional/"
    assert client.submit("/account/settings", having="name", name="Ama Owusu").status_code == 303
    sign_in(client, scene.a.second_coordinator)
    answer = client.submit(f"/coordinator/cases/{case.id}", action=f"/coordinator/cases/{case.id}/approve")
    assert answer.status_code == 303
    session.refresh(case)
    assert case.status == PlacementStatus.APPROVED
    assert session.query(AuditEntry).count() == session.query(AuditSeal).count() >= 2


@pytest.mark.parametrize("statement", TAMPERS)
def test_tampering_is_refused(app, role_url, session, statement):
    user = UserFactory()
    session.commit()
    with app.app_context(), transaction() as writing:
        record_act(writing, actor=None, action="user.update", thing=user)
    engine = make_engine(role_url, keyring())
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        engine.begin() as connection,
    ):
        connection.execute(text(statement))
    engine.dispose()


def test_owner_of_the_tables_meets_the_triggers_alone(engine, app, session):
    """The planted fault: the owner is stopped by a trigger only, which the owner can drop."""
    with pytest.raises(DBAPIError, match="only ever added to"), engine.begin() as connection:
        connection.execute(text(TAMPERS[1]))


def test_role_that_could_do_everything_is_refused(engine):
    with pytest.raises(RoleMissingError):
        grant_to_web(engine, "nobody of that name")
    with pytest.raises(UnsuitableRoleError):
        grant_to_web(engine, "postgres")


def test_command(command_line, engine, role, settings):
    """As its owner runs it."""
    app = open_app(settings)
    runner = app.test_cli_runner()
    runner.test_session = command_line.test_session
    done = runner.invoke(args=["database", "grant", role])
    assert (done.exit_code, done.output.split(" may ")[0]) == (0, role)
    refused = runner.invoke(args=["database", "grant", "nobody of that name"])
    assert "there is no role" in refused.output
    with app.app_context():
        current_engine().dispose()
