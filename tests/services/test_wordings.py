"""What somebody chose for their words is offered first to the next, and nothing else changes."""

import pytest
from sqlalchemy import func, select

from tests.factories.people import AdminFactory
from web.models.wording import CodeKind, ConfirmedWording
from web.services.vocabulary import resolve
from web.services.wordings import AlreadyRevokedError, confirm_wording, revoke_wording, suggest_codes

pytestmark = pytest.mark.usefixtures("database")

# Words that fit several occupations, so that what people choose can be another than the first.
WORDS = {"kind": CodeKind.OCCUPATION, "text": "Health Technician Assistant Nurse", "language": "en"}


def codes(session, **changed):
    return [suggestion.code for suggestion in suggest_codes(session, **WORDS | {"country": "GH"} | changed)]


def confirm(session, code, **changed):
    confirm_wording(session, **WORDS | {"country": "GH"} | changed, code=code)
    session.flush()


def count(session):
    return session.scalar(select(func.count(ConfirmedWording.id)))


@pytest.fixture
def other(session):
    """A suggestion that does not stand first."""
    return codes(session)[-1]


def test_what_was_chosen_comes_first_the_next_time(session, other):
    before = codes(session)
    confirm(session, other)
    assert codes(session) == [other, *(code for code in before if code != other)]
    assert codes(session, text="  HEALTH technician  assistant nurse ")[0] == other


@pytest.mark.parametrize(
    "changed", [{"country": "SN"}, {"language": "fr"}, {"text": "theatre technician nurse"}]
)
def test_elsewhere_and_for_other_words_nothing_changes(session, other, changed):
    before = codes(session, **changed)
    confirm(session, other)
    assert codes(session, **changed) == before


def test_without_a_country_it_counts_everywhere(session, other):
    confirm(session, other, country=None)
    assert codes(session, country="SN")[0] == codes(session, country=None)[0] == other


def test_what_more_people_chose_comes_before(session):
    first, second = codes(session)[-2:]
    for code in (first, second, second):
        confirm(session, code)
    assert codes(session)[:2] == [second, first]
    assert count(session) == 2


def test_a_wording_of_the_vocabulary_is_never_displaced(session):
    """Nobody can teach that a nurse is a doctor."""
    known = {"text": "Registered nurse"}
    before = codes(session, **known)
    confirm(session, before[-1], **known)
    assert codes(session, **known) == before
    assert count(session) == 0


@pytest.mark.parametrize("text", ["Registered nurses", "nurse, registered", "the registered nurse"])
def test_nor_is_it_in_another_order_or_number(session, text):
    before = codes(session, text=text)
    confirm(session, before[-1], text=text)
    assert codes(session, text=text) == before
    assert count(session) == 0


def test_a_code_that_the_vocabulary_lost_is_offered_no_more(session):
    """ESCO's skills go with the release that had them; what people called them stays stored."""
    asked = {"kind": CodeKind.SKILL, "text": "reading of chest films", "language": "en"}
    before = suggest_codes(session, **asked)
    session.add(ConfirmedWording(kind=CodeKind.SKILL, words=asked["text"], language="en", code="esco:gone"))
    session.flush()
    assert suggest_codes(session, **asked) == before


def test_what_is_far_fetched_is_left_out(session):
    """Beside vacuum delivery nobody wants to read of inventories and ventilators."""
    found = suggest_codes(session, kind=CodeKind.SKILL, text="ventouse", language="fr")
    assert found[0].code == "assisted_vaginal_delivery"
    assert "stock_management" not in {suggestion.code for suggestion in found}


def test_only_what_was_offered_can_be_learnt(session):
    assert "2211" not in codes(session)
    confirm(session, "2211")
    confirm(session, "no code")
    confirm(session, "2222", text="car mechanic")
    assert count(session) == 0


@pytest.mark.parametrize("text", ["", " ", "x" * 500, "\u200b"])
def test_words_that_are_none_are_not_kept(session, text):
    confirm(session, "2222", text=text)
    assert count(session) == 0


def test_a_revoked_wording_stays_revoked(session, other):
    before = codes(session)
    confirm(session, other)
    wording = session.scalars(select(ConfirmedWording)).one()
    admin = AdminFactory()
    revoke_wording(session, actor=admin, wording=wording)
    assert codes(session) == before
    confirm(session, other)
    assert codes(session) == before
    with pytest.raises(AlreadyRevokedError):
        revoke_wording(session, actor=admin, wording=wording)


def test_the_resolver_itself_learns_nothing(session, other):
    """What the engine codes by itself rests on the vocabulary alone, so old rankings stay replayable."""
    before = resolve(country="GH", **WORDS)
    confirm(session, other)
    assert resolve(country="GH", **WORDS) == before
