"""A case from its beginning to its approval, and everything that must not happen on the way."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories.placements import PlacementFactory
from tests.factories.scenes import make_approvable, make_scene, make_vacancy, make_verified_professional
from tests.factories.vacancies import PublishedVacancyFactory
from web.emails import register
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.facility import Light
from web.models.outbox import Message, OutboxMessage
from web.models.placement import (
    HOLDS_POST,
    PLACEMENT_TRANSITIONS,
    Answer,
    ChoiceReason,
    DeclineReason,
    NotSelectedReason,
    PlacementStatus,
)
from web.models.vacancy import VacancyStatus
from web.services.consents import has_disclosure_consent
from web.services.matching import rank_vacancy
from web.services.placements import (
    accept_as_ministry,
    accept_as_professional,
    approve_placement,
    cancel_placement,
    decline_as_ministry,
    decline_as_professional,
    express_interest,
    list_obstacles,
    propose_placement,
    shortlist_candidate,
    withdraw_placement,
)
from web.services.placements.errors import (
    AlreadyAnsweredError,
    NoPostLeftError,
    NotPossibleError,
    Obstacle,
    OpenCaseError,
    PlacementMovedError,
    PlacementTransitionError,
    ProfileNotActiveError,
    ReasonMissingError,
    SameCoordinatorError,
    VacancyNotOpenError,
)
from web.services.placements.transitions import move_placement, take_post
from web.services.rankings import store_ranking
from web.services.vacancies import StartPassedError

pytestmark = pytest.mark.usefixtures("database")

WORDING = "If I say yes, the ministry may see who I am."


@pytest.fixture
def scene(session):
    return make_scene()


@pytest.fixture
def side(scene):
    return scene.a


def ranked(session, vacancy, *professionals):
    """Rank for real and give the matches of these people."""
    ranking = store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))
    by_person = {match.professional_id: match for match in ranking.matches}
    return [by_person[professional.id] for professional in professionals]


def mails(session, message):
    return {row.recipient for row in session.scalars(select(OutboxMessage)) if row.message == message}


def test_who_proposed_is_not_asked_to_approve(app, session, side):
    """Both coordinators hear of the two yeses; one of them cannot approve."""
    placement = express_interest(
        session, actor=make_verified_professional().user, vacancy=side.vacancy, wording=WORDING
    )
    placement.proposed_by = side.coordinator
    accept_as_ministry(session, actor=side.ministry_user, placement=placement)
    session.commit()
    letters = {}
    with app.test_request_context():
        for row in session.scalars(
            select(OutboxMessage).where(OutboxMessage.message == Message.PLACEMENT_AGREED)
        ):
            letters[row.recipient] = register.compose(session, row).text
    assert "a colleague has to approve it" in letters[side.coordinator.email]
    assert "you, or another coordinator" in letters[side.second_coordinator.email]


def test_the_whole_way_takes_one_post_and_tells_everybody(session, side):
    vacancy = PublishedVacancyFactory(
        facility=side.facility, ministry=side.ministry, created_by=side.ministry_user, posts=1
    )
    professional = make_verified_professional()
    session.commit()
    (match,) = ranked(session, vacancy, professional)
    reason = ChoiceReason.KNOWS_PLACE
    placement = propose_placement(
        session, actor=side.coordinator, vacancy=vacancy, match=match, choice_reason=reason
    )
    assert placement.status == PlacementStatus.PROPOSED
    assert not placement.is_disclosed

    accept_as_professional(session, actor=professional.user, placement=placement, wording=WORDING)
    assert placement.is_disclosed
    accept_as_ministry(session, actor=side.ministry_user, placement=placement)
    assert placement.status == PlacementStatus.AGREED
    assert list_obstacles(session, placement) == []

    approve_placement(session, actor=side.second_coordinator, placement=placement)
    assert placement.status == PlacementStatus.APPROVED
    assert placement.holds_post
    assert vacancy.filled == 1
    assert vacancy.status == VacancyStatus.FILLED
    assert professional.user.email in mails(session, Message.PLACEMENT_APPROVED)
    assert side.ministry_user.email in mails(session, Message.PLACEMENT_APPROVED)
    steps = [event.step for event in placement.events]
    assert steps == ["propose", "accept_as_professional", "accept_as_ministry", "approve"]
    acts = session.scalars(select(AuditEntry.action).where(AuditEntry.kind == "placement")).all()
    assert {"placement.propose", "placement.approve"} <= set(acts)


def test_whoever_proposed_cannot_approve(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    with pytest.raises(SameCoordinatorError):
        approve_placement(session, actor=side.coordinator, placement=placement)
    assert placement.status == PlacementStatus.AGREED


def test_what_is_open_about_the_facility_is_named(session, side):
    placement = make_approvable(side.vacancy, make_verified_professional(), proposed_by=side.coordinator)
    readiness = side.facility.readiness
    readiness.money = Light.RED
    assert list_obstacles(session, placement) == [Obstacle.FACILITY_NOT_READY]
    readiness.confirmed_at = None
    assert list_obstacles(session, placement) == [
        Obstacle.READINESS_NOT_CONFIRMED,
        Obstacle.FACILITY_NOT_READY,
    ]
    session.delete(readiness)
    session.flush()
    session.refresh(side.facility)
    assert list_obstacles(session, placement) == [Obstacle.READINESS_NOT_STATED]


def test_the_last_post_is_taken_once(session, side):
    vacancy = side.vacancy
    vacancy.posts = vacancy.filled + 1
    session.flush()
    take_post(session, vacancy=vacancy)
    with pytest.raises(NoPostLeftError):
        take_post(session, vacancy=vacancy)


def test_others_are_told_when_the_last_post_is_taken(session, side):
    vacancy = PublishedVacancyFactory(
        facility=side.facility, ministry=side.ministry, created_by=side.ministry_user, posts=1
    )
    waiting = PlacementFactory(vacancy=vacancy, status=PlacementStatus.PROPOSED)
    placement = make_approvable(vacancy, make_verified_professional(), proposed_by=side.coordinator)
    approve_placement(session, actor=side.second_coordinator, placement=placement)
    session.refresh(waiting)
    assert waiting.status == PlacementStatus.NOT_SELECTED
    assert waiting.professional.user.email in mails(session, Message.PLACEMENT_CLOSED)


def test_a_person_has_one_open_case_for_a_vacancy(session, side):
    professional = make_verified_professional()
    session.flush()
    express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    with pytest.raises(OpenCaseError):
        express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)


def test_after_a_no_a_new_case_is_possible(session, side):
    professional = make_verified_professional()
    session.flush()
    placement = express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    withdraw_placement(session, actor=professional.user, placement=placement)
    again = express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    assert again.id != placement.id


def test_interest_needs_an_open_vacancy_and_no_unmet_must_have(session, side):
    professional = make_verified_professional()
    session.flush()
    closed = make_vacancy(VacancyStatus.CLOSED, facility=side.facility, writer=side.ministry_user)
    with pytest.raises(VacancyNotOpenError):
        express_interest(session, actor=professional.user, vacancy=closed, wording=WORDING)
    professional.occupations[0].code = "2261"
    professional.occupations[0].specialty = None
    session.flush()
    with pytest.raises(NotPossibleError):
        express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)


def test_nobody_starts_in_the_past(session, side):
    today = now().date()
    professional = make_verified_professional()
    professional.availability[0].starts_on = today - timedelta(days=200)
    side.vacancy.earliest_start, side.vacancy.latest_start = today - timedelta(days=60), today
    session.flush()
    placement = express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    assert placement.starts_on == today


def test_no_case_begins_when_the_latest_start_has_passed(session, side):
    professional = make_verified_professional()
    side.vacancy.earliest_start = side.vacancy.latest_start = now().date() - timedelta(days=1)
    session.flush()
    with pytest.raises(StartPassedError):
        express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)


def test_nobody_is_chosen_who_cannot_sign_in_to_answer(session, side):
    professional = make_verified_professional()
    session.commit()
    (match,) = ranked(session, side.vacancy, professional)
    professional.user.active = False
    session.flush()
    with pytest.raises(ProfileNotActiveError):
        shortlist_candidate(session, actor=side.ministry_user, vacancy=side.vacancy, match=match)


def test_stepping_back_ends_what_the_yes_allowed(session, side):
    professional = make_verified_professional()
    session.flush()
    placement = express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    withdraw_placement(session, actor=professional.user, placement=placement)
    assert not placement.is_disclosed
    assert not has_disclosure_consent(professional, side.vacancy)
    again = express_interest(session, actor=professional.user, vacancy=side.vacancy, wording=WORDING)
    assert again.is_disclosed
    assert has_disclosure_consent(professional, side.vacancy)


def test_not_the_first_needs_a_reason(session, side):
    strong = make_verified_professional()
    weak = make_verified_professional(country_of_origin="PT")
    for skill in weak.skills:
        skill.level = 1
    vacancy = PublishedVacancyFactory(
        facility=side.facility, ministry=side.ministry, created_by=side.ministry_user, posts=2
    )
    session.commit()
    matches = sorted(ranked(session, vacancy, strong, weak), key=lambda match: match.place)
    with pytest.raises(ReasonMissingError):
        propose_placement(session, actor=side.coordinator, vacancy=vacancy, match=matches[1])
    placement = propose_placement(
        session,
        actor=side.coordinator,
        vacancy=vacancy,
        match=matches[1],
        choice_reason=ChoiceReason.TEAM_FIT,
    )
    assert placement.choice_reason == ChoiceReason.TEAM_FIT


def test_the_shortlist_is_the_ministrys_yes(session, side):
    professional = make_verified_professional()
    session.commit()
    (match,) = ranked(session, side.vacancy, professional)
    placement = shortlist_candidate(session, actor=side.ministry_user, vacancy=side.vacancy, match=match)
    with pytest.raises(AlreadyAnsweredError):
        accept_as_ministry(session, actor=side.ministry_user, placement=placement)
    accept_as_professional(session, actor=professional.user, placement=placement, wording=WORDING)
    assert placement.status == PlacementStatus.AGREED


def test_each_side_can_say_no_with_a_reason(session, side):
    first, second = (PlacementFactory(vacancy=side.vacancy) for _ in range(2))
    decline_as_professional(
        session, actor=first.professional.user, placement=first, reason=DeclineReason.EMPLOYER
    )
    decline_as_ministry(session, actor=side.ministry_user, placement=second, reason=NotSelectedReason.SKILLS)
    assert (first.status, first.decline_reason) == (PlacementStatus.DECLINED, DeclineReason.EMPLOYER)
    assert (second.status, second.not_selected_reason) == (
        PlacementStatus.NOT_SELECTED,
        NotSelectedReason.SKILLS,
    )


def test_no_said_in_another_tab_does_not_undo_a_yes(session, side):
    placement = PlacementFactory(vacancy=side.vacancy)
    accept_as_ministry(session, actor=side.ministry_user, placement=placement)
    with pytest.raises(AlreadyAnsweredError):
        decline_as_ministry(
            session, actor=side.ministry_user, placement=placement, reason=NotSelectedReason.SKILLS
        )
    accept_as_professional(session, actor=placement.professional.user, placement=placement, wording=WORDING)
    with pytest.raises(AlreadyAnsweredError):
        decline_as_professional(
            session, actor=placement.professional.user, placement=placement, reason=DeclineReason.EMPLOYER
        )
    assert placement.status == PlacementStatus.AGREED


def test_ministry_can_step_back_knowing_of_its_yes(session, side):
    placement = PlacementFactory(vacancy=side.vacancy)
    accept_as_ministry(session, actor=side.ministry_user, placement=placement)
    decline_as_ministry(
        session,
        actor=side.ministry_user,
        placement=placement,
        reason=NotSelectedReason.SKILLS,
        after=Answer.ACCEPTED,
    )
    assert placement.status == PlacementStatus.NOT_SELECTED


@pytest.mark.parametrize("end", [withdraw_placement, cancel_placement])
def test_calling_off_frees_the_post(session, side, end):
    vacancy = PublishedVacancyFactory(
        facility=side.facility, ministry=side.ministry, created_by=side.ministry_user, posts=1
    )
    placement = make_approvable(vacancy, make_verified_professional(), proposed_by=side.coordinator)
    approve_placement(session, actor=side.second_coordinator, placement=placement)
    end(session, actor=side.second_coordinator, placement=placement, comment="The plane does not fly")
    assert vacancy.filled == 0
    assert vacancy.status == VacancyStatus.PUBLISHED
    assert vacancy.events[-1].actor is None, "the history of the vacancy names nobody who stepped back"
    assert not placement.holds_post


LISTED = [(start, end) for start, ends in PLACEMENT_TRANSITIONS.items() for end in ends]


def test_every_pair_that_is_not_listed_is_refused(session, side):
    for start in PlacementStatus:
        placement = PlacementFactory(vacancy=side.vacancy, status=start, holds_post=False)
        for end in set(PlacementStatus) - PLACEMENT_TRANSITIONS[start]:
            with pytest.raises(PlacementTransitionError):
                move_placement(session, placement=placement, to=end, actor=None, step="test")


def test_every_pair_that_is_listed_is_possible(session, side):
    for start, end in LISTED:
        placement = PlacementFactory(vacancy=side.vacancy, status=start, holds_post=False)
        move_placement(session, placement=placement, to=end, actor=None, step="test")
        assert placement.status == end
        assert placement.holds_post == (end in HOLDS_POST)


def test_a_move_from_a_state_that_has_passed_is_refused(session, side):
    placement = PlacementFactory(vacancy=side.vacancy, status=PlacementStatus.PROPOSED)
    session.flush()
    session.connection().exec_driver_sql(
        f"UPDATE placement SET version = version + 1 WHERE id = {placement.id}"
    )
    with pytest.raises(PlacementMovedError):
        move_placement(session, placement=placement, to=PlacementStatus.AGREED, actor=None, step="test")
