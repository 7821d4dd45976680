"""The days somebody would serve in a post."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from web.models.professional import Professional
from web.models.vacancy import Vacancy
from web.services.matching import first_possible_start


@dataclass(frozen=True)
class Stay:
    """First and last day of a stay; one for good has no last day."""

    starts_on: date
    ends_on: date | None


def possible_stay(session: Session, *, vacancy: Vacancy, professional: Professional) -> Stay:
    """Give the days for which somebody would be proposed: as soon as they can, as long as the post asks."""
    starts_on = first_possible_start(session, vacancy=vacancy, professional=professional)
    weeks = vacancy.duration_weeks
    return Stay(starts_on, starts_on + timedelta(weeks=weeks, days=-1) if weeks else None)
