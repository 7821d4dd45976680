"""A case as each side reads it: who it is about, where it stands and whose turn it is."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web.models.placement import Answer, NotSelectedReason, Origin, Placement, PlacementStatus
from web.models.user import Role
from web.presenters.names import long_date

S = PlacementStatus

ENDED = frozenset(
    {S.DECLINED, S.NOT_SELECTED, S.WITHDRAWN, S.CANCELLED, S.EXPIRED, S.ENTERED_IN_ERROR, S.ENDED_EARLY}
)
APPROVED_OR_LATER = frozenset(
    {S.APPROVED, S.PREPARING, S.IN_POST, S.EXTENDED, S.COMPLETED, S.FOLLOWED_UP, S.CONVERTED}
)


@dataclass(frozen=True)
class CaseView:
    """One case for one reader."""

    reference: str
    who: str
    sentence: str
    tone: str
    word: str
    is_my_turn: bool


def case_reference(placement: Placement) -> str:
    """Give the number people quote a case by."""
    return f"C-{placement.id:05d}"


def present_case(placement: Placement, reader: Role) -> CaseView:
    """Put a case into words for one side; nothing about rivals, and no name before the person's yes."""
    return CaseView(
        reference=case_reference(placement),
        who=who(placement, reader),
        sentence=sentence(placement, reader),
        tone=tone(placement.status),
        word=state_word(placement),
        is_my_turn=reader in turn(placement),
    )


def who(placement: Placement, reader: Role) -> str:
    """Name the person as the reader may know them."""
    if reader == Role.PROFESSIONAL:
        return _("You")
    identity = placement.professional.identity
    known = reader == Role.COORDINATOR or placement.is_disclosed
    if known and identity and identity.full_name:
        return identity.full_name
    return placement.professional.reference if reader == Role.COORDINATOR else placement.pseudonym


def turn(placement: Placement) -> frozenset[Role]:
    """Say whose turn it is."""
    if placement.is_consent_missing:
        return frozenset({Role.PROFESSIONAL})
    if placement.status == S.PROPOSED:
        waiting = set()
        if placement.professional_answer is None:
            waiting.add(Role.PROFESSIONAL)
        if placement.ministry_answer is None:
            waiting.add(Role.MINISTRY)
        return frozenset(waiting)
    return frozenset({Role.COORDINATOR}) if placement.status == S.AGREED else frozenset()


def is_post_filled(placement: Placement) -> bool:
    """Say whether the case ended because the last post was taken: the ministry said no to nobody."""
    return (
        placement.status == S.NOT_SELECTED
        and placement.not_selected_reason == NotSelectedReason.OTHER_CANDIDATE
        and placement.ministry_answer != Answer.DECLINED
    )


def state_word(placement: Placement) -> str:
    """Name where a case stands in one or two words."""
    if placement.is_consent_missing:
        return _("Waits for a consent")
    return _("Post filled") if is_post_filled(placement) else status_word(placement.status)


def status_word(status: PlacementStatus) -> str:
    """Name a state in one or two words."""
    return {
        S.PROPOSED: _("Waiting for answers"),
        S.AGREED: _("Agreed"),
        S.APPROVED: _("Approved"),
        S.PREPARING: _("Preparing"),
        S.IN_POST: _("In post"),
        S.EXTENDED: _("Extended"),
        S.COMPLETED: _("Completed"),
        S.FOLLOWED_UP: _("Followed up"),
        S.ENDED_EARLY: _("Ended early"),
        S.CONVERTED: _("Stays for good"),
        S.DECLINED: _("Declined"),
        S.NOT_SELECTED: _("Not chosen"),
        S.WITHDRAWN: _("Withdrawn"),
        S.CANCELLED: _("Called off"),
        S.EXPIRED: _("Expired"),
        S.ENTERED_IN_ERROR: _("Entered by mistake"),
    }[status]


