"""A case that is over, as a line beside a person who can be chosen again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from web.models.placement import OPEN, Placement, PlacementStatus
from web.presenters.cases import is_post_filled
from web.presenters.names import long_date

S = PlacementStatus


@dataclass(frozen=True)
class CasesView:
    """The open case of one person for one vacancy, or how the last one ended."""

    open: Placement | None = None
    past: Placement | None = None
    past_words: str = ""


NO_CASE = CasesView()


def present_cases(placement: Placement) -> CasesView:
    """Say whether the latest case of somebody is open, and if not how it ended."""
    if placement.status in OPEN:
        return CasesView(open=placement)
    return CasesView(past=placement, past_words=past_words(placement))


def cases_by_person(placements: Iterable[Placement]) -> dict[int, CasesView]:
    """Give the latest case of each person; `placements` begin with the oldest."""
    latest = {placement.professional_id: placement for placement in placements}
    return {number: present_cases(placement) for number, placement in latest.items()}


def past_words(placement: Placement) -> str:
    """Say how and when a case ended."""
    day = long_date(_ended_at(placement))
    if is_post_filled(placement):
        return _("The post was filled on %(day)s.", day=day)
    return {
        S.DECLINED: _("Said no on %(day)s.", day=day),
        S.NOT_SELECTED: _("Declined by the ministry on %(day)s.", day=day),
        S.WITHDRAWN: _("Stepped back on %(day)s.", day=day),
        S.CANCELLED: _("Called off on %(day)s.", day=day),
        S.EXPIRED: _("Nobody answered in time; ended on %(day)s.", day=day),
    }.get(placement.status, _("The case ended on %(day)s.", day=day))


def _ended_at(placement: Placement) -> datetime:
    return placement.events[-1].at if placement.events else placement.proposed_at
