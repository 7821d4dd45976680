"""A vacancy as its ministry and its coordinators read it: answers, sections, history."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.vacancy import (
    RequiredLanguage,
    RequiredSkill,
    RequirementKind,
    Vacancy,
    VacancyEvent,
    VacancyStatus,
)
from web.presenters.names import language_name, long_date, short_date, short_day, weeks, years
from web.presenters.vacancy_words import (
    MODE,
    PURPOSE,
    SHORT_LEVEL,
    STATUS,
    STEP,
    short_cefr,
    yes_or_no,
)
from web.presenters.wording import codes
from web.services.vacancy_sections import Section, list_missing_sections

Value = str | list[str]


@dataclass(frozen=True)
class AnswerRow:
    """One answer; `page` names the page where it is changed."""

    key: str
    value: Value
    page: str
    change_url: str = ""


@dataclass(frozen=True)
class AnswerSection:
    """The answers of one section of the form."""

    name: Section
    heading: str
    rows: list[AnswerRow]


@dataclass(frozen=True)
class RequirementRow:
    """One skill or language asked for."""

    id: int
    words: str


@dataclass(frozen=True)
class VacancyStep:
    """One step of a vacancy's life, for `steps`."""

    label: str
    state: str
    date: str
    note: str


def section_label(section: Section) -> str:
    """Name a section of the form."""
    return {
        Section.POST: _("The post"),
        Section.REQUIREMENTS: _("What the person must bring"),
        Section.TIME: _("When, how long and how many"),
        Section.CONDITIONS: _("Work, benefits and funding"),
    }[section]


def status_tag(vacancy: Vacancy) -> tuple[str, str]:
    """Give the word and the tone of a vacancy's state."""
    word, tone = STATUS[vacancy.status]
    return str(word), tone


def start_window(vacancy: Vacancy) -> str:
    """Say when somebody may start: two dates alone would read as those of the whole stay."""
    first, last = vacancy.earliest_start, vacancy.latest_start
    if first == last:
        return long_date(first)
    return _("between %(first)s and %(last)s", first=long_date(first), last=long_date(last))


def short_start_window(vacancy: Vacancy) -> str:
    """Say when somebody may start, briefly, under the heading of a table that says what it is."""
    first, last = vacancy.earliest_start, vacancy.latest_start
    if first == last:
        return short_date(first)
    return _("between %(first)s and %(last)s", first=_short_first(first, last), last=short_date(last))


def start_words(vacancy: Vacancy) -> str:
    """Say when somebody may start, briefly and within a line."""
    first, last = vacancy.earliest_start, vacancy.latest_start
    if first == last:
        return _("start on %(day)s", day=short_date(first))
    return _("start between %(first)s and %(last)s", first=_short_first(first, last), last=short_date(last))


def _short_first(first: date, last: date) -> str:
    return short_day(first) if first.year == last.year else short_date(first)


def duration(vacancy: Vacancy) -> str:
    """Say how long the post lasts."""
    return weeks(vacancy.duration_weeks) if vacancy.duration_weeks else _("For good")


def posts(vacancy: Vacancy) -> str:
    """Say how many posts there are and how many of them are free."""
    free = vacancy.free_posts
    return ngettext("%(num)d post, %(free)d free", "%(num)d posts, %(free)d free", vacancy.posts, free=free)


def skill_words(skill: RequiredSkill) -> str:
    """Name a skill with the level asked for, and whether nobody can do without it."""
    name = codes.skill({"code": skill.code, "phrase": skill.phrase})
    level = str(SHORT_LEVEL[skill.min_level]) if skill.min_level else ""
    details = codes.listing([level, _("indispensable") if skill.indispensable else ""])
    return f"{name} ({details})" if details else name


def language_words(vacancy: Vacancy, *, required: bool) -> list[str]:
    """Name the languages asked for with their levels."""
    return [_language(row) for row in vacancy.languages if row.required == required]


def _language(row: RequiredLanguage) -> str:
    name, level = language_name(row.code), short_cefr(row.min_cefr)
    return _("%(language)s, at least %(level)s", language=name, level=level)


def list_required_skills(vacancy: Vacancy, kind: RequirementKind) -> list[RequirementRow]:
    """List the skills of one kind, each with its number."""
    return [RequirementRow(skill.id, skill_words(skill)) for skill in vacancy.skills if skill.kind == kind]


def list_required_languages(vacancy: Vacancy) -> list[RequirementRow]:
    """List the languages, each with its number, level, and whether it is needed."""
    return [
        RequirementRow(row.id, codes.listing([_language(row), "" if row.required else _("it helps")]))
        for row in vacancy.languages
    ]


