"""The words of a vacancy: its states, modes, purposes and levels, as people read them."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import npgettext

from web.models.claims import Cefr
from web.models.professional import Mode
from web.models.vacancy import Purpose, VacancyStatus

STATUS = {
    VacancyStatus.DRAFT: (_l("Draft"), "neutral"),
    VacancyStatus.SUBMITTED: (_l("With the coordinator"), "active"),
    VacancyStatus.RETURNED: (_l("Needs a change"), "attention"),
    VacancyStatus.PUBLISHED: (_l("Published"), "good"),
    VacancyStatus.PAUSED: (_l("Paused"), "attention"),
    VacancyStatus.FILLED: (_l("Filled"), "good"),
    VacancyStatus.CLOSED: (_l("Closed"), "neutral"),
    VacancyStatus.CANCELLED: (_l("Called off"), "neutral"),
}
STANDING = {
    VacancyStatus.DRAFT: _l("You have not submitted this vacancy yet."),
    VacancyStatus.SUBMITTED: _l(
        "A coordinator reads it now and publishes it or sends it back with a comment."
    ),
    VacancyStatus.RETURNED: _l("A coordinator asks for a change. Change it, then submit it again."),
    VacancyStatus.PUBLISHED: _l("Professionals can see it, and candidates are ranked for it."),
    VacancyStatus.PAUSED: _l("Nobody can see it or be proposed for it until you resume it."),
    VacancyStatus.FILLED: _l("Every post is taken."),
    VacancyStatus.CLOSED: _l("This vacancy has ended. Whoever holds a post keeps it."),
    VacancyStatus.CANCELLED: _l("This vacancy was called off."),
}
STEP = {
    VacancyStatus.DRAFT: _l("Begun"),
    VacancyStatus.SUBMITTED: _l("Submitted"),
    VacancyStatus.RETURNED: _l("Sent back with a comment"),
    VacancyStatus.PUBLISHED: _l("Published"),
    VacancyStatus.PAUSED: _l("Paused"),
    VacancyStatus.FILLED: _l("Filled"),
    VacancyStatus.CLOSED: _l("Closed"),
    VacancyStatus.CANCELLED: _l("Called off"),
}
MODE = {
    Mode.TEMPORARY: _l("Temporary"),
    Mode.PERMANENT: _l("Permanent"),
    Mode.REMOTE: _l("Remote"),
}
MODE_HINT = {
    Mode.TEMPORARY: _l("The person comes for some weeks or months and goes back."),
    Mode.PERMANENT: _l("The person returns to stay."),
    Mode.REMOTE: _l("The person works with your team from where they live."),
}
PURPOSE = {
    Purpose.SERVICE: _l("Care and service"),
    Purpose.TEACHING: _l("Teaching"),
    Purpose.EMERGENCY: _l("Emergency"),
}
PURPOSE_HINT = {
    Purpose.SERVICE: _l("Treating patients, or keeping a service running."),
    Purpose.TEACHING: _l("Teaching at a school or training the team."),
    Purpose.EMERGENCY: _l("Answering an outbreak or a disaster."),
}
LEVEL = {
    1: _l("Basic: knows it and works under supervision"),
    2: _l("Independent: does it alone"),
    3: _l("Advanced: does the difficult cases"),
    4: _l("Can teach it to others"),
}
SHORT_LEVEL = {1: _l("basic"), 2: _l("independent"), 3: _l("advanced"), 4: _l("can teach it")}
CEFR = {
    Cefr.A1: _l("A1: a few everyday words"),
    Cefr.A2: _l("A2: simple everyday talk"),
    Cefr.B1: _l("B1: gets by with patients and colleagues"),
    Cefr.B2: _l("B2: works in it without strain"),
    Cefr.C1: _l("C1: explains and writes with ease"),
    Cefr.C2: _l("C2: like a first language"),
    Cefr.NATIVE: _l("First language"),
}


def short_cefr(level: Cefr) -> str:
    """Write a language level within a line."""
    return _("first language") if level == Cefr.NATIVE else level.value


def yes_or_no(answer: bool) -> str:  # noqa: FBT001
    """Write a yes or a no."""
    return _("Yes") if answer else _("No")


def status_tab(status: VacancyStatus, number: int) -> str:
    """Name a state after the number of vacancies in it: 2 drafts."""
    counted = {
        VacancyStatus.DRAFT: npgettext("so many vacancies", "Draft", "Drafts", number),
        VacancyStatus.RETURNED: npgettext("so many vacancies", "Needs a change", "Need a change", number),
        VacancyStatus.PUBLISHED: npgettext("so many vacancies", "Published", "Published", number),
        VacancyStatus.FILLED: npgettext("so many vacancies", "Filled", "Filled", number),
        VacancyStatus.CLOSED: npgettext("so many vacancies", "Closed", "Closed", number),
    }
    # The other states are called the same, however many vacancies there are.
    return str(counted.get(status) or STATUS[status][0])
