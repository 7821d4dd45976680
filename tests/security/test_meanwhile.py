"""Who is erased, suspended or demoted while a request waits: nothing is done by them, or to them."""

import threading
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from flask.testing import FlaskClient
from flask_security.recoverable import generate_reset_password_token
from sqlalchemy import event, select

from tests.factories import (
    AdminFactory,
    CoordinatorFactory,
    MinistryUserFactory,
    PublishedVacancyFactory,
    UserFactory,
)
from tests.factories.professionals import ActiveProfessionalFactory
from web.accounts import make_address_token
from web.db import WRITING, begin_writing, current_engine
from web.models.audit import AuditEntry
from web.models.placement import OPEN, Placement
from web.models.ranking import Match
from web.models.user import Role
from web.services.accounts import change_user, set_password, suspend_user
from web.services.addresses import change_address
from web.services.erasure import erase_professional

pytestmark = pytest.mark.usefixtures("database")

PATIENCE_SECONDS = 4
# Who need not wait for us has done harm by then.
MOMENT_SECONDS = 0.5
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
    """Do something to somebody while a request waits for its turn to write; give its answer."""
    waits = threading.Event()

    def note(connection):
        if WRITING in connection.get_execution_options():
            waits.set()

    def send(path, act, user, filled=None):
        session.commit()
        begin_writing(session)
        act(session, user)
        session.flush()
        waits.clear()
        with ThreadPoolExecutor(1) as other:
            # Not by the reader itself, who would commit for us first.
            method = "POST" if filled else "GET"
            answer = other.submit(FlaskClient.open, client, path, method=method, data=filled)
            assert waits.wait(PATIENCE_SECONDS)
            wait([answer], timeout=MOMENT_SECONDS)
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
    assert meanwhile(path, act, user, filled).headers["Location"] == "/account/sign-in"
    assert user.name != TYPED


def test_no_row_comes_back_to_somebody_erased(page, sign_in, client, meanwhile):
    """No version guards an entry that is new."""
    user = professional()
    sign_in(client, user)
    path = "/professional/profile/languages/new"
    filled = page(client.get(path)).form(having="code").fill(code="fr", cefr="B2")
    assert meanwhile(path, erase, user, filled).headers["Location"] == "/account/sign-in"
    assert user.professional.languages == []


@pytest.fixture
def vacancy(client, sign_in):
    """A vacancy of the ministry that is signed in."""
    official = MinistryUserFactory()
    sign_in(client, official)
    return PublishedVacancyFactory(ministry=official.ministry, created_by=official)


def test_no_list_keeps_somebody_erased(client, session, vacancy, meanwhile):
    """The list was computed before, with them in it."""
    stays, goes = professional(), professional()
    answer = meanwhile(f"/ministry/vacancies/{vacancy.id}/candidates", erase, goes)
    assert answer.status_code == 200
    assert session.scalars(select(Match.professional_id)).all() == [stays.professional.id]


def test_no_case_begins_for_somebody_erased(client, page, session, vacancy, meanwhile):
    user = professional()
    listed = f"/ministry/vacancies/{vacancy.id}/candidates"
    (name,) = page(client.get(listed)).texts(".match-name")
    filled = page(client.get(f"{listed}/{name}")).form(having="nonce").fill()
    answer = meanwhile(f"{listed}/{name}/shortlist", erase, user, filled)
    assert answer.status_code in {404, 409, 422}
    assert session.scalars(select(Placement).where(Placement.status.in_(OPEN))).all() == []


def use_reset(session, user):
    set_password(session, user=user, password_hash=user.password)


def use_new_address(session, user):
    change_address(session, user=user)


@pytest.mark.parametrize(
    ("kind", "make_token", "act"),
    [
        ("reset", generate_reset_password_token, use_reset),
        ("reset", generate_reset_password_token, suspend),
        ("reset", generate_reset_password_token, erase),
        ("email", make_address_token, use_new_address),
        ("email", make_address_token, erase),
    ],
)
def test_link_used_or_ended_meanwhile_does_nothing(  # noqa: PLR0917
    kind, make_token, act, app, client, page, session, meanwhile
):
    user = UserFactory(new_email="new.address@people.example")
    session.commit()
    with app.app_context():
        path = f"/account/{kind}/{make_token(user)}"
    before = user.password
    filled = page(client.get(path)).form(having="nonce").fill()
    answers = {name: [TYPED * 2] for name in ("password", "repeated") if name in filled}
    answer = meanwhile(path, act, user, {**filled, **answers})
    assert (answer.status_code, user.password in {before, None}) == (303, True)
    done = [entry.action for entry in session.scalars(select(AuditEntry))]
    assert len(done) == len(set(done))
