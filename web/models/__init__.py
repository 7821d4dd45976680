"""The tables, one aggregate a file. Importing this package makes every table known to the metadata."""

from web.models import (
    audit,
    browser_session,
    candidate_version,
    claims,
    esco,
    facility,
    ministry,
    outbox,
    placement,
    professional,
    protected_facts,
    ranking,
    submission,
    user,
    vacancy,
    wording,
)
from web.models.base import Base

__all__ = [
    "Base",
    "audit",
    "browser_session",
    "candidate_version",
    "claims",
    "esco",
    "facility",
    "ministry",
    "outbox",
    "placement",
    "professional",
    "protected_facts",
    "ranking",
    "submission",
    "user",
    "vacancy",
    "wording",
]
