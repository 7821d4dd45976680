"""The pages of one's own profile, one file a topic."""

from web.views.professional.profile import (
    availability,
    check,
    claims,
    consent,
    experience,
    identity,
    languages,
    licences,
    occupations,
    pausing,
    qualifications,
    residence,
    skills,
    specialties,
    tasks,
    wishes,
)

__all__ = [
    "availability",
    "check",
    "claims",
    "consent",
    "experience",
    "identity",
    "languages",
    "licences",
    "occupations",
    "pausing",
    "qualifications",
    "residence",
    "skills",
    "specialties",
    "tasks",
    "wishes",
]
