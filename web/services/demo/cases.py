"""Made-up cases: the people whom the engine ranks for the made-up vacancies, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.orm import Session

from web.models.placement import (
    HOLDS_POST,
    Answer,
    ChoiceReason,
    DeclineReason,
    NotSelectedReason,
    Origin,
    Placement,
    PlacementEvent,
    PlacementStatus,
)
from web.models.professional import Consent, ConsentPurpose, Professional
from web.models.user import User
from web.models.vacancy import Vacancy, VacancyStatus
from web.services.credential_levels import is_verified
from web.services.demo.accounts import DemoStaff
from web.services.demo.courses import ARRIVE, COMPLETE, COURSES, ORIGINS, SERVED, Course, Side, Step
from web.services.demo.sign_ins import PROFESSIONAL
from web.services.matching import RankedSections, Section, first_possible_start, rank_vacancy
from web.services.profiles import touch_profile
from web.services.pseudonyms import pseudonym_for
from web.services.rankings import store_ranking

_TAKES_POST = HOLDS_POST | {PlacementStatus.COMPLETED}
_NEEDS_LICENCE = frozenset({PlacementStatus.AGREED}) | _TAKES_POST
_ADVANCE = timedelta(days=70)
_BETWEEN_STEPS = timedelta(days=2)
_WORDING = (
    "If I say yes, the ministry of this post may see who I am, how to reach me, the licences that were"
    " checked and the documents I let ministries see."
)


@dataclass
class CaseMaker:
    """Begins cases vacancy by vacancy; nobody gets a second one."""

    session: Session
    staff: DemoStaff
    now: datetime
    _busy: set[int] = field(default_factory=set)
    _published: int = 0

    def add_cases(self, vacancy: Vacancy) -> bool:
        """Put people into a vacancy as its courses say; tell whether somebody is past the agreement."""
        courses = self._courses(vacancy)
        if not courses:
            return False
        ranked = rank_vacancy(self.session, vacancy=vacancy)
        ranking = store_ranking(self.session, vacancy=vacancy, ranked=ranked)
        placements = []
        for turn, course in enumerate(courses, start=self._published):
            person = next(self._candidates(vacancy, ranked, course), None)
            if person is None:
                continue
            self._busy.add(person.id)
            placement = self._case(vacancy, person, course, turn)
            if placement.origin != Origin.PROFESSIONAL:
                placement.ranking_id, placement.rank = ranking.id, _place(ranked, person)
            if placement.origin == Origin.COORDINATOR and placement.rank != 1:
                placement.choice_reason = ChoiceReason.AVAILABLE_SOONER
            placements.append(placement)
        _count_posts(vacancy, placements)
        self.session.flush()
        return any(placement.status in _NEEDS_LICENCE for placement in placements)

    def _courses(self, vacancy: Vacancy) -> Sequence[Course]:
        if vacancy.status == VacancyStatus.CLOSED:
            return (SERVED,)
        if vacancy.status != VacancyStatus.PUBLISHED:
            return ()
        self._published += 1
        return COURSES[(self._published - 1) % len(COURSES)]

    def _candidates(self, vacancy: Vacancy, ranked: RankedSections, course: Course) -> Iterator[Professional]:
        """Give those who could take the course, the best first; before them, for once, the visitor."""
        numbers = [int(match.candidate) for section, match in ranked.matches if section == Section.ELIGIBLE]
        people = [
            self.session.get_one(Professional, number) for number in numbers if number not in self._busy
        ]
        needs_licence = vacancy.licence_required and not _NEEDS_LICENCE.isdisjoint(s.to for s in course)
        for person in sorted(people, key=lambda each: each.user.email != PROFESSIONAL):
            if not needs_licence or any(is_verified(each, vacancy.latest_start) for each in person.licences):
                yield person

    def _case(self, vacancy: Vacancy, person: Professional, course: Course, turn: int) -> Placement:
        starts_on = first_possible_start(self.session, vacancy=vacancy, professional=person)
        weeks = vacancy.duration_weeks
        ends_on = starts_on + timedelta(weeks=weeks, days=-1) if weeks else None
        if course == SERVED and ends_on and ends_on < self.now.date():
            course = (*SERVED, COMPLETE)
        actors = self._actors(vacancy, person, turn)
        placement = Placement(
            vacancy_id=vacancy.id,
            professional=person,
            pseudonym=pseudonym_for(self.session, vacancy_id=vacancy.id, professional_id=person.id),
            origin=ORIGINS[course[0]],
            starts_on=starts_on,
            ends_on=ends_on,
            proposed_by_id=actors[course[0].side].id,
        )
        for step, at in zip(course, self._times(placement, course), strict=True):
            _take(placement, step, actors[step.side], at, vacancy)
        placement.proposed_at = placement.events[0].at
        placement.holds_post = placement.status in HOLDS_POST
        self.session.add(placement)
        if placement.holds_post:
            touch_profile(self.session, person)
        return placement

    def _actors(self, vacancy: Vacancy, person: Professional, turn: int) -> dict[Side, User]:
        # The two coordinators propose by turns, so each finds cases of the other to approve.
        first, second = self.staff.coordinators[vacancy.country]
        proposer, approver = (second, first) if turn % 2 == 0 else (first, second)
        return {
            Side.PROPOSER: proposer,
            Side.APPROVER: approver,
            Side.MINISTRY: self.staff.officers[vacancy.country],
            Side.PROFESSIONAL: person.user,
        }

    def _times(self, placement: Placement, course: Course) -> Iterator[datetime]:
        starts = datetime.combine(placement.starts_on, time(8), UTC)
        served = ARRIVE in course
        first = starts - _ADVANCE if served else self.now - _BETWEEN_STEPS * (len(course) + 1)
        for place, step in enumerate(course):
            if step == ARRIVE:
                yield starts
            elif step == COMPLETE and placement.ends_on:
                yield datetime.combine(placement.ends_on, time(15), UTC)
            else:
                yield first + _BETWEEN_STEPS * place


def _take(placement: Placement, step: Step, actor: User, at: datetime, vacancy: Vacancy) -> None:
    before = placement.status
    placement.status = step.to or before
    match step.side, step.name:
        case Side.PROFESSIONAL, "decline_as_professional":
            placement.professional_answer, placement.professional_answered_at = Answer.DECLINED, at
            placement.decline_reason = DeclineReason.DATES
        case Side.PROFESSIONAL, _:
            placement.professional_answer, placement.professional_answered_at = Answer.ACCEPTED, at
            placement.professional.consents.append(_disclosure(vacancy, at))
        case Side.MINISTRY, "decline_as_ministry":
            placement.ministry_answer, placement.ministry_answered_at = Answer.DECLINED, at
            placement.not_selected_reason = NotSelectedReason.LOCAL_CANDIDATE
        case Side.MINISTRY, "shortlist" | "accept_as_ministry":
            placement.ministry_answer, placement.ministry_answered_at = Answer.ACCEPTED, at
        case Side.APPROVER, "approve":
            placement.approved_by_id, placement.approved_at = actor.id, at
    placement.events.append(
        PlacementEvent(
            from_status=before, to_status=placement.status, step=step.name, actor_id=actor.id, at=at
        )
    )


def _disclosure(vacancy: Vacancy, at: datetime) -> Consent:
    return Consent(
        purpose=ConsentPurpose.DISCLOSURE,
        ministry_id=vacancy.ministry_id,
        vacancy_id=vacancy.id,
        wording=_WORDING,
        given_at=at,
    )


def _place(ranked: RankedSections, person: Professional) -> int:
    numbers = [match.candidate for _, match in ranked.matches]
    return numbers.index(str(person.id)) + 1


def _count_posts(vacancy: Vacancy, placements: Sequence[Placement]) -> None:
    """Count the posts taken; a vacancy that is still open keeps one free."""
    vacancy.filled = sum(placement.status in _TAKES_POST for placement in placements)
    least = vacancy.filled + (vacancy.status == VacancyStatus.PUBLISHED)
    vacancy.posts = max(vacancy.posts, least)
