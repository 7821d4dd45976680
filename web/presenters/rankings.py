"""The frame of a ranked list: its sections and how many people each has."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from web.models.ranking import Ranking
from web.services.matching import Section


@dataclass(frozen=True)
class TabView:
    """One section as a tab."""

    label: str
    url: str
    current: bool
    count: int


def section_label(section: Section) -> str:
    """Name a section after its count: 28 fit."""
    return {
        Section.ELIGIBLE: _("fit"),
        Section.TO_CONFIRM: _("to confirm"),
        Section.NEAR_MISS: _("one step away"),
        Section.INELIGIBLE: _("not possible"),
    }[section]


def section_tabs(ranking: Ranking, current: Section, endpoint: str, **values: Any) -> list[TabView]:
    """List the sections with their counts over the whole pool."""
    return [
        TabView(
            section_label(section),
            url_for(endpoint, section=section.value, **values),
            section == current,
            ranking.counts[section],
        )
        for section in Section
    ]


def first_section(ranking: Ranking) -> Section:
    """Choose what to show first: the first section that holds somebody who can be chosen or helped."""
    listed = (Section.ELIGIBLE, Section.TO_CONFIRM, Section.NEAR_MISS)
    return next((section for section in listed if ranking.counts[section]), Section.ELIGIBLE)


def order_words(ranking: Ranking) -> str:
    """Say what puts one person above another, in the list as it was stored."""
    if ranking.position.get("required_skills"):
        return _(
            "Whoever shows more of the must-have skills stands higher; "
            "after that, the lower end of the fit decides."
        )
    return _("Whoever has the higher fit stands higher; of a range, the lower end decides.")
