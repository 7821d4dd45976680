"""Who is erased, suspended or given another role while a form of theirs waits changes nothing any more."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from tests.factories import AdminFactory, CoordinatorFactory
from tests.factories.professionals import ActiveProfessionalFactory
from web.db import WRITING, begin_writing, current_engine
from web.models.user import Role
from web.services.accounts import change_user, suspend_user
from web.services.erasure import erase_professional

pytestmark = pytest.mark.usefixtures("database")

PATIENCE_SECONDS = 4
TYPED = "Zxqv7canary"


def erase(session, user):
    erase_professional(session, actor=user, user=user)


def suspend(session, user):
    suspend_user(session, actor=AdminFactory(), user=user, reason="Left")


def demote(session, user):
    new = {"name": user.name, "role": Role.ADMIN, "ministry": None, "countries": []}
    change_user(session, actor=AdminFactory(), user=user, expected_version=user.version, **new)


def professional():
    return ActiveProfessionalFactory().user


@pytest.fixture
def meanwhile(app, client, session):
    """Do something to somebody while a form of theirs waits for its turn to write; give its answer."""
    waits = threading.Event()

    def note(connection):
        if WRITING in connection.get_execution_options():
            waits.set()

    def send(path, filled, act, user):
        begin_writing(session)
        act(session, user)
        session.flush()
        waits.clear()
        with ThreadPoolExecutor(1) as other:
            # Not by the reader itself, who would commit for us first.
            answer = other.submit(FlaskClient.open, client, path, method="POST", data=filled)
            assert waits.wait(PATIENCE_SECONDS)
            session.commit()
        session.expire_all()
        return answer.result()

    with app.app_context():
        engine = current_engine()
    event.listen(engine, "begin", note, insert=True)
    yield send
    event.remove(engine, "begin", note)


@pytest.mark.parametrize(
    ("make_person", "act"),
    [
        (professional, erase),
        (professional, suspend),
        (CoordinatorFactory, suspend),
        (CoordinatorFactory, demote),
    ],
)
def test_what_waited_is_not_saved(make_person, act, page, sign_in, client, meanwhile):  # noqa: PLR0917
    user = make_person()
    sign_in(client, user)
    path = "/account/settings"
    filled = page(client.get(path)).form(having="name").fill(name=TYPED)
    assert meanwhile(path, filled, act, user).headers["Location"] == "/account/sign-in"
    assert user.name != TYPED


def test_no_row_comes_back_to_somebody_erased(page, sign_in, client, meanwhile):
    """No version guards an entry that is new."""
    user = professional()
    sign_in(client, user)
    path = "/professional/profile/languages/new"
    filled = page(client.get(path)).form(having="code").fill(code="fr", cefr="B2")
    assert meanwhile(path, filled, erase, user).headers["Location"] == "/account/sign-in"
    assert user.professional.languages == []
