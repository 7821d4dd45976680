"""Every code the engine answers with; words for them, in any language, are built outside of it.

The docstring under a code says which values come with it, so that a sentence can be made of them.
"""

from enum import StrEnum
from types import MappingProxyType


class GateReason(StrEnum):
    """Why a gate is met, not met or unknown; ``asked`` and ``has`` of the gate hold the values."""

    NOT_ASKED = "not_asked"
    """The position does not ask for it; asked is null."""
    NOT_STATED = "not_stated"
    """The person has not said; has is null."""
    SAME_OCCUPATION = "same_occupation"
    """has: {code, title, basis}."""
    EQUIVALENT_OCCUPATION = "equivalent_occupation"
    """The same profession under another title or code; has: {code, title, basis}, a `Fit.reason`."""
    OCCUPATION_MAY_FILL = "occupation_may_fill"
    """Another occupation that may fill the post; has: {code, title, basis}."""
    OCCUPATION_UNCLEAR = "occupation_unclear"
    """A title the vocabulary cannot place, or an occupation it cannot compare; has: {code, title, basis}."""
    OTHER_OCCUPATION = "other_occupation"
    """has: {code, title, basis}, or [] for none."""
    SAME_SPECIALTY = "same_specialty"
    """has: {specialty, basis}."""
    SPECIALTY_MAY_FILL = "specialty_may_fill"
    """Another specialty that covers the one asked; has: {specialty, basis}."""
    NEIGHBOURING_SPECIALTY = "neighbouring_specialty"
    """A neighbouring field: somebody has to judge; has: {specialty, basis}."""
    OTHER_SPECIALTY = "other_specialty"
    """has: {specialty, basis}."""
    LICENSED_HERE = "licensed_here"
    """Active in the position's country; has: {country, regulator, valid_until, verified}."""
    LICENSED_ELSEWHERE = "licensed_elsewhere"
    """Active in another country, registration to be arranged; has as for licensed_here."""
    LICENCE_EXPIRED = "licence_expired"
    """Expired now or before the earliest start; has as for licensed_here; margin in days where known."""
    LICENCE_SUSPENDED = "licence_suspended"
    """Suspended in the position's country, or everywhere; has as for licensed_here."""
    LICENCE_UNCLEAR = "licence_unclear"
    """The state of the licence is not known; has as for licensed_here."""
    NO_LICENCE = "no_licence"
    """The person says that there is none; has is []."""
    LANGUAGES_MET = "languages_met"
    """asked: [{code, min_cefr}], has: [{code, cefr, state}]; margin: steps above the least level."""
    LANGUAGE_LEVEL_UNKNOWN = "language_level_unknown"
    """A language is stated without its level; values as for languages_met."""
    LANGUAGE_BELOW = "language_below"
    """At least one is below or absent; values as for languages_met, margin: steps missing (negative)."""
    MODE_ACCEPTED = "mode_accepted"
    """asked: mode, has: [mode]."""
    MODE_NOT_WISHED = "mode_not_wished"
    """asked: mode, has: [mode]."""
    FREE_IN_TIME = "free_in_time"
    """asked: {earliest_start, latest_start, weeks}, has: [{from, to}]; margin: days to spare."""
    START_UNCLEAR = "start_unclear"
    """A period without a first day would be long enough; values as for free_in_time."""
    NOT_FREE_LONG_ENOUGH = "not_free_long_enough"
    """Values as for free_in_time; margin: days missing (negative), null when no day fits."""
    WEEKS_ENOUGH = "weeks_enough"
    """asked and has in weeks; margin: weeks to spare."""
    WEEKS_TOO_FEW = "weeks_too_few"
    """asked and has in weeks; margin: weeks missing (negative)."""
    LIVES_THERE = "lives_there"
    """The person lives in the country of the position; has: {residence_country}."""
    MAY_REENTER = "may_reenter"
    """has: date or "unlimited"; asked: last day of the post; margin: days to spare, null when unlimited."""
    REENTRY_LAPSES = "reentry_lapses"
    """The right to come back lapses before the post ends; values as for may_reenter, margin negative."""
    REENTRY_UNCLEAR = "reentry_unclear"
    """Whether it lapses depends on a start nobody knows yet; values as for may_reenter."""
    EXPERIENCE_ENOUGH = "experience_enough"
    """asked and has in years."""
    EXPERIENCE_SHORT = "experience_short"
    """asked and has in years; margin: years missing (negative)."""
    SKILLS_SHOWN = "skills_shown"
    """asked: [{code, phrase, min_level}], has: [{state, level}], one each."""
    SKILLS_TO_ASK = "skills_to_ask"
    """At least one indispensable skill is not stated; values as for skills_shown."""
    SKILLS_BELOW = "skills_below"
    """At least one indispensable skill is stated below the level asked; values as for skills_shown."""


class Owner(StrEnum):
    """Who takes the step that a fix names."""

    PROFESSIONAL = "professional"
    MINISTRY = "ministry"
    COORDINATOR = "coordinator"


