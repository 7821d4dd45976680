"""Where in the profile each step that would settle a must-have is taken."""

from flask_babel import gettext as _

from web.presenters.profile import section_label, section_url
from web.presenters.wording.fixes import own_fix_words
from web.services.profile_sections import Section

PLACES = {
    "state_occupation": Section.OCCUPATIONS,
    "state_specialty": Section.OCCUPATIONS,
    "state_licences": Section.LICENCES,
    "check_licence": Section.LICENCES,
    "renew_licence": Section.LICENCES,
    "obtain_licence": Section.LICENCES,
    "state_languages": Section.LANGUAGES,
    "state_language_level": Section.LANGUAGES,
    "reach_language_level": Section.LANGUAGES,
    "state_modes": Section.WISHES,
    "accept_mode": Section.WISHES,
    "state_weeks": Section.WISHES,
    "stay_longer": Section.WISHES,
    "state_availability": Section.AVAILABILITY,
    "add_dates": Section.AVAILABILITY,
    "state_reentry": Section.RESIDENCE,
    "extend_reentry": Section.RESIDENCE,
    "state_experience": Section.EXPERIENCE,
    "ask_skill": Section.SKILLS,
}


def fix_link(fix: str) -> tuple[str, str, str]:
    """Give the words of a step, and the name and address of where it is taken, if that is the profile."""
    section = PLACES.get(fix)
    if section is None:
        return own_fix_words(fix), "", ""
    return own_fix_words(fix), _("Open: %(part)s", part=section_label(section)), section_url(section)
