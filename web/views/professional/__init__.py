"""The pages of the professional."""

from web.views.professional import consents, home, interest, openings, placements, profile, vacancies
from web.views.professional.blueprint import bp

__all__ = ["bp", "consents", "home", "interest", "openings", "placements", "profile", "vacancies"]
