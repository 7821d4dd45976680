"""A profile as its owner reads it: tasks, and answers to check."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _

from web.models.professional import Professional
from web.models.user import User
from web.presenters.claims import present_claim
from web.presenters.names import country_name, long_date, weeks, years
from web.presenters.wording import codes
from web.services.consents import has_matching_consent
from web.services.profile_sections import (
    LISTS,
    REQUIRED,
    Section,
    SectionState,
    claims_of,
    is_stated_none,
    list_missing_sections,
    state_of,
)
from web.services.region import WCA_COUNTRIES


@dataclass(frozen=True)
class Task:
    """One line of the task list."""

    label: str
    url: str
    state: str
    hint: str = ""


@dataclass(frozen=True)
class TaskGroup:
    """Tasks that belong together."""

    heading: str
    tasks: list[Task]


@dataclass(frozen=True)
class Answer:
    """One answer: to check, or as it is stored."""

    key: str
    value: str | None
    change_url: str = ""


Record = Callable[[Professional], list[Answer]]


@dataclass(frozen=True)
class AnswerGroup:
    """The answers of one section."""

    section: Section
    heading: str
    answers: list[Answer]


def section_label(section: Section) -> str:
    """Name a section as its owner would."""
    return {
        Section.IDENTITY: _("Who I am"),
        Section.OCCUPATIONS: _("My occupation and specialty"),
        Section.EXPERIENCE: _("My experience"),
        Section.SKILLS: _("My skills"),
        Section.LANGUAGES: _("Languages I work in"),
        Section.QUALIFICATIONS: _("My qualifications"),
        Section.LICENCES: _("My licences"),
        Section.AVAILABILITY: _("When I am free"),
        Section.WISHES: _("How and where I would serve"),
        Section.RESIDENCE: _("Where I live and my right to return there"),
        Section.CONSENT: _("My consent"),
    }[section]


def section_url(section: Section) -> str:
    """Say where a section is filled in."""
    if section in LISTS:
        return url_for("professional.profile_claims", section=section.value)
    return url_for(f"professional.profile_{section}")


def present_tasks(professional: Professional, *more: TaskGroup) -> list[TaskGroup]:
    """List what there is to do, in the order in which most people do it; sending comes last."""
    presented = [
        TaskGroup(heading, [_task(professional, section) for section in sections])
        for heading, sections in _groups()
    ]
    presented.extend(more)
    if professional.submitted_at is None:
        presented.append(TaskGroup(_("Send"), [_submit_task(professional)]))
    return presented


def _groups() -> list[tuple[str, tuple[Section, ...]]]:
    return [
        (_("About you"), (Section.IDENTITY, Section.RESIDENCE)),
        (_("What you are"), (Section.OCCUPATIONS, Section.EXPERIENCE, Section.LANGUAGES)),
        (_("What you can do"), (Section.SKILLS, Section.QUALIFICATIONS, Section.LICENCES)),
        (_("How you would serve"), (Section.AVAILABILITY, Section.WISHES)),
        (_("Your agreement"), (Section.CONSENT,)),
    ]


def _task(professional: Professional, section: Section) -> Task:
    state = state_of(professional, section)
    can_wait = section not in REQUIRED and state == SectionState.NOT_STARTED
    hint = _("Can wait") if can_wait else ""
    return Task(section_label(section), section_url(section), state.value, hint)


def _submit_task(professional: Professional) -> Task:
    ready = not list_missing_sections(professional)
    return Task(
        label=_("Check your answers and send your profile"),
        url=url_for("professional.profile_check"),
        state=SectionState.NOT_STARTED.value if ready else "cannot_start",
        hint="" if ready else _("Opens when the parts that cannot wait are done."),
    )


def count_done(professional: Professional) -> tuple[int, int]:
    """Count the sections that are done, and all of them."""
    done = [section for section in Section if state_of(professional, section) == SectionState.DONE]
    return len(done), len(Section)


def present_answers(professional: Professional) -> list[AnswerGroup]:
    """List every answer with the way to change it, in the order in which it was asked for."""
    sections = [section for _heading, group in _groups() for section in group]
    return [
        AnswerGroup(section, section_label(section), _answers(professional, section)) for section in sections
    ]


# Whoever comes from the answers goes back to them when the change is saved.
FROM_CHECK = "?from=check"


def _answers(professional: Professional, section: Section) -> list[Answer]:
    url = section_url(section) + FROM_CHECK
    if section in LISTS:
        return _list_answers(professional, section, url)
    return [replace(answer, change_url=url) for answer in RECORDS[section](professional)]


def _list_answers(professional: Professional, section: Section, url: str) -> list[Answer]:
    claims = claims_of(professional, section)
    if not claims:
        none = _("None") if is_stated_none(professional, section) else None
        return [Answer(section_label(section), none, url)]
    views = [present_claim(section, claim) for claim in claims]
    return [Answer(view.title, ", ".join(view.facts), view.change_url + FROM_CHECK) for view in views]


def _given(key: str, value: str) -> Answer:
    # Nothing is None: the page then says that it was not given.
    return Answer(key, value or None)


def identity_record(professional: Professional) -> list[Answer]:
    """Say who the person is."""
    identity = professional.identity
    return [
        _given(_("Name"), identity.full_name if identity else ""),
        _given(_("Telephone"), identity.phone if identity else ""),
    ]


def disclosed_record(professional: Professional) -> list[Answer]:
    """Say what a ministry learns with the person's yes: who they are and how to reach them."""
    name, phone = identity_record(professional)
    # A profile just begun, and not stored, has no account yet.
    user: User | None = professional.user
    answers = [name, _given(_("E-mail"), user.email if user else ""), phone, *_shared_words(professional)]
    return [answer for answer in answers if answer.value]


