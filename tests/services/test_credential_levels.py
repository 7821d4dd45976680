"""What the figure of checked licences says, and when it stays unknown."""

from datetime import date

import pytest

from web.models.base import now
from web.models.claims import (
    Licence,
    LicenceStatus,
    Qualification,
    Verification,
    VerificationMethod,
    VerificationResult,
)
from web.models.professional import Professional
from web.services.credential_levels import derive_credential_level, is_verified

TODAY = date(2027, 3, 15)
CONFIRMED = VerificationResult.CONFIRMED


def licence(country="GB", *, result=None, expires_on=None, status=LicenceStatus.ACTIVE, valid_until=None):
    held = Licence(
        country=country, regulator="Council", status=status, valid_until=valid_until, changed_at=now()
    )
    if result is not None:
        check = Verification(
            method=VerificationMethod.REGISTER_LOOK_UP,
            source="Register",
            result=result,
            expires_on=expires_on,
            checked_at=now(),
        )
        held.verifications.append(check)
    return held


def level(*licences, origin="GH", qualified=True, stated_none=()):
    professional = Professional(country_of_origin=origin, stated_none=list(stated_none))
    professional.licences = list(licences)
    professional.qualifications = [Qualification(title="BSc")] if qualified else []
    return derive_credential_level(professional, TODAY)


@pytest.mark.parametrize(
    ("country", "origin", "expected"),
    [("GH", "GH", 1), ("SN", "GH", 1), ("GB", "GH", 2), ("KE", "KE", 1), ("KE", "GH", 2)],
)
def test_verified_licence_counts_by_its_country(country, origin, expected):
    assert level(licence(country, result=CONFIRMED), origin=origin) == expected


def test_licence_of_the_region_outweighs_one_elsewhere():
    assert level(licence("GB", result=CONFIRMED), licence("NG", result=CONFIRMED)) == 1


@pytest.mark.parametrize(
    "worthless",
    [
        {"result": VerificationResult.NOT_CONFIRMED},
        {"result": CONFIRMED, "status": LicenceStatus.SUSPENDED},
        {"result": CONFIRMED, "valid_until": date(2027, 3, 14)},
    ],
)
def test_checked_licence_without_worth_leaves_the_qualification(worthless):
    assert level(licence(**worthless)) == 3
    assert level(licence(**worthless), qualified=False) == 4


def test_level_stays_unknown_while_a_licence_waits_for_its_check():
    assert level(licence()) is None
    assert level(licence(result=VerificationResult.NOT_CONFIRMED), licence()) is None


def test_check_that_has_ended_leaves_the_level_unknown():
    assert level(licence(result=CONFIRMED, expires_on=date(2027, 3, 14))) is None
    assert level(licence(result=CONFIRMED, expires_on=TODAY)) == 2


def test_level_stays_unknown_until_somebody_says_there_is_no_licence():
    assert level() is None
    assert level(stated_none=["licences"]) == 3
    assert level(stated_none=["licences"], qualified=False) == 4


def test_licence_is_verified_through_its_last_day():
    held = licence(result=CONFIRMED, valid_until=TODAY)
    assert is_verified(held, TODAY)
    assert not is_verified(held, date(2027, 3, 16))
