"""Sealed attributes: plain in the hands of the service, noise in the database."""

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from tests.factories import UserFactory
from tests.factories.placements import MatchFactory, PlacementEventFactory
from tests.factories.professionals import ActiveProfessionalFactory, LicenceFactory
from tests.support.keys import keyring
from web.keys import BrokenSealError
from web.models import Base
from web.models.claims import Licence
from web.models.professional import Professional
from web.models.sealed import PersonalRow, UnsealedError
from web.models.sealing import seal_rows
from web.models.user import User

pytestmark = pytest.mark.usefixtures("database")

KINDS = sorted(
    (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, PersonalRow)),
    key=lambda kind: kind.__name__,
)


def stored(session: Session, table: str) -> str:
    """Give every byte the database holds of a table, as text."""
    rows = session.execute(text(f'SELECT * FROM "{table}"')).all()
    return repr([[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows])


def test_every_kind_says_by_whose_key_it_is_sealed():
    assert [kind.__name__ for kind in KINDS if kind.person is PersonalRow.person] == []


def test_what_is_written_is_read_again_and_is_nowhere_in_plain(session):
    user = UserFactory(name="Adjoa Zanzibar", email="adjoa@zanzibar.example")
    person = ActiveProfessionalFactory(user=user, summary="Zanzibar, ward of twelve beds")
    session.commit()
    session.expire_all()
    assert (user.name, user.email, person.summary) == (
        "Adjoa Zanzibar",
        "adjoa@zanzibar.example",
        "Zanzibar, ward of twelve beds",
    )
    assert "anzibar" not in stored(session, "user") + stored(session, "professional")


def test_reading_changes_nothing_and_neither_does_writing_the_same(session):
    person = ActiveProfessionalFactory()
    session.commit()
    before = person.version, stored(session, "professional")
    person.summary = str(person.summary)
    person.user.name = str(person.user.name)
    session.commit()
    assert (person.version, stored(session, "professional")) == before


def test_a_change_that_is_rolled_back_is_gone(session):
    user = UserFactory(name="Ama")
    session.commit()
    user.name = "Efua"
    assert user.name == "Efua"
    session.rollback()
    assert user.name == "Ama"


def test_nothing_is_stored_for_what_is_empty(session):
    person = ActiveProfessionalFactory(summary="")
    session.commit()
    assert (person.summary, person.summary_sealed) == ("", None)
    person.summary = "Something"
    session.commit()
    person.summary = ""
    session.commit()
    session.expire_all()
    assert (person.summary, person.summary_sealed) == ("", None)


def test_rows_can_be_made_by_numbers_alone(session):
    """What belongs to whom is found by the foreign key where no object was given."""
    person = ActiveProfessionalFactory()
    licence = Licence(professional_id=person.id, country="GH", regulator="Council", number="N-1")
    session.add(licence)
    session.flush()
    session.expire_all()
    assert (licence.regulator, licence.person) == ("Council", person.user)


def test_moved_to_another_row_it_does_not_open(session):
    one, other = ActiveProfessionalFactory(), ActiveProfessionalFactory()
    session.flush()
    one.summary_sealed, other.summary_sealed = other.summary_sealed, one.summary_sealed
    session.commit()
    session.expire_all()
    with pytest.raises(BrokenSealError):
        _ = one.summary


def test_without_the_key_nothing_is_read_and_the_row_stays(session):
    event = PlacementEventFactory(comment="Ama was ill")
    match = MatchFactory(professional=event.placement.professional)
    session.commit()
    keyring().destroy(event.person.key_id)
    session.expire_all()
    assert (event.comment, match.body, event.person.name) == ("", {}, "")
    assert session.get_one(Professional, match.professional_id).user_id


class TestPlainTextNeverReachesTheDatabase:
    def test_by_a_bulk_insert(self, session):
        row = {"professional_id": 1, "country": "GH", "regulator_sealed": "Council"}
        with pytest.raises(StatementError) as refused:
            session.execute(insert(Licence), [row])
        assert isinstance(refused.value.orig, UnsealedError)

    def test_by_a_comparison(self):
        with pytest.raises(UnsealedError, match="email is sealed"):
            select(User).where(User.email == "ama@people.example")

    @pytest.mark.parametrize("kind", KINDS)
    def test_every_sealed_column_takes_bytes_only(self, kind):
        for attribute in kind.sealed_attributes().values():
            column = kind.__table__.c[attribute.column]
            with pytest.raises(UnsealedError):
                column.type.process_bind_param("text", None)


def test_rows_in_bulk_are_as_if_made_one_by_one(session):
    person = ActiveProfessionalFactory()
    LicenceFactory(professional=person, country="SN", regulator="Ordre", number="A 12")
    session.commit()
    plain = {"professional_id": person.id, "country": "TG", "regulator": "Ordre", "number": "a  12"}
    more = {"status": "active", "changed_at": person.created_at}
    session.execute(
        insert(Licence.__table__), seal_rows(session, Licence, [plain | more], [person.person.key_id])
    )
    session.commit()
    made = session.scalars(select(Licence).order_by(Licence.id.desc())).first()
    assert (made.regulator, made.number) == ("Ordre", "a  12")
    code = Licence.number.code(keyring(), "A 12")
    found = session.scalars(select(Licence.country).where(Licence.number_index == code).order_by(Licence.id))
    assert found.all() == ["SN", "TG"]


def test_a_number_is_never_given_twice(session):
    rows = [UserFactory() for _ in range(3)]
    session.flush()
    user = UserFactory.build()
    session.add(user)
    session.flush()
    assert len({row.id for row in (*rows, user)}) == 4
