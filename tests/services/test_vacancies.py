"""The life of a vacancy: what it may become, who decides, who hears of it, and what it never does."""

import itertools
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm.attributes import set_committed_value

from tests.factories import (
    CoordinatorFactory,
    FacilityFactory,
    MinistryUserFactory,
    PlacementFactory,
    PublishedVacancyFactory,
    VacancyFactory,
)
from tests.support.days import NEXT_YEAR
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.claims import Cefr
from web.models.outbox import Message, OutboxMessage
from web.models.placement import PlacementStatus
from web.models.professional import Mode
from web.models.vacancy import VACANCY_TRANSITIONS, RequiredLanguage, RequirementKind, VacancyStatus
from web.services.errors import StaleError
from web.services.vacancies import (
    CommentMissingError,
    NotReviewerError,
    StartPassedError,
    VacancyIncompleteError,
    VacancyMovedOnError,
    VacancyTransitionError,
    create_vacancy,
    move_vacancy,
    pause_vacancy,
    publish_vacancy,
    resume_vacancy,
    return_vacancy,
    submit_vacancy,
    update_vacancy,
)
from web.services.vacancy_answers import (
    BudgetLineMissingError,
    DurationError,
    FacilityAbroadError,
    PostsError,
    StartWindowError,
)
from web.services.vacancy_editing import VacancyNotEditableError
from web.services.vacancy_endings import PostsTakenError, cancel_vacancy, close_vacancy
from web.services.vacancy_requirements import (
    MOST_LANGUAGES,
    RepeatedLanguageError,
    RepeatedSkillError,
    RequirementGoneError,
    TooManyRequirementsError,
    add_language,
    add_skill,
    remove_language,
    remove_skill,
)
from web.services.vacancy_sections import Section

pytestmark = pytest.mark.usefixtures("database")

S = VacancyStatus
POST = {
    "title": "Midwife",
    "occupation": "2222",
    "specialty": None,
    "language": "en",
    "mode": Mode.TEMPORARY,
    "earliest_start": date(NEXT_YEAR, 3, 1),
    "latest_start": date(NEXT_YEAR, 4, 1),
    "duration_weeks": 12,
    "posts": 2,
}


@pytest.fixture
def writer(session):
    return MinistryUserFactory()


@pytest.fixture
def coordinator(session):
    return CoordinatorFactory(countries=("GH",))


def complete(status=S.DRAFT, **attributes):
    languages = [RequiredLanguage(code="en", min_cefr=Cefr.B2, required=True)]
    return VacancyFactory(status=status, languages=languages, **attributes)


def recipients(session, message):
    return {row.recipient for row in session.scalars(select(OutboxMessage)) if row.message == message}


def create(session, writer, **changes):
    facility = changes.pop("facility", None) or FacilityFactory()
    return create_vacancy(session, actor=writer, facility=facility, **{**POST, **changes})


class TestWriting:
    def test_draft_belongs_to_the_writers_ministry_and_country(self, session, writer):
        vacancy = create(session, writer)
        assert (vacancy.ministry, vacancy.country, vacancy.status) == (writer.ministry, "GH", S.DRAFT)
        assert [(step.from_status, step.to_status) for step in vacancy.events] == [(None, S.DRAFT)]
        assert vacancy.reference == f"V-{vacancy.id:05d}"

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"latest_start": date(NEXT_YEAR, 2, 28)}, StartWindowError),
            ({"mode": Mode.PERMANENT}, DurationError),
            ({"duration_weeks": None}, DurationError),
            ({"posts": 0}, PostsError),
            ({"funded": True}, BudgetLineMissingError),
        ],
    )
    def test_answers_that_cannot_stand_together_are_refused_by_name(self, session, writer, changes, error):
        with pytest.raises(error) as refused:
            create(session, writer, **changes)
        assert refused.value.field in {*changes, "latest_start", "duration_weeks", "budget_line"}

    def test_facility_of_another_country_is_refused(self, session, writer):
        with pytest.raises(FacilityAbroadError):
            create(session, writer, facility=FacilityFactory(country="SN"))

    def test_change_raises_the_version_and_the_older_form_is_stale(self, session, writer):
        vacancy = create(session, writer)
        seen = vacancy.version
        update_vacancy(session, vacancy=vacancy, actor=writer, expected_version=seen, title="Senior midwife")
        assert (vacancy.title, vacancy.version) == ("Senior midwife", seen + 1)
        with pytest.raises(StaleError):
            update_vacancy(session, vacancy=vacancy, actor=writer, expected_version=seen, title="Midwife")

    @pytest.mark.parametrize("status", sorted(set(S) - {S.DRAFT, S.RETURNED}))
    def test_what_was_handed_in_cannot_be_changed(self, session, status):
        vacancy = PublishedVacancyFactory(status=status)
        changes = {"vacancy": vacancy, "actor": vacancy.created_by, "expected_version": vacancy.version}
        with pytest.raises(VacancyNotEditableError):
            update_vacancy(session, **changes, title="Another")
        with pytest.raises(VacancyNotEditableError):
            add_language(session, **changes, code="fr", min_cefr=Cefr.B1, required=True)


