"""Facilities whose readiness was attested, as a coordinator's list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.facility import Facility
from web.presenters.ages import age
from web.presenters.facilities import LightView, facility_place, present_readiness
from web.presenters.names import country_name, short_date
from web.queries.keyset import PageOfRows
from web.queries.readiness import ReadinessQueue


@dataclass(frozen=True)
class ReadinessRow:
    """One facility: what its ministry attests, since when, and the one act."""

    facility: str
    place: str
    lights: list[LightView]
    by: str
    when: str
    act: str
    url: str


@dataclass(frozen=True)
class ReadinessTab:
    """One queue as a tab."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class ReadinessListView:
    """What the page says around the rows."""

    tabs: list[ReadinessTab]
    chips: list[tuple[str, str]]
    clear_url: str
    found: str
    when: str
    empty: str
    previous_url: str
    next_url: str


def present_rows(facilities: Iterable[Facility], today: date) -> list[ReadinessRow]:
    """Put facilities into rows; each has a readiness record."""
    return [_row(facility, today) for facility in facilities]


def _row(facility: Facility, today: date) -> ReadinessRow:
    readiness = facility.readiness
    assert readiness is not None, "only facilities with a readiness record are listed"
    confirmed = readiness.confirmed_at
    return ReadinessRow(
        facility=facility.name,
        place=facility_place(facility),
        lights=present_readiness(readiness).lights,
        by=readiness.attested_by.name,
        when=short_date(confirmed) if confirmed else age(readiness.attested_at, today),
        act=_("Open") if confirmed else _("Confirm"),
        url=url_for("coordinator.facility", facility_id=facility.id),
    )


def present_list(
    queue: ReadinessQueue, country: str, counts: Mapping[ReadinessQueue, int], page: PageOfRows[Facility]
) -> ReadinessListView:
    """Say what is listed, and link to everything beside it."""
    labels = {ReadinessQueue.WAITING: _("To confirm"), ReadinessQueue.CONFIRMED: _("Already confirmed")}
    tabs = [
        ReadinessTab(label, _url(one, country), one == queue, counts[one]) for one, label in labels.items()
    ]
    return ReadinessListView(
        tabs=tabs,
        chips=[(country_name(country), _url(queue, ""))] if country else [],
        clear_url=_url(queue, "") if country else "",
        found=ngettext("%(num)d facility", "%(num)d facilities", counts[queue]),
        when=_("Waiting") if queue == ReadinessQueue.WAITING else _("Confirmed on"),
        empty=_empty(queue, country),
        previous_url=_url(queue, country, {"before": page.before}) if page.before else "",
        next_url=_url(queue, country, {"after": page.after}) if page.after else "",
    )


def _url(queue: ReadinessQueue, country: str, key: Mapping[str, Any] | None = None) -> str:
    return url_for("coordinator.facilities", queue=queue.value, country=country or None, **(key or {}))


def _empty(queue: ReadinessQueue, country: str) -> str:
    if country:
        return _("No facility of this country is in this list.")
    if queue == ReadinessQueue.WAITING:
        return _("No facility waits for you. It comes here when its ministry says how ready it is.")
    return _("No facility is confirmed yet. Open one from the list to confirm.")
