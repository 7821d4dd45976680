"""The day on which a licence, or the check of it, has ended."""

from datetime import timedelta

import pytest

from tests.factories.professionals import QualificationFactory
from tests.factories.scenes import make_verified_professional
from web.models.base import now
from web.models.professional import PoolRevision
from web.services.matching import current_pool
from web.tasks.count_lapses import count_lapses

pytestmark = pytest.mark.usefixtures("database")

YESTERDAY = now().date() - timedelta(days=1)


@pytest.fixture
def person(session):
    person = make_verified_professional()
    session.delete(person.licences[0])
    session.flush()
    session.refresh(person)
    assert QualificationFactory(professional=person)
    session.commit()
    return person


def revision(session):
    return session.get_one(PoolRevision, 1).revision


def test_level_falls_in_every_list_when_the_check_has_ended(app, session, person):
    assert current_pool(session).pool.get(str(person.id)).licences[0].verified
    person.licences[0].verifications[-1].expires_on = YESTERDAY
    session.commit()
    assert count_lapses(app) == 1
    session.expire_all()
    assert person.credential_level is None
    assert not current_pool(session).pool.get(str(person.id)).licences[0].verified


def test_level_falls_when_the_licence_has_ended(app, session, person):
    person.licences[0].valid_until = YESTERDAY
    session.commit()
    assert count_lapses(app) == 1
    session.expire_all()
    assert person.credential_level == 3


def test_nothing_is_written_where_nothing_has_ended(app, session, person):
    before = revision(session)
    person.licences[0].valid_until = now().date()
    session.commit()
    assert count_lapses(app) == 0
    session.expire_all()
    assert revision(session) == before
