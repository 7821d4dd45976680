"""Which module writes which message."""

from flask_babel import force_locale
from sqlalchemy.orm import Session

from web.emails import (
    account_erased,
    account_notice,
    already_registered,
    confirm_address,
    confirm_new_address,
    consent_taken_back,
    data_exported,
    document_better_needed,
    invitation,
    licence_expiring,
    licence_not_confirmed,
    new_sign_in,
    password_changed,
    placement_agreed,
    placement_answered,
    placement_approved,
    placement_closed,
    placement_proposed,
    profile_submitted,
    reset_password,
    sign_in_code,
    vacancy_published,
    vacancy_returned,
    vacancy_submitted,
)
from web.emails.letters import Letter
from web.models.outbox import Message, OutboxMessage

COMPOSERS = {
    Message.ACCOUNT_ERASED: account_erased.compose,
    Message.ALREADY_REGISTERED: already_registered.compose,
    Message.CONFIRM_ADDRESS: confirm_address.compose,
    Message.CONSENT_TAKEN_BACK: consent_taken_back.compose,
    Message.DATA_EXPORTED: data_exported.compose,
    Message.ACCOUNT_NOTICE: account_notice.compose,
    Message.CONFIRM_NEW_ADDRESS: confirm_new_address.compose,
    Message.DOCUMENT_BETTER_NEEDED: document_better_needed.compose,
    Message.INVITATION: invitation.compose,
    Message.LICENCE_EXPIRING: licence_expiring.compose,
    Message.LICENCE_NOT_CONFIRMED: licence_not_confirmed.compose,
    Message.NEW_SIGN_IN: new_sign_in.compose,
    Message.PASSWORD_CHANGED: password_changed.compose,
    Message.PLACEMENT_AGREED: placement_agreed.compose,
    Message.PLACEMENT_ANSWERED: placement_answered.compose,
    Message.PLACEMENT_APPROVED: placement_approved.compose,
    Message.PLACEMENT_CLOSED: placement_closed.compose,
    Message.PLACEMENT_PROPOSED: placement_proposed.compose,
    Message.PROFILE_SUBMITTED: profile_submitted.compose,
    Message.RESET_PASSWORD: reset_password.compose,
    Message.SIGN_IN_CODE: sign_in_code.compose,
    Message.VACANCY_PUBLISHED: vacancy_published.compose,
    Message.VACANCY_RETURNED: vacancy_returned.compose,
    Message.VACANCY_SUBMITTED: vacancy_submitted.compose,
}


def compose(session: Session, message: OutboxMessage) -> Letter:
    """Write one message in its recipient's language."""
    with force_locale(message.language):
        return COMPOSERS[message.message](session, message)
