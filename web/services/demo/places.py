"""The facilities of the demo: real hospitals, the imported ones where a country has some."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import Session

from web.models.facility import Facility, Light, Readiness
from web.services.demo.accounts import DemoStaff
from web.services.demo.chance import Shares, chance_of
from web.services.demo.reference import list_hospitals
from web.services.facility_import import import_facilities

SOURCE = "sankofa-hospitals"
MOST_OF_A_COUNTRY = 12
_LARGE = ("university", "teaching", "national", "central", "regional")
_LIGHTS = Shares({Light.GREEN: 6, Light.AMBER: 3, Light.RED: 0.4})


def list_places(session: Session, countries: Sequence[str]) -> dict[str, list[Facility]]:
    """List hospitals of each country to post people to; our own list fills the countries without any."""
    without = {country for country in countries if not _hospitals(session, country)}
    if without:
        listed = [hospital for hospital in list_hospitals() if hospital.country in without]
        import_facilities(session, facilities=listed, source=SOURCE)
    return {country: _hospitals(session, country) for country in countries}


def _hospitals(session: Session, country: str) -> list[Facility]:
    is_large = case((or_(*(_is_called(word) for word in _LARGE)), 0), else_=1)
    hospitals = select(Facility).where(Facility.country == country, _is_called("hospital"))
    return list(session.scalars(hospitals.order_by(is_large, Facility.id).limit(MOST_OF_A_COUNTRY)))


def _is_called(word: str) -> ColumnElement[bool]:
    return Facility.search_text.contains(f" {word} ")


def ensure_readiness(
    session: Session, facility: Facility, *, staff: DemoStaff, seed: int, today: datetime, is_ready: bool
) -> None:
    """Attest how ready a facility is, unless somebody has; `is_ready` where people are placed already."""
    chance = chance_of(seed, "readiness", facility.id)
    if facility.readiness is not None or not (is_ready or chance.happens(0.7)):
        return
    lights = [Light.GREEN if is_ready else chance.draw(_LIGHTS) for _ in range(3)]
    attested = today - timedelta(days=chance.randint(20, 90))
    is_confirmed = is_ready or (Light.RED not in lights and chance.happens(0.7))
    facility.readiness = Readiness(
        equipment=lights[0],
        people=lights[1],
        money=lights[2],
        attested_by_id=staff.officers[facility.country].id,
        attested_at=attested,
        confirmed_by_id=staff.coordinators[facility.country][0].id if is_confirmed else None,
        confirmed_at=attested + timedelta(days=5) if is_confirmed else None,
    )
    session.flush()
