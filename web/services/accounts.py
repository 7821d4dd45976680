"""Accounts: signing up, confirming, new passwords, invitations, suspension."""

import uuid

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.ministry import Ministry
from web.models.outbox import Message
from web.models.user import CoordinatorCountry, Role, User
from web.queries.users import find_user_by_email
from web.services.account_notices import Notice, tell_owner
from web.services.audit import record_act
from web.services.browser_sessions import end_sessions_of
from web.services.errors import ConflictError, InvalidError, StaleError
from web.services.outbox import queue_message
from web.services.profiles import touch_profile


class EmailTakenError(ConflictError):
    """There is an account with this e-mail address already."""

    field = "email"


class MinistryMissingError(InvalidError):
    """A ministry user must belong to a ministry."""


class CountriesMissingError(InvalidError):
    """A coordinator must work for at least one country."""


class OwnAccountError(InvalidError):
    """Administrators cannot suspend or change the role of their own account."""


class RoleFixedError(InvalidError):
    """A professional stays one: who is proposed must not judge, and who judges must not be proposed."""


class OwnInvitationError(InvalidError):
    """Professionals sign up themselves; nobody is made one by somebody else."""


def new_session_name() -> str:
    """Make the name that links know a user by; a new one ends all links to the old."""
    return uuid.uuid4().hex


def sign_up_professional(
    session: Session, *, email: str, name: str, password_hash: str, language: str
) -> None:
    """Make an unconfirmed account and mail the link; an address already known gets a mail that says so.

    Both ways look the same from outside, so nobody learns who has an account.
    """
    existing = find_user_by_email(session, email)
    if existing is not None:
        _answer_known_address(session, existing, name=name, password_hash=password_hash)
        return
    user = User(
        email=email,
        name=name,
        password=password_hash,
        role=Role.PROFESSIONAL,
        language=language,
        fs_uniquifier=new_session_name(),
    )
    _add_user(session, user)
    record_act(session, actor=user, action="user.sign_up", thing=user)
    queue_message(session, message=Message.CONFIRM_ADDRESS, to=user)


def _answer_known_address(session: Session, user: User, *, name: str, password_hash: str) -> None:
    if not user.active:
        # Who is locked out was told so; any link would lead nowhere.
        return
    if user.password is None:
        queue_message(session, message=Message.INVITATION, to=user)
    elif user.confirmed_at:
        queue_message(session, message=Message.ALREADY_REGISTERED, to=user)
    else:
        # The newest sign-up counts, and the links of the earlier ones end. Either may be a stranger's, so the
        # confirmation asks for the password: with the mailbox alone nobody makes one count.
        user.name = name
        user.password = password_hash
        user.fs_uniquifier = new_session_name()
        record_act(session, actor=user, action="user.sign_up_again", thing=user)
        queue_message(session, message=Message.CONFIRM_ADDRESS, to=user)


def _add_user(session: Session, user: User) -> None:
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError as error:
        raise EmailTakenError from error


def confirm_address(session: Session, *, user: User) -> None:
    """Note that the e-mail address is the person's own."""
    if user.confirmed_at is None:
        user.confirmed_at = now()
        record_act(session, actor=user, action="user.confirm_address", thing=user)


def request_confirmation(session: Session, *, email: str) -> None:
    """Mail the confirmation link again, if there is an account that waits for it."""
    user = find_user_by_email(session, email)
    if user is not None and user.active and user.confirmed_at is None and user.password:
        queue_message(session, message=Message.CONFIRM_ADDRESS, to=user)


def request_password_reset(session: Session, *, email: str) -> None:
    """Mail a link for a new password, or the invitation not yet accepted, if the address has an account."""
    user = find_user_by_email(session, email)
    if user is not None and user.active:
        message = Message.RESET_PASSWORD if user.password else Message.INVITATION
        queue_message(session, message=message, to=user)


def set_password(session: Session, *, user: User, password_hash: str, actor: User | None = None) -> None:
    """Set a new password, end all sessions and tell the owner.

    Whoever could read the link has the mailbox, so the address counts as confirmed.
    """
    user.password = password_hash
    user.password_changed_at = now()
    user.fs_uniquifier = new_session_name()
    end_sessions_of(session, user=user)
    confirm_address(session, user=user)
    record_act(session, actor=actor or user, action="user.set_password", thing=user)
    queue_message(session, message=Message.PASSWORD_CHANGED, to=user)


