"""The formal must-haves, one file each, in the order in which they are shown and looked at."""

from operator import attrgetter

from matcher.gates import (
    dates,
    duration,
    experience,
    indispensable_skills,
    languages,
    licence,
    mode,
    occupation,
    re_entry,
    specialty,
)
from matcher.gates.gate import Cost, Gate, by_kind

GATES = (
    Gate(
        occupation.NAME,
        attrgetter("occupations"),
        occupation.judge_occupation,
        by_kind(occupation.screen_occupations),
        Cost.KIND,
    ),
    Gate(
        specialty.NAME,
        attrgetter("occupations"),
        specialty.judge_specialty,
        by_kind(specialty.screen_specialties),
        Cost.KIND,
    ),
    Gate(mode.NAME, attrgetter("modes"), mode.judge_mode, mode.screen_mode, Cost.KEPT),
    Gate(
        languages.NAME,
        attrgetter("languages"),
        languages.judge_languages,
        languages.screen_languages,
        Cost.KEPT,
    ),
    Gate(licence.NAME, attrgetter("licences"), licence.judge_licence, licence.screen_licence, Cost.EACH),
    Gate(
        experience.NAME,
        experience.facet,
        experience.judge_experience,
        experience.screen_experience,
        Cost.EACH,
    ),
    Gate(
        duration.NAME, attrgetter("max_weeks"), duration.judge_duration, duration.screen_duration, Cost.KEPT
    ),
    Gate(dates.NAME, attrgetter("availability"), dates.judge_dates, dates.screen_dates, Cost.ENTRIES),
    Gate(re_entry.NAME, re_entry.facet, re_entry.judge_re_entry, re_entry.screen_re_entry, Cost.ENTRIES),
    Gate(
        indispensable_skills.NAME,
        attrgetter("skills"),
        indispensable_skills.judge_indispensable_skills,
        indispensable_skills.screen_indispensable_skills,
        Cost.ENTRIES,
    ),
)
"""Every gate, in the order in which it is shown."""

KIND_SCREENS = (occupation.screen_occupations, specialty.screen_specialties)
"""What the gates of `Cost.KIND` say of every kind of professional; the last is unknown."""

__all__ = ["GATES", "KIND_SCREENS", "Cost", "Gate"]
