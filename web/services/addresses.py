"""Another e-mail address for an account: it counts once its owner has shown that it is theirs."""

from hashlib import sha256

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.outbox import Message
from web.models.user import User
from web.queries.users import find_user_by_email
from web.services.account_notices import Notice, tell_owner
from web.services.accounts import EmailTakenError, new_session_name
from web.services.audit import record_act
from web.services.browser_sessions import end_sessions_of
from web.services.outbox import queue_message


def request_address(session: Session, *, user: User, email: str) -> None:
    """Send a link to the new address. Whose it is, if it is somebody's, only they are told."""
    owner = find_user_by_email(session, email)
    if owner is not None:
        tell_owner(session, user=owner, notice=Notice.ADDRESS_WANTED)
        return
    user.new_email = email
    record_act(session, actor=user, action="user.request_address", thing=user)
    queue_message(session, message=Message.CONFIRM_NEW_ADDRESS, to=user, address=email)


def state_of_address(user: User) -> str:
    """Give a digest that links to a new address are bound to: another wish, or any change, ends them."""
    return sha256(f"{user.fs_uniquifier}:{user.new_email}".encode()).hexdigest()


def change_address(session: Session, *, user: User) -> None:
    """Let the new address count, end all sessions and links, and tell the owner at both addresses."""
    before = user.email
    try:
        with session.begin_nested():
            user.email, user.new_email = user.new_email, ""
            session.flush()
    except IntegrityError as error:
        raise EmailTakenError from error
    user.fs_uniquifier = new_session_name()
    user.confirmed_at = user.confirmed_at or now()
    end_sessions_of(session, user=user)
    record_act(session, actor=user, action="user.change_address", thing=user)
    for address in (before, user.email):
        tell_owner(session, user=user, notice=Notice.ADDRESS_CHANGED, address=address)