class Fix(StrEnum):
    """The step that would turn a gate: an answer to ask for (unknown) or a thing to do (not met)."""

    STATE_OCCUPATION = "state_occupation"
    STATE_SPECIALTY = "state_specialty"
    JUDGE_OCCUPATION = "judge_occupation"
    JUDGE_SPECIALTY = "judge_specialty"
    STATE_LICENCES = "state_licences"
    CHECK_LICENCE = "check_licence"
    RENEW_LICENCE = "renew_licence"
    OBTAIN_LICENCE = "obtain_licence"
    STATE_LANGUAGES = "state_languages"
    STATE_LANGUAGE_LEVEL = "state_language_level"
    REACH_LANGUAGE_LEVEL = "reach_language_level"
    STATE_MODES = "state_modes"
    ACCEPT_MODE = "accept_mode"
    STATE_AVAILABILITY = "state_availability"
    ADD_DATES = "add_dates"
    STATE_WEEKS = "state_weeks"
    STAY_LONGER = "stay_longer"
    STATE_REENTRY = "state_reentry"
    EXTEND_REENTRY = "extend_reentry"
    STATE_EXPERIENCE = "state_experience"
    ASK_SKILL = "ask_skill"

    @property
    def owner(self) -> Owner:
        """Who can do it."""
        return _OWNERS.get(self, Owner.PROFESSIONAL)


_OWNERS = MappingProxyType(
    {
        Fix.JUDGE_OCCUPATION: Owner.COORDINATOR,
        Fix.JUDGE_SPECIALTY: Owner.MINISTRY,
        Fix.CHECK_LICENCE: Owner.COORDINATOR,
    }
)


class Evidence(StrEnum):
    """Why a criterion gives its points; the evidence object holds the values beside ``code``."""

    NOT_ASKED = "not_asked"
    """The position does not ask; 0 points for everybody."""
    NOT_STATED = "not_stated"
    """The person has not said: 0 at the low end, the maximum at the high end."""
    SKILLS = "skills"
    """skills: [{code, phrase, min_level, state, by, level}]: state is a `SkillState`, by what shows it."""
    OCCUPATION = "occupation"
    """closeness 0-100; specialty_closeness 0-100, or null where none is asked or known."""
    YEARS = "years"
    """years in the occupation."""
    LANGUAGES = "languages"
    """languages: [{code, min_cefr, cefr}]."""
    DAYS = "days"
    """free and wanted, in days: how much of the window with its weeks the person is free."""
    ORIGIN = "origin"
    """country of origin; here: whether it is the position's."""
    WISH = "wish"
    """countries the person prefers; here: whether the position's is among them."""
    CREDENTIAL = "credential"
    """level 1-4 or null; verified: whether a licence was checked by somebody."""
    TEACHING = "teaching"
    """skill: the best taught skill {code, phrase} or null; level 1-4 or null."""
    TEXT = "text"
    """shared and wanted: words of the position that the summary has, and how many it has to have."""


class SkillState(StrEnum):
    """How a person stands to one skill asked for."""

    SHOWN = "shown"
    PARTLY = "partly"
    TO_ASK = "to_ask"


class SkillBasis(StrEnum):
    """What shows a skill."""

    STATED = "stated"
    """Stated at the level asked."""
    BELOW = "below"
    """Stated below the level asked."""
    LEVEL_UNKNOWN = "level_unknown"
    """Stated without a level."""
    RELATED = "related"
    """A related skill is stated; by names it."""
    SUMMARY = "summary"
    """Only said in the summary."""
    NONE = "none"
    """Nothing shows it."""


class Action(StrEnum):
    """One lawful act that could change a match; those that state are only for what is so."""

    STATE_OCCUPATION = "state_occupation"
    """{code, specialty, years}: the occupation asked; specialty and years are null where nothing is asked."""
    STATE_SPECIALTY = "state_specialty"
    """{code}."""
    STATE_EXPERIENCE = "state_experience"
    """{years}: at least so many."""
    STATE_MODE = "state_mode"
    """{mode}."""
    ACCEPT_MODE = "accept_mode"
    """{mode}."""
    STATE_WEEKS = "state_weeks"
    """{weeks}: at least so many."""
    STAY_LONGER = "stay_longer"
    """{weeks}."""
    STATE_LANGUAGES = "state_languages"
    """{languages: [{code, cefr}]}: each at least at this level; null is any."""
    RAISE_LANGUAGE = "raise_language"
    """{language, cefr}: one level more than known."""
    STATE_LICENCE = "state_licence"
    """{valid_until}: a licence of any country, valid at least on this day; null where the post names none."""
    OBTAIN_LICENCE = "obtain_licence"
    """As for state_licence, where the person says that there is none."""
    STATE_LICENCE_ACTIVE = "state_licence_active"
    """{country, regulator}: that it is active."""
    RENEW_LICENCE = "renew_licence"
    """{country, regulator}."""
    VERIFY_LICENCE = "verify_licence"
    """{country, regulator}."""
    STATE_DATES = "state_dates"
    """{from, to}: the days of one stay, from the earliest start on."""
    ADD_DATES = "add_dates"
    """{from, to}: all days from the earliest start to the latest end."""
    STATE_REENTRY = "state_reentry"
    """{until}: a day at least, or "unlimited"."""
    EXTEND_REENTRY = "extend_reentry"
    """{until}: a day at least."""
    ADD_SKILL = "add_skill"
    """{code, phrase, level}: at least at this level."""
    ADD_SKILLS = "add_skills"
    """{skills: [{code, phrase, level}]}: every indispensable skill that is to ask, together."""
    RAISE_SKILL = "raise_skill"
    """{code, phrase, level}: a skill that is stated below."""


class Ground(StrEnum):
    """What puts one match above another."""

    VERDICT = "verdict"
    MUST_HAVE_SKILLS = "must_have_skills"
    POINTS = "points"
    POSSIBLE_POINTS = "possible_points"
    ANYTHING_RELEVANT = "anything_relevant"
    DRAW = "draw"
