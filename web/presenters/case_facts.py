"""The plain facts of a case, for the coordinator's page."""

from typing import Any

from flask_babel import gettext as _

from web.models.placement import Placement
from web.models.user import Role
from web.presenters.case_reasons import list_reasons
from web.presenters.case_words import choice_reason_words
from web.presenters.cases import who
from web.presenters.names import country_name, labelled, long_date


def case_facts(placement: Placement) -> list[dict[str, Any]]:
    """List who, where, when and how it came about; what does not apply is left out."""
    facility = placement.vacancy.facility
    facts = {
        _("Professional"): who(placement, Role.COORDINATOR),
        _("Reference"): placement.professional.reference,
        _("Vacancy"): placement.vacancy.title,
        _("Facility"): f"{facility.name}, {country_name(facility.country)}",
        _("From"): long_date(placement.starts_on),
        _("Until"): long_date(placement.ends_on) if placement.ends_on else _("for good"),
        _("Proposed by"): placement.proposed_by.name,
        _("Place in the list then"): placement.rank,
        _("Why not the first"): _choice(placement),
        **dict(list_reasons(placement, Role.COORDINATOR)),
        _("Approved by"): placement.approved_by.name if placement.approved_by else None,
    }
    return [{"key": key, "value": value} for key, value in facts.items() if value]


def _choice(placement: Placement) -> str | None:
    if placement.choice_reason is None:
        return None
    words = choice_reason_words(placement.choice_reason)
    return labelled(words, placement.choice_note) if placement.choice_note else words
