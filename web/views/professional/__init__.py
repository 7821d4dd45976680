"""The pages of the professional."""

from web.views.professional import home, interest, placements, profile, vacancies
from web.views.professional.blueprint import bp

__all__ = ["bp", "home", "interest", "placements", "profile", "vacancies"]
