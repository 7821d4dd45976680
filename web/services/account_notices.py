"""Telling the owner of an account what was done to it."""

from enum import StrEnum

from sqlalchemy.orm import Session

from web.models.outbox import Message
from web.models.user import User
from web.services.outbox import queue_message


class Notice(StrEnum):
    """What the owner of an account is told of."""

    APP_ADDED = "app_added"
    APP_REMOVED = "app_removed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    RECOVERY_CODES_RENEWED = "recovery_codes_renewed"
    RECOVERY_CODE_USED = "recovery_code_used"
    CODES_BY_MAIL_ON = "codes_by_mail_on"
    CODES_BY_MAIL_OFF = "codes_by_mail_off"
    ADDRESS_CHANGED = "address_changed"
    ADDRESS_WANTED = "address_wanted"
    ROLE_CHANGED = "role_changed"
    SUSPENDED = "suspended"
    REINSTATED = "reinstated"
    FACTORS_RESET = "factors_reset"


def tell_owner(session: Session, *, user: User, notice: Notice, address: str | None = None) -> None:
    """Queue a letter to the owner; to another address than theirs of today where one is given."""
    queue_message(session, message=Message.ACCOUNT_NOTICE, to=user, address=address, notice=notice)