def _shared_words(professional: Professional) -> list[Answer]:
    if not professional.summary_shared:
        return []
    return [_given(_("Own words"), professional.summary)]


def experience_record(professional: Professional) -> list[Answer]:
    """Say how long the person has worked in health."""
    number = professional.years_experience
    return [
        _given(_("Years in health work"), years(number) if number is not None else ""),
        _given(_("In your own words"), professional.summary or ""),
        _given(_("Who may read it"), _readers_of_words(professional)),
    ]


def _readers_of_words(professional: Professional) -> str:
    if not professional.summary:
        return ""
    if professional.summary_shared:
        return _("Coordinators, and a ministry you have said yes to")
    return _("Coordinators only")


def wishes_record(professional: Professional) -> list[Answer]:
    """Say how, how long and where the person would serve."""
    return [
        _given(_("How"), ", ".join(codes.mode(mode) for mode in professional.modes or [])),
        _given(_("Longest stay"), weeks(professional.max_weeks) if professional.max_weeks else ""),
        _given(_("Countries"), _countries(professional.preferred_countries)),
    ]


def _countries(wanted: list[str] | None) -> str:
    if wanted is not None and set(wanted) >= set(WCA_COUNTRIES):
        return _("Any country of West and Central Africa")
    return ", ".join(country_name(code) for code in wanted or [])


def residence_record(professional: Professional) -> list[Answer]:
    """Say where the person lives and until when they may return there."""
    if professional.reenter_unlimited:
        reentry = _("Without a limit")
    elif professional.reenter_until:
        reentry = _("Until %(day)s", day=long_date(professional.reenter_until))
    else:
        reentry = ""
    residence, origin = professional.residence_country, professional.country_of_origin
    return [
        _given(_("Country of residence"), country_name(residence) if residence else ""),
        _given(_("Country of origin"), country_name(origin) if origin else ""),
        _given(_("Right to return to the country of residence"), reentry),
    ]


def consent_record(professional: Professional) -> list[Answer]:
    """Say whether the profile may be compared with vacancies."""
    given = _("Yes") if has_matching_consent(professional) else ""
    return [_given(_("Compare my profile with vacancies"), given)]


RECORDS: dict[Section, Record] = {
    Section.IDENTITY: identity_record,
    Section.EXPERIENCE: experience_record,
    Section.WISHES: wishes_record,
    Section.RESIDENCE: residence_record,
    Section.CONSENT: consent_record,
}


def claim_record(section: Section, claim_id: int) -> Record:
    """Give a function that says what is stored of one entry now; nothing if it is gone."""

    def record(professional: Professional) -> list[Answer]:
        claims = [claim for claim in claims_of(professional, section) if claim.id == claim_id]
        views = [present_claim(section, claim) for claim in claims]
        return [Answer(view.title, ", ".join(view.facts)) for view in views]

    return record
