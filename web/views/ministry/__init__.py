"""The pages of the ministry."""

from web.views.ministry import facilities, home, placements, vacancies
from web.views.ministry.blueprint import bp

__all__ = ["bp", "facilities", "home", "placements", "vacancies"]
