"""Helping somebody whose telephone and paper are both lost: their second factors are taken away."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from web.models.second_factor import Authenticator, MailedCode, Passkey, RecoveryCode
from web.models.user import User
from web.services.account_notices import Notice, tell_owner
from web.services.accounts import OwnAccountError, new_session_name
from web.services.audit import record_act
from web.services.browser_sessions import end_sessions_of

KEPT_WITH_FACTORS = (Authenticator, MailedCode, Passkey, RecoveryCode)


def reset_factors(session: Session, *, actor: User, user: User, reason: str) -> None:
    """Take every second factor of somebody else away, sign them out everywhere and tell them.

    Not of oneself: whoever finds an administrator's screen open could then do without the telephone.
    """
    if user.id == actor.id:
        raise OwnAccountError
    for kept in KEPT_WITH_FACTORS:
        session.execute(delete(kept).where(kept.user_id == user.id))
    user.second_factor_since = user.codes_by_mail_since = None
    user.fs_uniquifier = new_session_name()
    end_sessions_of(session, user=user)
    record_act(session, actor=actor, action="user.reset_factors", thing=user, reason=reason)
    tell_owner(session, user=user, notice=Notice.FACTORS_RESET)