def tone(status: PlacementStatus) -> str:
    """Give the tone of a state's tag."""
    if status in ENDED:
        return "neutral"
    return "good" if status in APPROVED_OR_LATER else "active"


def sentence(placement: Placement, reader: Role) -> str:
    """Say in one sentence where the case stands and what happens next."""
    if placement.is_consent_missing:
        return _no_consent_sentence(reader)
    if placement.status == S.PROPOSED:
        return _proposed_sentence(placement, reader)
    if placement.events and placement.events[-1].step == "vacancy_ended":
        return _("The vacancy has ended, so this case has ended too.")
    if is_post_filled(placement):
        return _filled_sentence(reader)
    return _own_ending(placement, reader) or _state_sentence(placement)


def _own_ending(placement: Placement, reader: Role) -> str:
    return str(_OWN_ENDINGS.get(placement.status, "")) if reader == Role.PROFESSIONAL else ""


def _state_sentence(placement: Placement) -> str:
    return {
        S.AGREED: _("Both sides have said yes. Coordinators settle what is open and approve the placement."),
        S.APPROVED: _("The placement is approved. It begins on %(day)s.", day=long_date(placement.starts_on)),
        S.PREPARING: _("The stay is being prepared."),
        S.IN_POST: _("The stay is under way."),
        S.EXTENDED: _("The stay is under way and was extended."),
        S.COMPLETED: _("The stay is completed."),
        S.FOLLOWED_UP: _("The stay is completed and was followed up a year later."),
        S.ENDED_EARLY: _("The stay ended before its last day."),
        S.CONVERTED: _("The stay became permanent."),
        S.DECLINED: _("The professional said no to this post."),
        S.NOT_SELECTED: _("This candidate was not chosen for the post."),
        S.WITHDRAWN: _("The professional stepped back from this post."),
        S.CANCELLED: _("A coordinator called this case off."),
        S.EXPIRED: _("Nobody answered in time, so this case ended."),
        S.ENTERED_IN_ERROR: _("This case was opened by mistake."),
    }[placement.status]


_OWN_ENDINGS = {
    S.DECLINED: _l("You said no to this post."),
    S.WITHDRAWN: _l("You stepped back from this post."),
    S.NOT_SELECTED: _l("You were not chosen for this post. Your profile stays open for other posts."),
}


def _no_consent_sentence(reader: Role) -> str:
    if reader == Role.PROFESSIONAL:
        return _(
            "You took back your consent to be known to the ministry. Nobody can approve your case until you"
            " say yes again."
        )
    return _(
        "The professional took back their consent to be known to the ministry. Nobody can approve this case"
        " until they say yes again."
    )


def _filled_sentence(reader: Role) -> str:
    if reader == Role.PROFESSIONAL:
        return _("The post was filled, so this case has ended. Your profile stays open for other posts.")
    return _("The post was filled with somebody else, so this case has ended.")


def _proposed_sentence(placement: Placement, reader: Role) -> str:
    waiting = turn(placement)
    if reader == Role.PROFESSIONAL and reader in waiting:
        return _("This post is proposed to you. Say whether you would take it.")
    if reader == Role.MINISTRY and reader in waiting:
        if placement.origin == Origin.PROFESSIONAL:
            return _("This candidate is interested in your post. Say whether you accept.")
        return _("This candidate is proposed to you. Say whether you accept.")
    if reader == Role.PROFESSIONAL:
        return _("You have said yes. The ministry answers next.")
    if reader == Role.MINISTRY:
        return _("You have said yes. The professional answers next.")
    return _unanswered_sentence(waiting)


def _unanswered_sentence(waiting: frozenset[Role]) -> str:
    if len(waiting) > 1:
        return _("The professional and the ministry have not answered yet.")
    if Role.PROFESSIONAL in waiting:
        return _("The ministry has said yes. The professional has not answered yet.")
    return _("The professional has said yes. The ministry has not answered yet.")
