"""What makes one person fit better than another, one file each, in the order in which it is shown."""

from operator import attrgetter

from matcher.criteria import (
    availability,
    credential,
    experience,
    languages,
    occupation,
    origin,
    preference,
    skills,
    teaching,
    text,
)
from matcher.criteria.criterion import Criterion, Points
from matcher.gates import experience as years

CRITERIA = (
    Criterion(
        skills.REQUIRED_SKILLS, skills.facet, skills.judge_required_skills, skills.score_required_skills
    ),
    Criterion(
        skills.DESIRABLE_SKILLS, skills.facet, skills.judge_desirable_skills, skills.score_desirable_skills
    ),
    Criterion(
        "occupation", attrgetter("occupations"), occupation.judge_closeness, occupation.score_closeness
    ),
    Criterion("experience", years.facet, experience.judge_years, experience.score_years),
    Criterion(
        "languages",
        attrgetter("languages"),
        languages.judge_languages_beyond,
        languages.score_languages_beyond,
    ),
    Criterion("availability", attrgetter("availability"), availability.judge_cover, availability.score_cover),
    Criterion(
        "preference",
        attrgetter("preferred_countries"),
        preference.judge_preference,
        preference.score_preference,
    ),
    Criterion("origin", attrgetter("country_of_origin"), origin.judge_origin, origin.score_origin),
    Criterion("credential", credential.facet, credential.judge_credential, credential.score_credential),
    Criterion("teaching", attrgetter("skills"), teaching.judge_teaching, teaching.score_teaching),
    Criterion("text", attrgetter("summary"), text.judge_text, text.score_text),
)
"""Every criterion."""

__all__ = ["CRITERIA", "Criterion", "Points"]
