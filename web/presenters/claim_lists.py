"""The lists of a profile as pages: what each is called, what is on it, and what to do when it is empty."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from web.models.professional import Professional
from web.presenters.claims import ClaimView, present_claim
from web.presenters.names import language_name
from web.presenters.profile import section_label
from web.services.profile_sections import MAY_BE_NONE, Section, claims_of, is_stated_none


@dataclass(frozen=True)
class ClaimListWords:
    """What the page of one list says."""

    intro: str
    add: str
    empty: str
    none: str = ""


@dataclass(frozen=True)
class ClaimListView:
    """One list of a profile."""

    section: Section
    title: str
    words: ClaimListWords
    claims: list[ClaimView]
    add_url: str
    may_be_none: bool
    is_stated_none: bool
    note: str


def present_claim_list(professional: Professional, section: Section) -> ClaimListView:
    """Put one list into words."""
    claims = [present_claim(section, claim) for claim in claims_of(professional, section)]
    return ClaimListView(
        section=section,
        title=section_label(section),
        words=_words(section),
        claims=claims,
        add_url=url_for(f"professional.profile_{section}_new"),
        may_be_none=section in MAY_BE_NONE and not claims,
        is_stated_none=is_stated_none(professional, section),
        note=_note(professional, section) if claims else "",
    )


def _note(professional: Professional, section: Section) -> str:
    """Ask for the language somebody reads us in: whoever does mostly works in it too."""
    code = professional.language
    if section != Section.LANGUAGES or any(held.code == code for held in professional.languages):
        return ""
    return _(
        "You use this service in a language that is not on your list: %(language)s."
        " Add it with your level if you work in it.",
        language=language_name(code),
    )


def _words(section: Section) -> ClaimListWords:
    return {
        Section.OCCUPATIONS: ClaimListWords(
            intro=_("The first one is your main occupation. Add others only if you could serve in them too."),
            add=_("Add an occupation"),
            empty=_("Say what you are in your own words, in any language. We suggest what it may be called."),
        ),
        Section.SKILLS: ClaimListWords(
            intro=_("What you can do beyond what everybody in your occupation can."),
            add=_("Add a skill"),
            empty=_("Type a skill in your own words, in any language. Five or six good ones are enough."),
            none=_("I have no skills to add"),
        ),
        Section.LANGUAGES: ClaimListWords(
            intro=_("All languages in which you could work with patients or colleagues."),
            add=_("Add a language"),
            empty=_("Begin with the language you speak best."),
        ),
        Section.QUALIFICATIONS: ClaimListWords(
            intro=_("Diplomas of your profession, the most important first."),
            add=_("Add a qualification"),
            empty=_("Begin with the diploma that made you a health worker."),
            none=_("I have no qualifications"),
        ),
        Section.LICENCES: ClaimListWords(
            intro=_("Every register that lists you as a health worker, in any country."),
            add=_("Add a licence"),
            empty=_("A coordinator looks each licence up in its register. Most posts ask for one."),
            none=_("I have no licence"),
        ),
        Section.AVAILABILITY: ClaimListWords(
            intro=_("Periods in which you could serve. You can change them at any time."),
            add=_("Add a period"),
            empty=_("Give the periods in which you could be away, or the day from which you are free."),
        ),
    }[section]