class TestRequirements:
    @staticmethod
    def ask(session, vacancy, phrase, code=None, **answers):
        add_skill(
            session,
            vacancy=vacancy,
            actor=vacancy.created_by,
            expected_version=vacancy.version,
            **{
                "kind": RequirementKind.MUST_HAVE,
                "code": code,
                "phrase": phrase,
                "min_level": 2,
                "indispensable": False,
                **answers,
            },
        )

    @staticmethod
    def speak(session, vacancy, code):
        add_language(
            session,
            vacancy=vacancy,
            actor=vacancy.created_by,
            expected_version=vacancy.version,
            code=code,
            min_cefr=Cefr.B2,
            required=True,
        )

    def test_each_change_of_the_lists_raises_the_version(self, session):
        vacancy = VacancyFactory()
        versions = [vacancy.version]
        self.speak(session, vacancy, "fr")
        versions.append(vacancy.version)
        self.ask(session, vacancy, "Ultrasound", "ultrasound")
        versions.append(vacancy.version)
        taken = {"vacancy": vacancy, "actor": vacancy.created_by}
        remove_language(
            session, **taken, expected_version=vacancy.version, language_id=vacancy.languages[0].id
        )
        versions.append(vacancy.version)
        remove_skill(session, **taken, expected_version=vacancy.version, skill_id=vacancy.skills[0].id)
        versions.append(vacancy.version)
        assert versions == list(range(versions[0], versions[0] + 5))
        session.expire_all()
        assert (vacancy.languages, vacancy.skills) == ([], [])

    def test_nothing_is_asked_for_twice(self, session):
        vacancy = VacancyFactory()
        self.speak(session, vacancy, "fr")
        with pytest.raises(RepeatedLanguageError):
            self.speak(session, vacancy, "fr")
        self.ask(session, vacancy, "Ultrasound", "ultrasound")
        with pytest.raises(RepeatedSkillError):
            self.ask(session, vacancy, "Echo of the womb", "ultrasound")
        with pytest.raises(RepeatedSkillError):
            self.ask(session, vacancy, "ULTRASOUND")

    def test_desirable_skill_is_never_indispensable(self, session):
        vacancy = VacancyFactory()
        self.ask(session, vacancy, "Ultrasound", indispensable=True)
        self.ask(session, vacancy, "Teaching", indispensable=True, kind=RequirementKind.DESIRABLE)
        assert [skill.indispensable for skill in vacancy.skills] == [True, False]

    def test_list_has_an_end(self, session):
        vacancy = VacancyFactory()
        for number in range(MOST_LANGUAGES):
            self.speak(session, vacancy, f"x{number}")
        with pytest.raises(TooManyRequirementsError):
            self.speak(session, vacancy, "fr")

    def test_requirement_of_another_vacancy_is_not_there(self, session):
        vacancy, other = VacancyFactory(), PublishedVacancyFactory()
        with pytest.raises(RequirementGoneError):
            remove_skill(
                session,
                vacancy=vacancy,
                actor=vacancy.created_by,
                expected_version=vacancy.version,
                skill_id=other.skills[0].id,
            )


