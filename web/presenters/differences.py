"""What kept a check from confirming a licence: for the coordinator who says it, and for its owner."""

from flask_babel import gettext as _

from web.models.claims import Difference


def difference_label(difference: Difference) -> str:
    """Name it among the choices of a coordinator."""
    return {
        Difference.UNKNOWN_THERE: _("The regulator does not know this licence"),
        Difference.NUMBER: _("The number differs"),
        Difference.NAME: _("The name differs"),
        Difference.STATUS: _("The status differs"),
        Difference.DATES: _("The dates differ"),
        Difference.OCCUPATION: _("It is for another occupation"),
        Difference.NO_PROOF: _("Nothing shows it: no register, no answer, no document"),
    }[difference]


def difference_words(difference: Difference | None) -> str:
    """Say it to the person; checks of long ago do not say what differed."""
    if difference is None:
        return _("What we found differs from what you state.")
    return {
        Difference.UNKNOWN_THERE: _("The regulator you name does not know this licence."),
        Difference.NUMBER: _("The regulator has another number for you."),
        Difference.NAME: _("The licence is under another name than the one in your profile."),
        Difference.STATUS: _("The regulator gives another status than you."),
        Difference.DATES: _("The regulator gives other dates than you."),
        Difference.OCCUPATION: _("The licence is for another occupation than you state."),
        Difference.NO_PROOF: _("We found nothing that shows it: no register, no answer, no document."),
    }[difference]
