"""The pages of the coordinator."""

from web.views.coordinator import candidates, facilities, home, licences, placements, rankings, vacancies
from web.views.coordinator.blueprint import bp

__all__ = ["bp", "candidates", "facilities", "home", "licences", "placements", "rankings", "vacancies"]
