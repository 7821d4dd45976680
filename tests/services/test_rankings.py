"""The ranked list that people are shown: kept, explained, current, and only about people in the pool."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import event, func, select

from tests.factories.people import AdminFactory
from tests.factories.professionals import ActiveProfessionalFactory
from tests.factories.scenes import make_scene, make_verified_professional
from web.models.base import now
from web.models.professional import ProfessionalStatus
from web.models.ranking import Match, RankingView
from web.services.accounts import reinstate_user, suspend_user
from web.services.matching import candidate_of, current_pool, fit_of, rank_vacancy
from web.services.profiles import touch_profile
from web.services.rankings import find_current_ranking, note_view, store_ranking

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def side(session):
    return make_scene().a


def keep(session, vacancy):
    return store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))


def test_the_list_is_kept_with_all_that_made_it(session, side):
    ranking = keep(session, side.vacancy)
    assert ranking.counts["eligible"] >= 1
    assert [match.place for match in ranking.matches] == list(range(1, len(ranking.matches) + 1))
    assert find_current_ranking(session, vacancy=side.vacancy) is ranking
    note_view(session, ranking=ranking, viewer=side.coordinator)
    note_view(session, ranking=ranking, viewer=side.coordinator)
    assert session.scalar(select(func.count()).select_from(RankingView)) == 1


def test_the_same_state_gives_the_same_digest(session, side):
    first = rank_vacancy(session, vacancy=side.vacancy)
    again = rank_vacancy(session, vacancy=side.vacancy)
    assert first.digest == again.digest


def test_a_saved_profile_counts_at_once(session, side):
    keep(session, side.vacancy)
    newcomer = ActiveProfessionalFactory()
    session.commit()
    assert find_current_ranking(session, vacancy=side.vacancy) is None
    ranking = keep(session, side.vacancy)
    assert newcomer.id in {match.professional_id for match in ranking.matches}


def test_a_changed_vacancy_needs_a_new_list(session, side):
    keep(session, side.vacancy)
    side.vacancy.min_years_experience = 7
    session.flush()
    assert find_current_ranking(session, vacancy=side.vacancy) is None


@pytest.mark.parametrize("way", ["pause", "withdraw"])
def test_who_pauses_or_withdraws_consent_leaves_the_list(session, side, way):
    person = ActiveProfessionalFactory()
    session.commit()
    assert str(person.id) in current_pool(session).pool
    if way == "pause":
        person.status = ProfessionalStatus.PAUSED
    else:
        for consent in person.consents:
            consent.withdrawn_at = consent.given_at
    touch_profile(session, person)
    session.commit()
    assert str(person.id) not in current_pool(session).pool


def test_who_is_locked_out_leaves_the_list_until_let_in_again(session, side):
    person, admin = ActiveProfessionalFactory(), AdminFactory()
    session.commit()
    assert str(person.id) in current_pool(session).pool
    suspend_user(session, actor=admin, user=person.user, reason="Forged papers")
    session.commit()
    assert str(person.id) not in current_pool(session).pool
    reinstate_user(session, actor=admin, user=person.user)
    session.commit()
    assert str(person.id) in current_pool(session).pool


@pytest.mark.parametrize(("days", "counts"), [(0, True), (-1, False), (None, True)])
def test_a_check_counts_until_its_last_day(session, days, counts):
    person = make_verified_professional()
    check = person.licences[-1].verifications[-1]
    check.expires_on = None if days is None else now().date() + timedelta(days=days)
    session.flush()
    licences = candidate_of(session, person).licences
    assert [licence.verified for licence in licences] == [False, counts]


def test_the_pool_in_memory_equals_the_pool_read_anew(session, side):
    current_pool(session)
    people = [ActiveProfessionalFactory() for _ in range(5)]
    people[0].max_weeks = 3
    people[1].status = ProfessionalStatus.PAUSED
    for person in people:
        touch_profile(session, person)
    session.commit()
    pool = current_pool(session).pool
    for person in people:
        if person.status == ProfessionalStatus.ACTIVE:
            fresh = candidate_of(session, person)
            assert pool.get(str(person.id)).max_weeks == fresh.max_weeks
            assert pool.get(str(person.id)).skills is not None


def test_one_fit_is_the_fit_of_the_list(session, side):
    person = ActiveProfessionalFactory()
    session.commit()
    ranking = keep(session, side.vacancy)
    match = session.scalar(
        select(Match).where(Match.ranking_id == ranking.id, Match.professional_id == person.id)
    )
    fit = fit_of(session, vacancy=side.vacancy, professional=person)
    assert json.loads(json.dumps(fit.to_json())) == json.loads(json.dumps(match.body))


def test_pseudonyms_of_two_vacancies_cannot_be_joined(session, side):
    person = ActiveProfessionalFactory()
    session.commit()
    other = next(v for v in side.vacancies.values() if v.id != side.vacancy.id)
    names = {
        match.pseudonym
        for vacancy in (side.vacancy, other)
        for match in keep(session, vacancy).matches
        if match.professional_id == person.id
    }
    assert len(names) == 2
    assert str(person.reference) not in names


def test_a_larger_pool_costs_no_more_queries(session, side, database):
    statements = []
    event.listen(database, "before_cursor_execute", lambda *args: statements.append(args[2]))

    def count_queries(newcomers):
        for _ in range(newcomers):
            ActiveProfessionalFactory()
        session.commit()
        session.expire_all()
        statements.clear()
        rank_vacancy(session, vacancy=side.vacancy)
        return len(statements)

    count_queries(1)
    assert count_queries(2) == count_queries(20)
