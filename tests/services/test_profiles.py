"""Profiles: begun once, counted with every change, submitted when complete, paused and taken up again."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import ActiveProfessionalFactory, ProfessionalFactory, UserFactory
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.outbox import Message, OutboxMessage
from web.models.professional import Mode, PoolRevision, Professional, ProfessionalStatus
from web.services.errors import StaleError
from web.services.matching import candidate_of
from web.services.matching_consents import give_matching_consent, withdraw_matching_consent
from web.services.profile_editing import save_experience, save_residence, save_wishes
from web.services.profile_sections import Section, SectionState, list_missing_sections, state_of
from web.services.profiles import (
    ConsentMissingError,
    ProfileIncompleteError,
    ProfileStateError,
    open_profile,
    pause_profile,
    reconfirm_profile,
    resume_profile,
    submit_profile,
    touch_profile,
)


@pytest.fixture
def professional(session):
    return ActiveProfessionalFactory()


def pool_revision(session):
    return session.scalar(select(PoolRevision.revision))


def make_complete_draft(session):
    draft = ActiveProfessionalFactory(status=ProfessionalStatus.DRAFT, submitted_at=None)
    session.flush()
    return draft


@pytest.mark.usefixtures("database")
class TestOpening:
    def test_profile_is_begun_once(self, session):
        user = UserFactory()
        first = open_profile(session, user=user)
        assert open_profile(session, user=user) is first
        assert session.scalar(select(func.count(Professional.id))) == 1
        assert first.status == ProfessionalStatus.DRAFT

    def test_taken_reference_is_drawn_again(self, session, monkeypatch):
        taken = ProfessionalFactory().reference
        drawn = iter([taken, "P-NEW234"])
        monkeypatch.setattr("web.services.profiles.new_reference", lambda: next(drawn))
        assert open_profile(session, user=UserFactory()).reference == "P-NEW234"


@pytest.mark.usefixtures("database")
class TestCounting:
    def test_each_save_raises_the_count_and_stamps_the_profile(self, session, professional):
        before, version = pool_revision(session), professional.version
        touch_profile(session, professional)
        assert pool_revision(session) == professional.revision == before + 1
        touch_profile(session, professional)
        assert pool_revision(session) == professional.revision == before + 2
        assert professional.version > version

    def test_stale_form_changes_nothing(self, session, professional):
        old = professional.version
        save = {"user": professional.user, "years_experience": 12, "summary": ""}
        save_experience(session, expected_version=old, **save)
        with pytest.raises(StaleError):
            save_experience(session, expected_version=old, **{**save, "years_experience": 30})
        assert professional.years_experience == 12

    def test_first_save_of_a_new_profile_needs_no_version(self, session):
        user = UserFactory()
        save_experience(session, user=user, expected_version=0, years_experience=4, summary="")
        with pytest.raises(StaleError):
            save_experience(session, user=user, expected_version=0, years_experience=5, summary="")
        assert user.professional.years_experience == 4

    def test_saving_is_in_the_audit_without_what_was_saved(self, session, professional):
        save_experience(
            session,
            user=professional.user,
            expected_version=professional.version,
            years_experience=12,
            summary="Secret words",
        )
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        assert (entry.action, entry.object_id) == ("profile.save_experience", professional.id)
        assert "Secret" not in str(entry.details)


class TestSections:
    def test_empty_profile_has_everything_before_it(self):
        blank = Professional(stated_none=[])
        assert {state_of(blank, section) for section in Section} == {SectionState.NOT_STARTED}

    def test_list_stated_empty_is_done(self):
        blank = Professional(stated_none=["licences"])
        assert state_of(blank, Section.LICENCES) == SectionState.DONE

    def test_half_answered_sections_are_in_progress(self, session, professional):
        professional.max_weeks = None
        professional.reenter_unlimited = None
        professional.skills[0].level = None
        professional.availability[0].ends_on = (now() - timedelta(days=1)).date()
        for section in (Section.WISHES, Section.RESIDENCE, Section.SKILLS, Section.AVAILABILITY):
            assert state_of(professional, section) == SectionState.IN_PROGRESS

    def test_weeks_are_asked_only_of_those_who_come_for_a_time(self, professional):
        professional.modes, professional.max_weeks = ["permanent"], None
        assert state_of(professional, Section.WISHES) == SectionState.DONE

    def test_what_cannot_wait_is_listed(self, session):
        assert list_missing_sections(ProfessionalFactory()) == [
            Section.OCCUPATIONS,
            Section.LANGUAGES,
            Section.WISHES,
            Section.RESIDENCE,
            Section.CONSENT,
        ]


@pytest.mark.usefixtures("database")
class TestSubmitting:
    def test_complete_profile_goes_on_the_roster_with_a_receipt(self, session):
        draft = make_complete_draft(session)
        submit_profile(session, user=draft.user, expected_version=draft.version)
        assert draft.status == ProfessionalStatus.ACTIVE
        assert draft.reconfirmed_at >= draft.submitted_at
        assert draft.revision == pool_revision(session)
        mail = session.scalars(select(OutboxMessage)).all()
        assert [message.message for message in mail] == [Message.PROFILE_SUBMITTED]

    def test_incomplete_profile_is_refused_by_name(self, session):
        draft = ProfessionalFactory()
        with pytest.raises(ProfileIncompleteError) as refusal:
            submit_profile(session, user=draft.user, expected_version=draft.version)
        assert Section.OCCUPATIONS in refusal.value.missing

    def test_profile_is_submitted_once(self, session, professional):
        with pytest.raises(ProfileStateError):
            submit_profile(session, user=professional.user, expected_version=professional.version)


class TestPausing:
    def test_pause_and_back(self, session, professional):
        user = professional.user
        pause_profile(session, user=user)
        assert professional.status == ProfessionalStatus.PAUSED
        with pytest.raises(ProfileStateError):
            pause_profile(session, user=user)
        resume_profile(session, user=user)
        assert professional.status == ProfessionalStatus.ACTIVE

    def test_withdrawn_consent_takes_the_profile_out_until_it_is_given_again(self, session, professional):
        user = professional.user
        withdraw_matching_consent(session, user=user)
        assert professional.status == ProfessionalStatus.PAUSED
        with pytest.raises(ConsentMissingError):
            resume_profile(session, user=user)
        give_matching_consent(session, user=user, wording="Yes.")
        resume_profile(session, user=user)
        assert professional.status == ProfessionalStatus.ACTIVE
        assert [consent.withdrawn_at is None for consent in professional.consents] == [False, True]

    def test_second_yes_changes_nothing(self, session, professional):
        give_matching_consent(session, user=professional.user, wording="Again.")
        assert len(professional.consents) == 1

    def test_one_click_confirms_everything(self, session, professional):
        professional.reconfirmed_at = now() - timedelta(days=120)
        reconfirm_profile(session, user=professional.user)
        assert now() - professional.reconfirmed_at < timedelta(minutes=1)

    def test_draft_cannot_be_confirmed(self, session):
        with pytest.raises(ProfileStateError):
            reconfirm_profile(session, user=ProfessionalFactory().user)


class TestEditing:
    def test_weeks_fall_away_with_the_temporary_mode(self, session, professional):
        save_wishes(
            session,
            user=professional.user,
            expected_version=professional.version,
            modes=[Mode.PERMANENT],
            max_weeks=8,
            preferred_countries=["SN", "GH"],
        )
        assert professional.max_weeks is None
        assert professional.preferred_countries == ["GH", "SN"]

    def test_right_to_return_reaches_the_engine(self, session, professional):
        day = now().date()
        for until, stated in ((day, day), (None, "unlimited")):
            save_residence(
                session,
                user=professional.user,
                expected_version=professional.version,
                residence_country="GB",
                country_of_origin="GH",
                reenter_until=until,
            )
            assert candidate_of(session, professional).may_reenter_until == stated
