"""The line of steps of a case: what was done on which day, what is waited for, what is to come."""

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from web.models.placement import Answer, Origin, Placement, PlacementStatus
from web.models.user import Role
from web.presenters.cases import ENDED, state_word, turn
from web.presenters.names import long_date
from web.services.placements import find_lack_of_licence
from web.services.placements.errors import ABOUT_STATED_LICENCE, Obstacle

S = PlacementStatus


@dataclass(frozen=True)
class StepView:
    """One step of the line."""

    label: str
    state: str
    date: str = ""
    turn: str = ""
    note: str = ""


def present_steps(placement: Placement, reader: Role) -> list[StepView]:
    """List the steps of a case as one side reads them, those to come included."""
    steps = [
        StepView(_origin_words(placement.origin, reader), "done", _day(placement.proposed_at)),
        _answer_step(placement, Role.PROFESSIONAL, reader),
        _answer_step(placement, Role.MINISTRY, reader),
        *_coordinators_steps(placement, reader),
    ]
    if placement.status in ENDED and not placement.approved_at:
        ended = placement.events[-1].at if placement.events else None
        steps = [step for step in steps if step.state == "done"]
        return [*steps, StepView(state_word(placement), "stopped", _day(ended))]
    return [*steps, *_later_steps(placement)]


def _answer_step(placement: Placement, role: Role, reader: Role) -> StepView:
    if role == Role.PROFESSIONAL:
        label, answer = _("The professional answers"), placement.professional_answer
        at = placement.professional_answered_at
    else:
        label, answer = _("The ministry answers"), placement.ministry_answer
        at = placement.ministry_answered_at
    if role == reader:
        label = _("You answer")
    asked_again = role == Role.PROFESSIONAL and placement.is_consent_missing
    if answer is not None and not asked_again:
        note = _("Yes") if answer == Answer.ACCEPTED else _("No")
        return StepView(label, "done", _day(at), note=note)
    if role in turn(placement):
        return StepView(label, "current", turn=_waiting_words(role, reader))
    return StepView(label, "to_come")


def _waiting_words(role: Role, reader: Role) -> str:
    if role == reader:
        return _("It is your turn.")
    return {
        Role.PROFESSIONAL: _("It is the professional's turn."),
        Role.MINISTRY: _("It is the ministry's turn."),
        Role.COORDINATOR: _("It is a coordinator's turn."),
    }[role]


def _coordinators_steps(placement: Placement, reader: Role) -> list[StepView]:
    by_coordinator = placement.origin == Origin.COORDINATOR
    approval = _("A second coordinator approves") if by_coordinator else _("A coordinator approves")
    if placement.approved_at:
        return [StepView(approval, "done", _day(placement.approved_at))]
    if placement.status != S.AGREED or placement.is_consent_missing:
        return [StepView(approval, "to_come")]
    lack = find_lack_of_licence(placement) if placement.vacancy.licence_required else None
    if lack:
        return [_licence_step(lack, reader), StepView(approval, "to_come")]
    return [StepView(approval, "current", turn=_approver_words(placement, reader))]


def _licence_step(lack: Obstacle, reader: Role) -> StepView:
    if lack in ABOUT_STATED_LICENCE:
        turn_words = _waiting_words(Role.PROFESSIONAL, reader)
        return StepView(_("The professional puts their licence right"), "current", turn=turn_words)
    turn_words = _waiting_words(Role.COORDINATOR, reader)
    return StepView(_("A coordinator verifies the licence"), "current", turn=turn_words)


def _approver_words(placement: Placement, reader: Role) -> str:
    # Not "your turn": one coordinator among the readers is the one who may not approve.
    if reader == Role.COORDINATOR and placement.origin == Origin.COORDINATOR:
        return _("It is the turn of a coordinator who did not propose it.")
    return _waiting_words(Role.COORDINATOR, reader)


def _later_steps(placement: Placement) -> list[StepView]:
    if placement.status in ENDED:
        ended = placement.events[-1].at if placement.events else None
        return [StepView(state_word(placement), "stopped", _day(ended))]
    begun = placement.status in {S.IN_POST, S.EXTENDED, S.COMPLETED, S.FOLLOWED_UP, S.CONVERTED}
    steps = [
        StepView(_("The stay begins"), "done" if begun else "to_come", long_date(placement.starts_on)),
    ]
    if placement.ends_on:
        over = placement.status in {S.COMPLETED, S.FOLLOWED_UP}
        steps.append(
            StepView(_("The stay ends"), "done" if over else "to_come", long_date(placement.ends_on))
        )
    return steps


def _origin_words(origin: Origin, reader: Role) -> str:
    if origin == Origin.PROFESSIONAL:
        if reader == Role.PROFESSIONAL:
            return _("You said that you are interested")
        return _("The professional is interested")
    if origin == Origin.MINISTRY:
        return (
            _("You chose this candidate") if reader == Role.MINISTRY else _("The ministry chose a candidate")
        )
    return _("A coordinator proposed the placement")


def _day(moment: datetime | None) -> str:
    return long_date(moment)
