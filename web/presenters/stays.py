"""The days somebody would serve in a post, and what else they have said yes to or are asked for then."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from web.models.placement import Placement
from web.presenters.cases import case_reference, state_word
from web.presenters.names import labelled, long_date
from web.services.placements.stays import Stay


@dataclass(frozen=True)
class OtherCaseView:
    """Another open case of a person; without an address where it belongs to other coordinators."""

    words: str
    url: str


def stay_words(stay: Stay) -> str:
    """Say for which days somebody would be proposed."""
    first = long_date(stay.starts_on)
    if stay.ends_on is None:
        return _("They would serve from %(first)s, for good.", first=first)
    return _("They would serve from %(first)s to %(last)s.", first=first, last=long_date(stay.ends_on))


def present_other_cases(placements: Iterable[Placement], countries: Collection[str]) -> list[OtherCaseView]:
    """List other cases of a person with their state and days; those of one's own countries can be opened."""
    return [
        OtherCaseView(
            words=labelled(f"{case_reference(case)}, {state_word(case)}", _days(case)),
            url=url_for("coordinator.placement", placement_id=case.id)
            if case.vacancy.country in countries
            else "",
        )
        for case in placements
    ]


def _days(placement: Placement) -> str:
    first = long_date(placement.starts_on)
    if placement.ends_on is None:
        return _("from %(first)s, for good", first=first)
    return _("from %(first)s to %(last)s", first=first, last=long_date(placement.ends_on))
