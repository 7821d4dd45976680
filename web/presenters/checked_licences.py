"""The checks of a person's licences as a ministry reads them once it knows the person."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from web.models.claims import Licence, Verification
from web.models.placement import Placement
from web.models.user import User
from web.presenters.licence_checks import method_words
from web.presenters.names import country_name, long_date
from web.presenters.wording import codes
from web.services.credential_levels import is_verified


@dataclass(frozen=True)
class CheckedLicence:
    """One licence whose check counts; with an address to accept it, or the words that it was accepted."""

    licence: str
    checked: str
    accepted: str
    accept_url: str


def present_checked(placement: Placement, reader: User, today: date) -> list[CheckedLicence]:
    """List the licences that are verified, and whether the reader's ministry has accepted the check."""
    if not placement.is_disclosed:
        return []
    return [
        _present(placement, licence, check, reader)
        for licence in placement.professional.licences
        if is_verified(licence, today) and (check := licence.latest_verification)
    ]


def _present(placement: Placement, licence: Licence, check: Verification, reader: User) -> CheckedLicence:
    accepted = next((each for each in check.acceptances if each.ministry_id == reader.ministry_id), None)
    accept = "ministry.checks_accept"
    return CheckedLicence(
        licence=codes.listing([licence.regulator, country_name(licence.country)]),
        checked=_(
            "%(how)s by coordinators of the programme on %(day)s.",
            how=method_words(check.method),
            day=long_date(check.checked_at),
        ),
        accepted=_("Your ministry accepted this check on %(day)s.", day=long_date(accepted.accepted_at))
        if accepted
        else "",
        accept_url="" if accepted else url_for(accept, placement_id=placement.id, verification_id=check.id),
    )
