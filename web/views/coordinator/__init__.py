"""The pages of the coordinator."""

from web.views.coordinator import facilities, home, licences, placements, vacancies
from web.views.coordinator.blueprint import bp

__all__ = ["bp", "facilities", "home", "licences", "placements", "vacancies"]
