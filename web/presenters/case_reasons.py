"""Why a case ended, for those who may read it: what stood beside each field when it was written decides."""

from collections.abc import Callable

from flask_babel import gettext as _

from web.models.placement import Answer, Placement
from web.models.user import Role
from web.presenters.case_words import decline_reason_words, not_selected_reason_words
from web.presenters.names import labelled

Reason = tuple[str, str]


def list_reasons(placement: Placement, reader: Role) -> list[Reason]:
    """Say why one side said no, stepped back or called the case off, as (question, answer)."""
    reasons = (reason_for(placement, reader) for reason_for in _REASONS)
    return [reason for reason in reasons if reason is not None]


def _professionals_no(placement: Placement, reader: Role) -> Reason | None:
    if placement.decline_reason is None:
        return None
    key = _("Your reason") if reader == Role.PROFESSIONAL else _("Why the professional said no")
    words = decline_reason_words(placement.decline_reason)
    return key, _with_words(words, _said(placement, "decline_as_professional"))


def _stepping_back(placement: Placement, reader: Role) -> Reason | None:
    said = _said(placement, "withdraw")
    key = _("Your reason") if reader == Role.PROFESSIONAL else _("Why the professional stepped back")
    return (key, said) if said else None


def _ministrys_no(placement: Placement, reader: Role) -> Reason | None:
    # The ministry is promised that only coordinators read its reason.
    has_said_no = placement.ministry_answer == Answer.DECLINED
    if reader == Role.PROFESSIONAL or not has_said_no or placement.not_selected_reason is None:
        return None
    key = _("Your reason") if reader == Role.MINISTRY else _("Why the ministry said no")
    words = not_selected_reason_words(placement.not_selected_reason)
    return key, _with_words(words, _said(placement, "decline_as_ministry"))


def _calling_off(placement: Placement, reader: Role) -> Reason | None:
    # The coordinator is promised that neither side reads it.
    said = _said(placement, "cancel")
    return (_("Why the case was called off"), said) if said and reader == Role.COORDINATOR else None


_REASONS: tuple[Callable[[Placement, Role], Reason | None], ...] = (
    _professionals_no,
    _stepping_back,
    _ministrys_no,
    _calling_off,
)


def _said(placement: Placement, step: str) -> str:
    return next((event.comment for event in placement.events if event.step == step), "")


def _with_words(reason: str, said: str) -> str:
    return labelled(reason, said) if said else reason
