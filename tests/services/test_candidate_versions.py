"""What is kept of people so that old rankings can be computed again: enough, once, and nothing else."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from sqlalchemy import select
from sqlalchemy.orm import Session

from matcher import Candidate, Position, match
from tests.factories.professionals import ActiveProfessionalFactory
from tests.factories.scenes import make_scene
from tests.matcher.examples import WORDS, candidate, pool
from tests.matcher.strategies import cases
from web.db import begin_writing
from web.models.candidate_version import CandidateVersion
from web.services.candidate_versions import keep_candidate_versions
from web.services.matching import Inputs, candidate_of, rank_vacancy
from web.services.matching.inputs import candidate_from, inputs_of
from web.services.profiles import touch_profile
from web.services.rankings import store_ranking


@pytest.fixture
def side(session):
    return make_scene().a


def keep(session, vacancy):
    return store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))


def versions_of(session, person):
    found = select(CandidateVersion).where(CandidateVersion.professional_id == person.id)
    return session.scalars(found.order_by(CandidateVersion.id)).all()


def test_one_state_is_kept_once_for_all_rankings(session, side, database):
    others = [vacancy for vacancy in side.vacancies.values() if vacancy is not side.vacancy]
    first = keep(session, side.vacancy)
    kept = {match.professional_id: match.candidate_version_id for match in first.matches}
    assert len(kept) > 1
    for vacancy in others:
        again = keep(session, vacancy)
        assert {match.professional_id: match.candidate_version_id for match in again.matches} == kept
    assert len(session.scalars(select(CandidateVersion)).all()) == len(kept)


def test_another_state_is_kept_beside_the_first(session, side, database):
    person = side.professional
    keep(session, side.vacancy)
    person.max_weeks = 3
    touch_profile(session, person)
    session.commit()
    keep(session, side.vacancy)
    assert [version.body["max_weeks"] for version in versions_of(session, person)] == [52, 3]


def test_two_who_are_shown_the_same_people_at_once_share_their_versions(session, side, database):
    person = side.professional.id
    read = {person: Inputs({"max_weeks": 4}, "4" * 64)}
    session.commit()

    def keep_too():
        with Session(database) as other:
            begin_writing(other)
            kept = keep_candidate_versions(other, inputs=read)
            other.commit()
            return kept

    begin_writing(session)
    with ThreadPoolExecutor(1) as threads:
        first = keep_candidate_versions(session, inputs=read)
        second = threads.submit(keep_too)
        session.commit()
        assert second.result() == first
    assert len(versions_of(session, side.professional)) == 1


def test_what_is_kept_goes_with_the_person(session, database):
    person, other = ActiveProfessionalFactory(), ActiveProfessionalFactory()
    states = {each.id: Inputs({}, "0" * 64) for each in (person, other)}
    keep_candidate_versions(session, inputs=states)
    session.delete(person)
    session.flush()
    assert session.scalars(select(CandidateVersion.professional_id)).all() == [other.id]


def test_nothing_is_kept_that_no_rule_reads(session):
    person = ActiveProfessionalFactory()
    body = inputs_of(candidate_of(session, person)).body
    assert "summary" in body
    assert {"id", "qualifications"}.isdisjoint(body)
    written = json.dumps(body)
    identity = person.identity
    for word in (identity.given_name, identity.family_name, identity.phone, person.user.email, "Leeds"):
        assert word not in written
    assert person.licences[0].number not in written


@settings(max_examples=60, deadline=None)
@given(cases())
def test_what_is_kept_gives_the_same_match(case):
    """Coded once and kept as JSON, a person is judged as on the day; what is left out changes nothing."""
    members, post = case
    position = Position.from_json(post)
    for number, member in enumerate(members):
        person = Candidate.from_json({**member, "id": str(number)})
        kept = json.loads(json.dumps(inputs_of(pool(person).get(person.id)).body))
        again = match(position, candidate_from(number, kept), vocabulary=WORDS)
        assert json.dumps(again.to_json()) == json.dumps(match(position, person, vocabulary=WORDS).to_json())


def test_diplomas_change_nothing():
    """The day a rule reads them, they must be kept."""
    diplomas = [{"title": "BSc", "country": "GB", "year": 2012}]
    post = Position.from_json({"id": "v1", "occupation": "2222", "title": "Midwife, BSc", "country": "GB"})
    with_and_without = (candidate(qualifications=stated) for stated in (diplomas, [], None))
    assert len({json.dumps(match(post, each, vocabulary=WORDS).to_json()) for each in with_and_without}) == 1
