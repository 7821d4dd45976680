"""What a professional states: no twins, no overlaps, and a changed licence is verified anew."""

from datetime import date

import pytest

from tests.factories import ActiveProfessionalFactory, ProfessionalFactory, UserFactory, VerificationFactory
from web.models.claims import Cefr, LicenceStatus
from web.services.claims import saving
from web.services.claims.availability import PeriodOverlapError, add_availability, change_availability
from web.services.claims.languages import add_language, change_language
from web.services.claims.licences import LicenceFacts, add_licence, change_licence
from web.services.claims.occupations import (
    UnknownCodeError,
    add_occupation,
    change_occupation,
    set_specialty,
)
from web.services.claims.qualifications import add_qualification
from web.services.claims.saving import (
    ClaimHeldError,
    LastClaimError,
    NotEmptyError,
    TooManyClaimsError,
    remove_claim,
    state_none,
)
from web.services.claims.skills import add_skill, change_skill
from web.services.errors import StaleError
from web.services.profile_sections import Section

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def professional(session):
    return ActiveProfessionalFactory()


@pytest.fixture
def user(professional):
    return professional.user


def facts(licence, **changes):
    stated = {name: getattr(licence, name) for name in LicenceFacts.__dataclass_fields__}
    return LicenceFacts(**{**stated, **changes})


def test_first_entry_begins_the_profile(session):
    user = UserFactory()
    add_language(session, user=user, code="fr", cefr=Cefr.B2)
    session.refresh(user)
    assert [language.code for language in user.professional.languages] == ["fr"]


def test_same_entry_twice_is_refused(session, user):
    with pytest.raises(ClaimHeldError):
        add_occupation(session, user=user, code="2222", title="sage-femme", years=2)
    with pytest.raises(ClaimHeldError):
        add_language(session, user=user, code="en", cefr=Cefr.A1)
    with pytest.raises(ClaimHeldError):
        add_skill(session, user=user, code="emergency_obstetric_care", phrase="SONU", level=2)
    with pytest.raises(ClaimHeldError):
        add_skill(session, user=user, code=None, phrase="EMERGENCY obstetric and newborn care", level=2)


def test_changing_an_entry_to_its_twin_is_refused(session, user, professional):
    add_language(session, user=user, code="fr", cefr=Cefr.B2)
    french = professional.languages[1]
    keep = {"user": user, "language": french, "expected_version": professional.version}
    with pytest.raises(ClaimHeldError):
        change_language(session, **keep, code="en", cefr=Cefr.B2)
    change_language(session, **keep, code="fr", cefr=Cefr.C1)
    assert french.cefr == Cefr.C1


def test_stale_change_is_refused(session, user, professional):
    skill, old = professional.skills[0], professional.version
    change_skill(session, user=user, skill=skill, expected_version=old, level=4)
    with pytest.raises(StaleError):
        change_skill(session, user=user, skill=skill, expected_version=old, level=1)
    assert skill.level == 4


def test_occupation_brings_the_specialty_it_implies(session, user, professional):
    held = add_occupation(session, user=user, code="2221.1", title="IADE", years=4)
    assert held.specialty == "anaesthesia"
    change_occupation(
        session,
        user=user,
        occupation=held,
        expected_version=professional.version,
        code="2221",
        title="IDE",
        years=4,
    )
    assert held.specialty is None


def test_codes_outside_the_vocabulary_are_refused(session, user, professional):
    with pytest.raises(UnknownCodeError):
        add_occupation(session, user=user, code="9999", title="wizard", years=1)
    with pytest.raises(UnknownCodeError):
        set_specialty(
            session,
            user=user,
            occupation=professional.occupations[0],
            expected_version=professional.version,
            specialty="wizardry",
        )


def test_changed_licence_loses_its_verification(session, user, professional):
    licence = professional.licences[0]
    VerificationFactory(licence=licence)
    session.refresh(licence)
    change_licence(
        session,
        user=user,
        licence=licence,
        expected_version=professional.version,
        facts=facts(licence),
    )
    assert licence.latest_verification is not None
    change_licence(
        session,
        user=user,
        licence=licence,
        expected_version=professional.version,
        facts=facts(licence, number="another"),
    )
    assert licence.latest_verification is None
    assert len(licence.verifications) == 1


def test_periods_of_one_person_share_no_day(session):
    user = ProfessionalFactory().user
    march, may = date(2027, 3, 1), date(2027, 5, 31)
    add_availability(session, user=user, starts_on=march, ends_on=may)
    for start, end in ((may, None), (date(2027, 1, 1), march), (date(2027, 1, 1), None)):
        with pytest.raises(PeriodOverlapError):
            add_availability(session, user=user, starts_on=start, ends_on=end)
    add_availability(session, user=user, starts_on=date(2027, 6, 1), ends_on=None)
    first, second = user.professional.availability
    move = {"user": user, "expected_version": user.professional.version}
    with pytest.raises(PeriodOverlapError):
        change_availability(session, **move, period=first, starts_on=march, ends_on=date(2027, 6, 1))
    change_availability(session, **move, period=first, starts_on=march, ends_on=march)
    assert second.starts_on == date(2027, 6, 1)


def test_stated_none_ends_with_the_first_entry(session):
    user = ProfessionalFactory().user
    state_none(session, user=user, section=Section.LICENCES)
    assert user.professional.stated_none == ["licences"]
    stated = LicenceFacts("GB", "Council", "", LicenceStatus.ACTIVE, None, None)
    add_licence(session, user=user, facts=stated)
    assert user.professional.stated_none == []


def test_only_an_empty_list_that_may_be_empty_is_stated_none(session, user):
    with pytest.raises(NotEmptyError):
        state_none(session, user=user, section=Section.SKILLS)
    with pytest.raises(NotEmptyError):
        state_none(session, user=ProfessionalFactory().user, section=Section.LANGUAGES)


def test_profile_in_use_keeps_its_last_occupation(session, user, professional):
    last = professional.occupations[0]
    with pytest.raises(LastClaimError):
        remove_claim(session, user=user, section=Section.OCCUPATIONS, claim=last)
    add_occupation(session, user=user, code="2221", title="IDE", years=3)
    remove_claim(session, user=user, section=Section.OCCUPATIONS, claim=last)
    assert [held.code for held in professional.occupations] == ["2221"]


def test_optional_list_can_be_emptied(session, user, professional):
    remove_claim(session, user=user, section=Section.SKILLS, claim=professional.skills[0])
    assert professional.skills == []


def test_lists_have_an_end(session, user, monkeypatch):
    monkeypatch.setattr(saving, "MOST_CLAIMS", 1)
    with pytest.raises(TooManyClaimsError):
        add_qualification(session, user=user, title="MSc", institution="", country=None, year=None)
