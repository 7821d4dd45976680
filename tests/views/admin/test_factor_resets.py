"""Helping somebody whose second step is lost."""

import pytest
from sqlalchemy import func, select

from tests.factories import AdminFactory, CoordinatorFactory, RecoveryCodeFactory
from tests.support.accounts import PASSWORD
from tests.views.account.browsers import enter, is_in
from web.models.audit import AuditEntry
from web.models.second_factor import Authenticator, RecoveryCode

REASON = "Lost in the river; spoke with her on the telephone."


@pytest.fixture
def admin(client, sign_in):
    admin = AdminFactory()
    sign_in(client, admin)
    return admin


def address(user):
    return f"/admin/users/{user.id}/second-step"


def test_everything_goes_and_the_person_begins_anew(client, make_client, session, admin):
    user, theirs = CoordinatorFactory(), make_client()
    RecoveryCodeFactory(user=user)
    enter(theirs, user)
    assert client.submit(address(user), reason=REASON).location == f"/admin/users/{user.id}"
    for model in (Authenticator, RecoveryCode):
        assert session.scalar(select(func.count()).where(model.user_id == user.id)) == 0
    assert not is_in(theirs)
    theirs.submit("/account/sign-in", email=user.email, password=PASSWORD)
    assert theirs.get("/coordinator/").location == "/account/security"


def test_who_was_half_way_begins_anew_too(client, make_client, admin):
    user, theirs = CoordinatorFactory(), make_client()
    theirs.submit("/account/sign-in", email=user.email, password=PASSWORD)
    client.submit(address(user), reason=REASON)
    assert theirs.get("/account/second-step/app").location == "/account/sign-in"


def test_it_is_written_down_with_the_reason_and_told(client, session, admin, read_mail):
    user = CoordinatorFactory()
    client.submit(address(user), reason=REASON)
    act = session.scalars(select(AuditEntry).where(AuditEntry.action == "user.reset_factors")).one()
    assert (act.actor_id, act.object_id, act.reason) == (admin.id, user.id, REASON)
    assert [(letter["To"], letter["Subject"]) for letter in read_mail()] == [
        (user.email, "Your second step was taken away")
    ]


def test_never_ones_own(client, session, admin, page):
    answer = client.submit(address(admin), reason=REASON)
    assert answer.status_code == 422
    assert "You cannot do this to your own account." in page(answer).errors
    assert session.scalar(select(func.count()).where(Authenticator.user_id == admin.id)) == 1


def test_reason_is_needed(client, session, admin):
    user = CoordinatorFactory()
    assert client.submit(address(user), reason=" ").status_code == 422
    assert user.second_factor_since is not None
