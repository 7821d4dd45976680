"""Use cases about accounts, on both databases."""

import pytest
from sqlalchemy import func, select

from tests.factories import (
    AdminFactory,
    CoordinatorFactory,
    MinistryFactory,
    MinistryUserFactory,
    UserFactory,
)
from web.models.audit import AuditEntry
from web.models.outbox import Message, OutboxMessage
from web.models.user import Role, User
from web.services import accounts
from web.services.accounts import (
    change_user,
    invite_user,
    reinstate_user,
    request_password_reset,
    resend_invitation,
    set_password,
    sign_up_professional,
    suspend_user,
)
from web.services.errors import StaleError

pytestmark = pytest.mark.usefixtures("database")


def sign_up(session, email="new@people.example"):
    sign_up_professional(session, email=email, name="New", password_hash="hash", language="fr")


def invite(session, actor, **changes):
    details = {
        "email": "new@ministry.example",
        "name": "New",
        "role": Role.COORDINATOR,
        "language": "en",
        "ministry": None,
        "countries": ["GH", "SL"],
    }
    return invite_user(session, actor=actor, **{**details, **changes})


def change(session, user, actor=None, **changes):
    details = {
        "expected_version": user.version,
        "name": user.name,
        "role": user.role,
        "ministry": user.ministry,
        "countries": sorted(user.countries),
    }
    change_user(session, actor=actor or AdminFactory(), user=user, **{**details, **changes})
    session.flush()


def queued(session):
    return session.scalars(select(OutboxMessage.message).order_by(OutboxMessage.id)).all()


def acts(session):
    return session.scalars(select(AuditEntry.action).order_by(AuditEntry.id)).all()


def test_sign_up_makes_an_account_that_waits_for_its_confirmation(session):
    sign_up(session)
    user = session.scalar(select(User))
    assert (user.role, user.confirmed_at, user.language) == (Role.PROFESSIONAL, None, "fr")
    assert (queued(session), acts(session)) == ([Message.CONFIRM_ADDRESS], ["user.sign_up"])


def test_sign_up_with_a_known_address_makes_nothing(session):
    known = UserFactory()
    before = known.password
    sign_up(session, known.email)
    assert session.scalar(select(func.count(User.id))) == 1
    assert (known.password, queued(session)) == (before, [Message.ALREADY_REGISTERED])


def test_two_people_with_one_address_at_the_same_moment_make_one_account(session):
    UserFactory(email="new@people.example")
    session.commit()
    # What the losing transaction does: it did not see the other row, and the database refuses its own.
    with pytest.raises(accounts.EmailTakenError):
        accounts._add_user(session, UserFactory.build(email="new@people.example"))
    assert session.scalar(select(func.count(User.id))) == 1


def test_new_password_ends_all_sessions_and_is_told(session):
    user = UserFactory()
    before = user.fs_uniquifier
    set_password(session, user=user, password_hash="new")
    assert user.fs_uniquifier != before
    assert user.password_changed_at is not None
    assert queued(session) == [Message.PASSWORD_CHANGED]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, [Message.RESET_PASSWORD]),
        ({"confirmed_at": None}, [Message.RESET_PASSWORD]),
        ({"password": None}, [Message.INVITATION]),
        ({"active": False}, []),
    ],
)
def test_reset_mails_only_who_may_come_in(session, attributes, expected):
    request_password_reset(session, email=UserFactory(**attributes).email)
    assert queued(session) == expected


def test_invited_coordinator_has_countries_and_no_ministry(session):
    invited = invite(session, AdminFactory(), ministry=MinistryFactory())
    assert (invited.countries, invited.ministry_id, invited.password) == ({"GH", "SL"}, None, None)
    assert (queued(session), acts(session)) == ([Message.INVITATION], ["user.invite"])


def test_invited_ministry_user_has_a_ministry_and_no_countries(session):
    ministry = MinistryFactory()
    invited = invite(session, AdminFactory(), role=Role.MINISTRY, ministry=ministry)
    assert (invited.ministry_id, invited.countries) == (ministry.id, frozenset())


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"role": Role.MINISTRY}, accounts.MinistryMissingError, "ministry"),
        ({"countries": []}, accounts.CountriesMissingError, "countries"),
        ({"role": Role.PROFESSIONAL}, accounts.OwnInvitationError, "role"),
        ({"email": "taken@people.example"}, accounts.EmailTakenError, "email"),
    ],
)
def test_invitations_that_make_no_sense_are_refused_by_name(session, changes, error, field):
    UserFactory(email="taken@people.example")
    with pytest.raises(error) as refused:
        invite(session, AdminFactory(), **changes)
    assert refused.value.field == field
    assert queued(session) == []


def test_invitation_is_sent_again_only_while_it_waits(session):
    resend_invitation(session, actor=AdminFactory(), user=UserFactory())
    assert queued(session) == []
    resend_invitation(session, actor=AdminFactory(), user=MinistryUserFactory(password=None))
    assert queued(session) == [Message.INVITATION]


def test_countries_change_by_difference(session):
    user = CoordinatorFactory(countries=("GH", "SL"))
    change(session, user, countries=["SL", "SN"])
    session.expire(user)
    assert user.countries == {"SL", "SN"}


def test_change_of_role_takes_the_old_scope_away(session):
    user, ministry = CoordinatorFactory(), MinistryFactory()
    change(session, user, role=Role.MINISTRY, ministry=ministry)
    assert (user.ministry_id, user.countries) == (ministry.id, frozenset())
    change(session, user, role=Role.COORDINATOR, countries=["TG"])
    assert (user.ministry_id, user.countries) == (None, {"TG"})


@pytest.mark.parametrize("role", [Role.MINISTRY, Role.COORDINATOR, Role.ADMIN])
def test_professional_stays_one(session, role):
    user = UserFactory()
    with pytest.raises(accounts.RoleFixedError):
        change(session, user, role=role, ministry=MinistryFactory(), countries=["GH"])


def test_staff_does_not_become_a_professional(session):
    with pytest.raises(accounts.RoleFixedError):
        change(session, CoordinatorFactory(), role=Role.PROFESSIONAL)


def test_stale_change_is_refused_and_changes_nothing(session):
    user = CoordinatorFactory(name="Before")
    with pytest.raises(StaleError):
        change(session, user, expected_version=user.version - 1, name="After")
    assert user.name == "Before"


def test_admins_cannot_lock_themselves_out(session):
    admin = AdminFactory()
    with pytest.raises(accounts.OwnAccountError):
        suspend_user(session, actor=admin, user=admin, reason="tired")
    with pytest.raises(accounts.OwnAccountError):
        change(session, admin, actor=admin, role=Role.COORDINATOR, countries=["GH"])
    change(session, admin, actor=admin, name="Another name")
    assert admin.name == "Another name"


def test_suspension_ends_sessions_and_keeps_the_reason(session):
    user = UserFactory()
    before = user.fs_uniquifier
    suspend_user(session, actor=AdminFactory(), user=user, reason="Shared the password.")
    assert (user.active, user.fs_uniquifier == before) == (False, False)
    entry = session.scalar(select(AuditEntry))
    assert (entry.action, entry.reason) == ("user.suspend", "Shared the password.")
    reinstate_user(session, actor=AdminFactory(), user=user)
    assert user.active