class TestMoves:
    @pytest.mark.parametrize(("origin", "to"), list(itertools.product(S, S)))
    def test_every_pair_moves_as_the_table_says_and_no_other(self, session, coordinator, origin, to):
        vacancy = PublishedVacancyFactory(status=origin)
        version = vacancy.version
        if to not in VACANCY_TRANSITIONS[origin]:
            with pytest.raises(VacancyTransitionError) as refused:
                move_vacancy(session, vacancy=vacancy, to=to, actor=coordinator)
            assert (refused.value.origin, refused.value.to) == (origin, to)
            assert (vacancy.status, vacancy.events) == (origin, [])
            return
        move_vacancy(session, vacancy=vacancy, to=to, actor=coordinator, comment="Why.")
        session.commit()
        assert (vacancy.status, vacancy.version) == (to, version + 1)
        step = vacancy.events[-1]
        assert (step.from_status, step.to_status, step.actor, step.comment) == (
            origin,
            to,
            coordinator,
            "Why.",
        )
        acts = session.scalars(select(AuditEntry).where(AuditEntry.object_id == vacancy.id))
        assert [act.action for act in acts] == [f"vacancy.{to}"]

    def test_of_two_who_move_it_at_once_the_second_is_refused(self, session, coordinator):
        vacancy = PublishedVacancyFactory(status=S.SUBMITTED)
        publish_vacancy(session, vacancy=vacancy, actor=coordinator)
        # The second had read it before the first wrote.
        set_committed_value(vacancy, "status", S.SUBMITTED)
        with pytest.raises(VacancyMovedOnError):
            move_vacancy(session, vacancy=vacancy, to=S.CANCELLED, actor=vacancy.created_by)
        session.refresh(vacancy)
        assert vacancy.status == S.PUBLISHED

    def test_complete_draft_is_submitted_and_the_countrys_coordinators_hear_of_it(self, session, coordinator):
        CoordinatorFactory(countries=("SN",))
        CoordinatorFactory(countries=("GH",), active=False)
        vacancy = complete()
        submit_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        assert vacancy.status == S.SUBMITTED
        assert recipients(session, Message.VACANCY_SUBMITTED) == {coordinator.email}

    def test_incomplete_draft_stays_and_names_its_gaps(self, session):
        vacancy = VacancyFactory(description="")
        with pytest.raises(VacancyIncompleteError) as refused:
            submit_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        assert refused.value.missing == [Section.REQUIREMENTS, Section.CONDITIONS]
        assert vacancy.status == S.DRAFT

    def test_start_that_has_passed_is_refused(self, session):
        yesterday = now().date() - timedelta(days=1)
        vacancy = complete(earliest_start=yesterday, latest_start=yesterday)
        with pytest.raises(StartPassedError):
            submit_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)

    def test_coordinator_publishes_and_the_writer_hears_of_it(self, session, coordinator):
        vacancy = complete(S.SUBMITTED)
        publish_vacancy(session, vacancy=vacancy, actor=coordinator)
        assert vacancy.status == S.PUBLISHED
        assert vacancy.published_at is not None
        assert recipients(session, Message.VACANCY_PUBLISHED) == {vacancy.created_by.email}

    def test_neither_the_ministry_nor_a_stranger_publishes_or_returns(self, session):
        vacancy = complete(S.SUBMITTED)
        for actor in (vacancy.created_by, CoordinatorFactory(countries=("SN",))):
            with pytest.raises(NotReviewerError):
                publish_vacancy(session, vacancy=vacancy, actor=actor)
            with pytest.raises(NotReviewerError):
                return_vacancy(session, vacancy=vacancy, actor=actor, comment="No.")
            with pytest.raises(VacancyTransitionError):
                resume_vacancy(session, vacancy=vacancy, actor=actor)
        assert vacancy.status == S.SUBMITTED

    def test_returned_with_a_comment_then_submitted_again(self, session, coordinator):
        vacancy = complete(S.SUBMITTED)
        with pytest.raises(CommentMissingError):
            return_vacancy(session, vacancy=vacancy, actor=coordinator, comment=" ")
        return_vacancy(session, vacancy=vacancy, actor=coordinator, comment="Name the ward.")
        assert (vacancy.status, vacancy.events[-1].comment) == (S.RETURNED, "Name the ward.")
        assert recipients(session, Message.VACANCY_RETURNED) == {vacancy.created_by.email}
        submit_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        assert vacancy.status == S.SUBMITTED

    def test_colleagues_hear_of_it_when_the_writer_has_left(self, session, coordinator):
        vacancy = complete(S.SUBMITTED)
        vacancy.created_by.active = False
        colleague = MinistryUserFactory(ministry=vacancy.ministry)
        publish_vacancy(session, vacancy=vacancy, actor=coordinator)
        assert recipients(session, Message.VACANCY_PUBLISHED) == {colleague.email}

    def test_pausing_and_resuming_keep_the_day_of_publication(self, session):
        vacancy = PublishedVacancyFactory()
        first = vacancy.published_at
        pause_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        resume_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        assert (vacancy.status, vacancy.published_at) == (S.PUBLISHED, first)


class TestEndings:
    def test_undecided_cases_end_with_the_vacancy_and_approved_ones_stay(self, session):
        vacancy = PublishedVacancyFactory(posts=3, filled=1)
        proposed, agreed, approved = (
            PlacementFactory(vacancy=vacancy, status=status)
            for status in (PlacementStatus.PROPOSED, PlacementStatus.AGREED, PlacementStatus.APPROVED)
        )
        close_vacancy(session, vacancy=vacancy, actor=vacancy.created_by)
        states = [case.status for case in (proposed, agreed, approved)]
        assert states == [PlacementStatus.CANCELLED, PlacementStatus.CANCELLED, PlacementStatus.APPROVED]
        told = {case.professional.user.email for case in (proposed, agreed)}
        assert recipients(session, Message.PLACEMENT_CLOSED) == told

    def test_vacancy_with_a_post_taken_is_not_called_off(self, session):
        vacancy = PublishedVacancyFactory(posts=2, filled=1)
        with pytest.raises(PostsTakenError):
            cancel_vacancy(session, vacancy=vacancy, actor=vacancy.created_by, reason="No money.")
        assert vacancy.status == S.PUBLISHED

    def test_calling_off_needs_a_reason(self, session):
        vacancy = PublishedVacancyFactory()
        with pytest.raises(CommentMissingError):
            cancel_vacancy(session, vacancy=vacancy, actor=vacancy.created_by, reason="")
        cancel_vacancy(session, vacancy=vacancy, actor=vacancy.created_by, reason="No money.")
        assert vacancy.events[-1].comment == "No money."
        assert session.scalar(select(func.count()).select_from(AuditEntry)) == 1
