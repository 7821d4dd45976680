"""The credential level: one figure for what coordinators have checked of somebody's licences.

1  a verified, active licence in West or Central Africa or in the country of origin
2  a verified, active licence elsewhere
3  no such licence, but a qualification
4  no such licence and no qualification: experience only

It is None, which is unknown and never zero, as long as checking could still lift somebody above 3: while
a licence waits for its check, or while nobody has said whether there is one.
"""

from datetime import date

from web.models.claims import Licence, LicenceStatus, VerificationResult
from web.models.professional import Professional
from web.services.region import WCA_COUNTRIES

LICENSED_IN_THE_REGION = 1
LICENSED_ELSEWHERE = 2
QUALIFIED = 3
EXPERIENCE_ONLY = 4

LICENCES = "licences"


def derive_credential_level(professional: Professional, today: date) -> int | None:
    """Derive the level from what is verified on this day."""
    licences = professional.licences
    countries = {licence.country for licence in licences if is_verified(licence, today)}
    if countries & {*WCA_COUNTRIES, professional.country_of_origin}:
        return LICENSED_IN_THE_REGION
    if countries:
        return LICENSED_ELSEWHERE
    if not all(is_checked(licence, today) for licence in licences) or not _is_answered(professional):
        return None
    return QUALIFIED if professional.qualifications else EXPERIENCE_ONLY


def _is_answered(professional: Professional) -> bool:
    return bool(professional.licences) or LICENCES in professional.stated_none


def is_checked(licence: Licence, day: date) -> bool:
    """Say whether somebody has checked the licence as it stands, and the check still counts."""
    check = licence.latest_verification
    return check is not None and (check.expires_on is None or check.expires_on >= day)


def is_verified(licence: Licence, day: date) -> bool:
    """Say whether the licence is confirmed, and active on a day."""
    check = licence.latest_verification
    confirmed = check is not None and check.result == VerificationResult.CONFIRMED
    running = licence.valid_until is None or licence.valid_until >= day
    return confirmed and is_checked(licence, day) and licence.status == LicenceStatus.ACTIVE and running
