"""A facility as people find it in a list, and its readiness as three lights with words."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web.models.facility import Facility, Light, Readiness
from web.presenters.names import country_name, long_date
from web.presenters.wording import codes

LIGHT = {
    Light.GREEN: (_l("Ready"), "good"),
    Light.AMBER: (_l("Partly ready"), "attention"),
    Light.RED: (_l("Not ready"), "bad"),
}


@dataclass(frozen=True)
class FacilityRow:
    """One facility in a list."""

    id: int
    name: str
    kind: str
    region: str
    state: str
    tone: str


@dataclass(frozen=True)
class LightView:
    """One side of a facility's readiness."""

    label: str
    word: str
    tone: str


@dataclass(frozen=True)
class ReadinessView:
    """Who says how ready a facility is, since when, and whether it was checked."""

    lights: list[LightView]
    note: str
    attested: str
    confirmed: str
    standing: str


def present_facilities(facilities: Iterable[Facility]) -> list[FacilityRow]:
    """Put facilities into the rows of a list."""
    return [_row(facility) for facility in facilities]


def _row(facility: Facility) -> FacilityRow:
    state, tone = readiness_state(facility.readiness)
    return FacilityRow(
        id=facility.id,
        name=facility.name,
        kind=codes.facility_kind(facility.kind),
        region=facility.region,
        state=state,
        tone=tone,
    )


def facility_place(facility: Facility) -> str:
    """Say where a facility is: region and country."""
    return codes.listing([facility.region, country_name(facility.country)])


def facility_facts(facility: Facility) -> list[dict[str, str]]:
    """List what is known of a facility, for `summary_list`."""
    facts = [
        (_("Kind"), codes.facility_kind(facility.kind)),
        (_("Region"), facility.region),
        (_("Country"), country_name(facility.country)),
        (_("Run by"), facility.ownership),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]


def readiness_state(readiness: Readiness | None) -> tuple[str, str]:
    """Sum the readiness up in a word and a tone."""
    if readiness is None:
        return _("Not stated"), "neutral"
    if readiness.has_red:
        return _("Not ready"), "bad"
    if readiness.confirmed_at is None:
        return _("Waiting for confirmation"), "attention"
    return _("Ready, confirmed"), "good"


def present_readiness(readiness: Readiness) -> ReadinessView:
    """Put a readiness record into words."""
    sides = (
        (_("Equipment"), readiness.equipment),
        (_("People"), readiness.people),
        (_("Money"), readiness.money),
    )
    return ReadinessView(
        lights=[LightView(label, str(LIGHT[light][0]), LIGHT[light][1]) for label, light in sides],
        note=readiness.note,
        attested=_(
            "Stated by %(name)s on %(day)s",
            name=readiness.attested_by.name,
            day=long_date(readiness.attested_at),
        ),
        confirmed=_("Confirmed by a coordinator on %(day)s", day=long_date(readiness.confirmed_at))
        if readiness.confirmed_at
        else "",
        standing=_standing(readiness),
    )


def _standing(readiness: Readiness) -> str:
    if readiness.is_ready:
        return _("This facility can receive people.")
    if readiness.confirmed_at is None:
        return _("A coordinator confirms this before anybody is approved for a post here.")
    return _("Nobody can be approved for a post here while one of the three is not ready.")
