"""What is past its time goes on its day, not a day before, and never of somebody who is held."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from tests.factories import OutboxMessageFactory
from tests.factories.placements import MatchFactory, PlacementEventFactory, PlacementFactory, RankingFactory
from tests.factories.professionals import ConsentFactory
from web.models.base import now
from web.models.hold import LegalHold
from web.models.inventory import rules
from web.models.outbox import OutboxMessage
from web.models.placement import Placement, PlacementStatus
from web.models.professional import Consent
from web.models.ranking import Match, Ranking
from web.models.submission import Submission
from web.models.vacancy import Vacancy, VacancyEvent, VacancyStatus
from web.services.holds import place_hold
from web.services.retention import SWEEPS, sweep

pytestmark = pytest.mark.usefixtures("database")

DAY = timedelta(days=1)
LEAP_DAY = datetime(2028, 2, 29, 12, tzinfo=UTC)


def make_letter(session, at):
    letter = OutboxMessageFactory(sent_at=at)
    return OutboxMessage, letter.user


def make_form(session, at):
    session.add(Submission(nonce="n", created_at=at))
    return Submission, None


def make_case(session, at):
    case = PlacementFactory(status=PlacementStatus.DECLINED)
    PlacementEventFactory(placement=case, to_status=PlacementStatus.DECLINED, at=at)
    return Placement, case.professional.user


def make_consent(session, at):
    consent = ConsentFactory(withdrawn_at=at)
    session.flush()
    return Consent, consent.professional.user


def make_ranking(session, at):
    match = MatchFactory()
    session.flush()
    vacancy = session.get_one(Vacancy, match.ranking.vacancy_id)
    session.execute(update(VacancyEvent).values(at=at))
    session.add(VacancyEvent(vacancy_id=vacancy.id, to_status=VacancyStatus.CLOSED, at=at))
    vacancy.status = VacancyStatus.CLOSED
    return Ranking, match.professional.user


MAKERS = {
    rules.LETTER: make_letter,
    rules.FORM: make_form,
    rules.CASE: make_case,
    rules.CONSENT: make_consent,
    rules.SELECTION: make_ranking,
}


def count(session, model):
    return session.scalar(select(func.count()).select_from(model))


@pytest.fixture(params=MAKERS, ids=lambda rule: rule.name)
def rule(request):
    return request.param


@pytest.mark.parametrize("today", [now(), LEAP_DAY, LEAP_DAY + DAY])
def test_it_goes_on_its_day(session, rule, today):
    model, _ = MAKERS[rule](session, rule.ended_before(today) + DAY)
    session.flush()
    before = count(session, model)
    assert {each.table for each in sweep(session, at=today) if each.count} <= {"candidate_version"}
    assert count(session, model) == before
    swept = {each.table: each.count for each in sweep(session, at=today + 2 * DAY)}
    assert swept[model.__tablename__] == 1
    assert count(session, model) == before - 1
    assert not any(each.count for each in sweep(session, at=today + 2 * DAY))


def test_a_dry_run_counts_and_leaves_everything(session, rule):
    model, _ = MAKERS[rule](session, rule.ended_before(now()) - DAY)
    session.flush()
    before = count(session, model)
    swept = {each.table: each.count for each in sweep(session, at=now(), dry_run=True)}
    assert swept[model.__tablename__] == 1
    assert count(session, model) == before


def test_nothing_of_somebody_held_goes(session, rule):
    _, user = MAKERS[rule](session, rule.ended_before(now()) - DAY)
    if user is None:
        return
    place_hold(session, actor=None, user=user, reason="The court")
    assert not any(each.count for each in sweep(session, at=now()))
    session.scalars(select(LegalHold)).one().lifted_at = now()
    session.flush()
    assert any(each.count for each in sweep(session, at=now()))


def test_a_list_that_a_case_names_stays_with_the_case(session):
    make_ranking(session, now() - timedelta(days=6 * 366))
    case = PlacementFactory()
    case.ranking_id = session.scalars(select(Ranking.id)).one()
    session.flush()
    list(sweep(session, at=now()))
    assert (count(session, Ranking), count(session, Match)) == (1, 1)


def test_an_open_case_and_an_open_vacancy_stay_however_old(session):
    case = PlacementFactory(status=PlacementStatus.AGREED)
    PlacementEventFactory(placement=case, at=now() - timedelta(days=20 * 366))
    RankingFactory()
    session.execute(update(VacancyEvent).values(at=now() - timedelta(days=20 * 366)))
    assert not any(each.count for each in sweep(session, at=now()))


def test_every_sweep_has_a_maker():
    assert {each.rule for each in SWEEPS} - {rules.HOLD} == set(MAKERS)
