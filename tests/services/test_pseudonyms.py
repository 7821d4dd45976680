"""Two ministries that lay their lists side by side learn nothing from names, order or numbers."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import ActiveProfessionalFactory, MinistryUserFactory, PublishedVacancyFactory
from web.services.pseudonyms import KEY, pseudonym_for

NUMBERS = st.integers(min_value=1, max_value=2**40)
SHAPE = re.compile(r"P-[A-Z2-7]{4}-[A-Z2-7]{4}")
PEOPLE = range(1, 401)
# Of 32 letters one is the same by chance in 1/32 of the pairs; 400 people have 3,200 letters.
LETTERS = 8
MOST_ALIKE = 0.06


def name(vacancy, person, key="a key of the service"):
    return pseudonym_for(SimpleNamespace(info={KEY: key}), vacancy_id=vacancy, professional_id=person)


@given(vacancy=NUMBERS, other=NUMBERS, person=NUMBERS)
def test_one_name_in_each_vacancy(vacancy, other, person):
    assert SHAPE.fullmatch(name(vacancy, person))
    assert name(vacancy, person) == name(vacancy, person)
    assert (name(vacancy, person) == name(other, person)) == (vacancy == other)


@given(vacancy=NUMBERS, person=NUMBERS)
def test_name_needs_the_key(vacancy, person):
    assert name(vacancy, person) != name(vacancy, person, key="another key")


def alike(make):
    """Say how many letters the same person shares in two vacancies; by chance it is one in 32."""
    pairs = [(letters_of(make(1, person)), letters_of(make(2, person))) for person in PEOPLE]
    same = sum(a == b for one, other in pairs for a, b in zip(one, other, strict=True))
    return same / (len(PEOPLE) * LETTERS)


def letters_of(pseudonym):
    return pseudonym[2:].replace("-", "")


def test_letters_of_two_vacancies_are_unrelated():
    assert alike(name) < MOST_ALIKE


def test_order_of_names_says_nothing_of_the_order_of_people():
    """People sorted by their names in one vacancy stand anywhere in another."""
    ranks = [sorted(PEOPLE, key=lambda person, v=vacancy: name(v, person)).index for vacancy in (1, 2)]
    moved = [abs(ranks[0](person) - ranks[1](person)) for person in PEOPLE]
    # A third of the list on average, if the two orders have nothing to do with each other.
    assert 0.25 < sum(moved) / len(PEOPLE) ** 2 < 0.42


@pytest.mark.parametrize(
    "planted",
    [
        lambda vacancy, person: f"P-{person:08d}",
        lambda vacancy, person: f"P-{vacancy:01d}{person * 2_654_435_761 % 10**7:07d}",
    ],
    ids=["the number itself", "a digest of the person behind the number of the vacancy"],
)
def test_related_names_are_noticed(planted):
    """The planted fault: names made of the person alone."""
    assert alike(planted) > MOST_ALIKE


def test_two_ministries_cannot_join_their_pages(client, make_client, sign_in, session):
    """The same people in two lists: no name, number or address of theirs is in both."""
    for _ in range(5):
        ActiveProfessionalFactory()
    found = []
    for browser in (client, make_client()):
        official = MinistryUserFactory()
        vacancy = PublishedVacancyFactory(ministry=official.ministry, created_by=official)
        sign_in(browser, official)
        names = set(SHAPE.findall(browser.get(f"/ministry/vacancies/{vacancy.id}/candidates").text))
        pages = [browser.get(f"/ministry/vacancies/{vacancy.id}/candidates/{each}").text for each in names]
        found.append((names, pages))
    (one, _), (other, pages) = found
    assert len(one) == len(other) == 5
    assert one & other == set()
    people = session.query(ActiveProfessionalFactory._meta.model).all()
    signs = {person.reference for person in people} | {f'data-id="{person.id}"' for person in people}
    assert [sign for sign in signs | one for page in pages if sign in page] == []
