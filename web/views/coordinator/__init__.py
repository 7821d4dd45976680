"""The pages of the coordinator."""

from web.views.coordinator import (
    candidates,
    documents,
    facilities,
    home,
    licences,
    placements,
    rankings,
    vacancies,
)
from web.views.coordinator.blueprint import bp

__all__ = [
    "bp",
    "candidates",
    "documents",
    "facilities",
    "home",
    "licences",
    "placements",
    "rankings",
    "vacancies",
]
