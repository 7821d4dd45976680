"""The pages of the professional."""

from web.views.professional import home, placements, profile, vacancies
from web.views.professional.blueprint import bp

__all__ = ["bp", "home", "placements", "profile", "vacancies"]
