"""What stands behind a case, in words: coded reasons, and whether one side knows the other."""

from flask_babel import gettext as _

from web.models.placement import Answer, ChoiceReason, DeclineReason, NotSelectedReason, Placement
from web.presenters.names import long_date


def choice_reason_words(reason: ChoiceReason) -> str:
    """Say why somebody who does not stand first was proposed."""
    return {
        ChoiceReason.KNOWS_PLACE: _("Knows the place or the team"),
        ChoiceReason.AVAILABLE_SOONER: _("Can begin sooner"),
        ChoiceReason.FIRST_UNREACHABLE: _("Those before could not be reached"),
        ChoiceReason.MINISTRY_WISH: _("The ministry wishes it"),
        ChoiceReason.TEAM_FIT: _("Completes the team there"),
        ChoiceReason.OTHER: _("Another reason"),
    }[reason]


def choice_reason_choices() -> list[tuple[str, str]]:
    """List the reasons as (code, words)."""
    return [(reason.value, choice_reason_words(reason)) for reason in ChoiceReason]


def decline_reason_words(reason: DeclineReason) -> str:
    """Say why a professional said no."""
    return {
        DeclineReason.DATES: _("The dates are not possible"),
        DeclineReason.FAMILY: _("Family reasons"),
        DeclineReason.EMPLOYER: _("The employer gives no leave"),
        DeclineReason.CONDITIONS: _("What is offered is not enough"),
        DeclineReason.LOCATION: _("The place is not right"),
        DeclineReason.OTHER: _("Another reason"),
    }[reason]


def decline_reason_choices() -> list[tuple[str, str]]:
    """List the reasons as (code, words)."""
    return [(reason.value, decline_reason_words(reason)) for reason in DeclineReason]


def not_selected_reason_words(reason: NotSelectedReason) -> str:
    """Say why a ministry said no."""
    return {
        NotSelectedReason.SKILLS: _("The skills do not fit the post"),
        NotSelectedReason.DATES: _("The dates do not fit"),
        NotSelectedReason.LANGUAGE: _("The language does not fit"),
        NotSelectedReason.OTHER_CANDIDATE: _("Another candidate was chosen"),
        NotSelectedReason.LOCAL_CANDIDATE: _("A local candidate was found"),
        NotSelectedReason.FUNDING: _("The money is no longer there"),
        NotSelectedReason.OTHER: _("Another reason"),
    }[reason]


def not_selected_reason_choices() -> list[tuple[str, str]]:
    """List the reasons as (code, words)."""
    return [(reason.value, not_selected_reason_words(reason)) for reason in NotSelectedReason]


def known_to_ministry(placement: Placement) -> str:
    """Say whether the ministry can read who the professional is; what it has once read stays said."""
    if placement.is_disclosed:
        return _("Yes")
    if placement.professional_answer == Answer.ACCEPTED and placement.professional_answered_at:
        return _(
            "No longer. It could since your yes on %(day)s.",
            day=long_date(placement.professional_answered_at),
        )
    return _("No, not before you say yes")
