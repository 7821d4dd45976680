"""Whose file was opened by whom: one line for each reader, person and kind within a while."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import ActiveProfessionalFactory, CoordinatorFactory
from tests.factories.placements import PlacementFactory
from web.models.audit import AuditEntry
from web.models.base import now
from web.models.placement import PlacementStatus
from web.services.openings import Opening, Shown, needs_note, note_openings

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def reader(session):
    return CoordinatorFactory(countries=("GH", "SN"))


@pytest.fixture
def person(session):
    return ActiveProfessionalFactory()


def lines(session):
    return session.scalars(
        select(AuditEntry).where(AuditEntry.action.in_(Opening)).order_by(AuditEntry.id)
    ).all()


def note(session, reader, *shown):
    note_openings(session, viewer=reader, shown=set(shown))


def test_line_says_who_for_which_office_and_on_which_consent(session, reader, person):
    note(session, reader, Shown(Opening.PROFILE, person.id))
    (line,) = lines(session)
    assert (line.actor_id, line.kind, line.object_id) == (reader.id, "professional", person.id)
    assert line.details["role"] == "coordinator"
    assert line.details["countries"] == ["GH", "SN"]
    assert line.details["consent"] == person.consents[0].id


def test_ministry_rests_on_the_yes_to_its_own_vacancy(session):
    case = PlacementFactory(status=PlacementStatus.AGREED)
    PlacementFactory(status=PlacementStatus.AGREED, professional=case.professional)
    session.expire(case.professional)
    ministry = case.vacancy.created_by
    note(session, ministry, Shown(Opening.IDENTITY, case.professional_id, case.vacancy_id))
    (line,) = lines(session)
    consents = {consent.id: consent for consent in case.professional.consents}
    assert consents[line.details["consent"]].vacancy_id == case.vacancy_id
    assert line.details["ministry"] == ministry.ministry_id


def test_within_the_hour_it_is_one_line(session, reader, person):
    opened = Shown(Opening.PROFILE, person.id)
    note(session, reader, opened)
    assert not needs_note(session, viewer=reader, shown={opened})
    note(session, reader, opened)
    assert len(lines(session)) == 1


@pytest.mark.parametrize(
    ("opening", "minutes", "expected"),
    [(Opening.PROFILE, 61, 2), (Opening.NAME, 61, 1), (Opening.NAME, 24 * 60 + 1, 2)],
)
def test_after_a_while_it_is_another(  # noqa: PLR0917 -- fixtures and cases
    session, monkeypatch, reader, person, opening, minutes, expected
):
    note(session, reader, Shown(opening, person.id))
    later = now() + timedelta(minutes=minutes)
    monkeypatch.setattr("web.services.openings.now", lambda: later)
    note(session, reader, Shown(opening, person.id))
    assert len(lines(session)) == expected


def test_other_readers_people_kinds_and_posts_have_lines_of_their_own(session, reader, person):
    other = ActiveProfessionalFactory()
    note(session, reader, Shown(Opening.PROFILE, person.id), Shown(Opening.PROFILE, other.id))
    note(session, reader, Shown(Opening.LICENCE, person.id), Shown(Opening.PROFILE, person.id, 7))
    note(session, CoordinatorFactory(), Shown(Opening.PROFILE, person.id))
    assert len(lines(session)) == 5


def test_nobody_is_noted_in_their_own_file(session, person):
    note(session, person.user, Shown(Opening.PROFILE, person.id))
    assert lines(session) == []
