"""The pages of the ministry."""

from web.views.ministry import (
    candidates,
    checks,
    documents,
    facilities,
    home,
    placements,
    requirements,
    vacancies,
    vacancy_moves,
    vacancy_sections,
    vacancy_start,
)
from web.views.ministry.blueprint import bp

__all__ = [
    "bp",
    "candidates",
    "checks",
    "documents",
    "facilities",
    "home",
    "placements",
    "requirements",
    "vacancies",
    "vacancy_moves",
    "vacancy_sections",
    "vacancy_start",
]
