"""Everybody read at once is everybody read one by one."""

import pytest

from matcher.coding import Coder
from tests.factories.professionals import ActiveProfessionalFactory
from tests.support.accounts import password_hash
from tests.support.days import in_days
from web.models import claims
from web.models.placement import Placement
from web.services.demo import DemoSize, seed_demo
from web.services.matching import current_pool
from web.services.matching.candidates import is_in_pool, load_candidates
from web.services.pseudonyms import KEY
from web.services.vocabulary import current_vocabulary

SIZE = DemoSize(professionals=120, vacancies=24)

pytestmark = pytest.mark.usefixtures("database")


def one_by_one(session):
    coder = Coder(current_vocabulary())
    return {each.id: coder.candidate(each) for each in load_candidates(session, is_in_pool())}


def test_the_demo(session):
    session.info[KEY] = "a key for tests"
    seed_demo(session, wanted=SIZE, seed=3, today=in_days(0), password_hash=password_hash())
    session.commit()

    pool = current_pool(session).pool

    expected = one_by_one(session)
    assert session.query(Placement).filter(Placement.holds_post).count()
    assert {each.id: each for each in pool} == expected
    assert len(expected) > 30


def test_words_without_codes_and_people_outside_of_the_pool(session):
    person, other = ActiveProfessionalFactory(), ActiveProfessionalFactory()
    person.skills = [
        claims.HeldSkill(code=None, phrase="PPH management, B-Lynch; triage", level=3),
        claims.HeldSkill(code="no-such-code", phrase="zzyzx", level=None),
    ]
    person.stated_none = ["licences"]
    person.licences = []
    other.user.active = False
    session.commit()

    pool = current_pool(session).pool

    assert {each.id: each for each in pool} == one_by_one(session)
    assert len(pool.get(str(person.id)).skills) == 4
    assert pool.get(str(person.id)).licences == ()
    assert str(other.id) not in pool


def test_nobody(session):
    assert len(current_pool(session).pool) == 0