def update_account(session: Session, *, user: User, name: str, language: str) -> None:
    """Change what the owner may change about their account."""
    user.name = name
    user.language = language
    record_act(session, actor=user, action="user.update", thing=user)


def invite_user(
    session: Session,
    *,
    actor: User,
    email: str,
    name: str,
    role: Role,
    language: str,
    ministry: Ministry | None,
    countries: list[str],
) -> User:
    """Make an account for somebody at a ministry or in the programme, and mail them a link to set it up."""
    if role == Role.PROFESSIONAL:
        raise OwnInvitationError("role")
    _check_scope(role, ministry, countries)
    user = User(
        email=email,
        name=name,
        role=role,
        language=language,
        fs_uniquifier=new_session_name(),
        invited_at=now(),
        ministry_id=ministry.id if ministry and role == Role.MINISTRY else None,
        coordinator_countries=_country_rows(role, countries),
    )
    _add_user(session, user)
    record_act(session, actor=actor, action="user.invite", thing=user, role=role)
    queue_message(session, message=Message.INVITATION, to=user)
    return user


def resend_invitation(session: Session, *, actor: User, user: User) -> None:
    """Mail the invitation once more to somebody who has not accepted it."""
    if user.password is None:
        record_act(session, actor=actor, action="user.invite_again", thing=user)
        queue_message(session, message=Message.INVITATION, to=user)


def change_user(
    session: Session,
    *,
    actor: User,
    user: User,
    expected_version: int,
    name: str,
    role: Role,
    ministry: Ministry | None,
    countries: list[str],
) -> None:
    """Change a user's name, role and scope; it counts from their next request on.

    Whoever loses something they could do signs in again.
    """
    if user.version != expected_version:
        raise StaleError
    if user.id == actor.id and role != user.role:
        raise OwnAccountError("role")
    if Role.PROFESSIONAL in {role, user.role} and role != user.role:
        raise RoleFixedError("role")
    _check_scope(role, ministry, countries)
    ministry_id = ministry.id if ministry and role == Role.MINISTRY else None
    wanted = set(countries) if role == Role.COORDINATOR else set()
    if (role, ministry_id) != (user.role, user.ministry_id) or user.countries - wanted:
        end_sessions_of(session, user=user)
    if (role, ministry_id) != (user.role, user.ministry_id) or user.countries != wanted:
        tell_owner(session, user=user, notice=Notice.ROLE_CHANGED)
    user.name = name
    user.role = role
    user.ministry_id = ministry_id
    user.coordinator_countries = [row for row in user.coordinator_countries if row.country in wanted]
    user.coordinator_countries += _country_rows(role, sorted(wanted - user.countries))
    record_act(session, actor=actor, action="user.change", thing=user, role=role, countries=sorted(wanted))


def _check_scope(role: Role, ministry: Ministry | None, countries: list[str]) -> None:
    if role == Role.MINISTRY and ministry is None:
        raise MinistryMissingError("ministry")
    if role == Role.COORDINATOR and not countries:
        raise CountriesMissingError("countries")


def _country_rows(role: Role, countries: list[str]) -> list[CoordinatorCountry]:
    return [CoordinatorCountry(country=country) for country in countries] if role == Role.COORDINATOR else []


def suspend_user(session: Session, *, actor: User, user: User, reason: str) -> None:
    """Lock somebody out from their next request on."""
    if user.id == actor.id:
        raise OwnAccountError
    user.active = False
    user.fs_uniquifier = new_session_name()
    end_sessions_of(session, user=user)
    _count_in_pool(session, user)
    record_act(session, actor=actor, action="user.suspend", thing=user, reason=reason)
    tell_owner(session, user=user, notice=Notice.SUSPENDED)


def reinstate_user(session: Session, *, actor: User, user: User) -> None:
    """Let somebody in again."""
    user.active = True
    _count_in_pool(session, user)
    record_act(session, actor=actor, action="user.reinstate", thing=user)
    tell_owner(session, user=user, notice=Notice.REINSTATED)


def _count_in_pool(session: Session, user: User) -> None:
    """Let the lists of candidates follow: whoever cannot sign in cannot answer a proposal."""
    if user.professional is not None:
        touch_profile(session, user.professional)
