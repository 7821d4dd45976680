"""A professional's file as coordinators read it: the answers of the profile under neutral headings."""

from dataclasses import replace

from flask_babel import gettext as _

from web.models.professional import Professional
from web.presenters.profile import Answer, AnswerGroup, present_answers
from web.services.profile_sections import Section


def present_file(professional: Professional) -> list[AnswerGroup]:
    """List what a person has stated, section by section."""
    return [
        replace(group, heading=heading(group.section), answers=_answers(group))
        for group in present_answers(professional)
        if group.section != Section.CONSENT
    ]


def _answers(group: AnswerGroup) -> list[Answer]:
    if group.section == Section.IDENTITY:
        return [answer for answer in group.answers if answer.value]
    if group.section != Section.EXPERIENCE:
        return group.answers
    years, words, readers = group.answers
    return [years, replace(words, key=_("In their own words")), readers]


def heading(section: Section) -> str:
    """Name a section as somebody else than its owner would."""
    return {
        Section.IDENTITY: _("Who they are"),
        Section.OCCUPATIONS: _("Occupation and specialty"),
        Section.EXPERIENCE: _("Experience"),
        Section.SKILLS: _("Skills"),
        Section.LANGUAGES: _("Languages"),
        Section.QUALIFICATIONS: _("Qualifications"),
        Section.LICENCES: _("Licences"),
        Section.AVAILABILITY: _("Availability"),
        Section.WISHES: _("Wishes"),
        Section.RESIDENCE: _("Residence and right to return there"),
        Section.CONSENT: _("Consent"),
    }[section]