def list_answers(vacancy: Vacancy) -> list[AnswerSection]:
    """Put every answer of the form into words, section by section."""
    makers = {
        Section.POST: _post_rows,
        Section.REQUIREMENTS: _requirement_rows,
        Section.TIME: _time_rows,
        Section.CONDITIONS: _condition_rows,
    }
    return [AnswerSection(section, section_label(section), make(vacancy)) for section, make in makers.items()]


def _post_rows(vacancy: Vacancy) -> list[AnswerRow]:
    specialty = codes.specialty(vacancy.specialty) if vacancy.specialty else _("No specialty asked for")
    return [
        AnswerRow(_("Facility"), vacancy.facility.name, "facility"),
        AnswerRow(_("Occupation"), codes.occupation(vacancy.occupation), "occupation"),
        AnswerRow(_("Specialty"), specialty, "post"),
        AnswerRow(_("Title"), vacancy.title, "post"),
        AnswerRow(_("Working language"), language_name(vacancy.language), "post"),
    ]


def _requirement_rows(vacancy: Vacancy) -> list[AnswerRow]:
    experience = vacancy.min_years_experience
    asked = _("At least %(years)s", years=years(experience)) if experience else _("No minimum")
    page = "requirements"
    return [
        AnswerRow(_("Must-have skills"), _skills(vacancy, RequirementKind.MUST_HAVE), page),
        AnswerRow(_("Desirable skills"), _skills(vacancy, RequirementKind.DESIRABLE), page),
        AnswerRow(_("Languages needed"), language_words(vacancy, required=True), page),
        AnswerRow(_("Languages that help"), language_words(vacancy, required=False) or _("None"), page),
        AnswerRow(_("Licence to practise"), _licence(vacancy), "experience"),
        AnswerRow(_("Experience"), asked, "experience"),
    ]


def _skills(vacancy: Vacancy, kind: RequirementKind) -> Value:
    return [skill_words(skill) for skill in vacancy.skills if skill.kind == kind] or _("None")


def _licence(vacancy: Vacancy) -> str:
    return _("Needed") if vacancy.licence_required else _("Not needed")


def _time_rows(vacancy: Vacancy) -> list[AnswerRow]:
    rows = [
        (_("Kind of post"), str(MODE[vacancy.mode])),
        (_("Start"), start_window(vacancy)),
        (_("Length"), duration(vacancy)),
        (_("Number of posts"), str(vacancy.posts)),
        (_("Purpose"), str(PURPOSE[vacancy.purpose])),
        (_("The person also teaches"), yes_or_no(vacancy.teaching)),
    ]
    return [AnswerRow(key, value, "time") for key, value in rows]


def _condition_rows(vacancy: Vacancy) -> list[AnswerRow]:
    funding = _("Funded from %(line)s", line=vacancy.budget_line) if vacancy.funded else _("Not funded yet")
    rows = [
        (_("The work"), vacancy.description or _("Not described yet")),
        (_("Benefits"), vacancy.benefits or _("None stated")),
        (_("Funding"), funding),
        (_("Local candidates"), vacancy.local_candidates or _("Nothing stated yet")),
    ]
    return [AnswerRow(key, value, "conditions") for key, value in rows]


def section_state(vacancy: Vacancy, section: Section) -> str:
    """Say how far a section has come, in the words of `task_list`."""
    if section not in list_missing_sections(vacancy):
        return "done"
    begun = {
        Section.REQUIREMENTS: bool(vacancy.skills or vacancy.languages),
        Section.CONDITIONS: bool(vacancy.description or vacancy.local_candidates or vacancy.benefits),
    }
    return "in_progress" if begun.get(section) else "not_started"


def list_steps(vacancy: Vacancy) -> list[VacancyStep]:
    """List what has happened to a vacancy, the latest step last."""
    last = len(vacancy.events) - 1
    return [
        VacancyStep(
            label=_step_words(event),
            state="current" if place == last else "done",
            date=long_date(event.at),
            note=codes.listing([event.actor.name if event.actor else "", event.comment]),
        )
        for place, event in enumerate(vacancy.events)
    ]


def _step_words(event: VacancyEvent) -> str:
    if event.from_status == VacancyStatus.FILLED and event.to_status == VacancyStatus.PUBLISHED:
        return _("Open again, because a post is free again")
    return str(STEP[event.to_status])


def last_comment(vacancy: Vacancy) -> str:
    """Give the comment of the last step."""
    return vacancy.events[-1].comment if vacancy.events else ""
