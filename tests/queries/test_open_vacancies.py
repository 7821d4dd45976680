"""The open vacancies as both databases give them."""

from datetime import date, timedelta

import pytest

from tests.factories import FacilityFactory, PublishedVacancyFactory, VacancyFactory
from tests.support.days import NEXT_YEAR, THIS_YEAR
from web.models.base import now
from web.models.professional import Mode
from web.models.vacancy import RequiredLanguage, Vacancy
from web.queries.keyset import Place
from web.queries.open_vacancies import (
    TypedWords,
    VacancyFilter,
    count_open_vacancies,
    list_newest_vacancies,
    list_open_languages,
    list_open_vacancies,
    list_open_values,
)

pytestmark = pytest.mark.usefixtures("database")

TODAY = date(NEXT_YEAR, 1, 10)
DECEMBER = date(THIS_YEAR, 12, 1)


def found(session, **wanted):
    page = list_open_vacancies(session, today=TODAY, wanted=VacancyFilter(**wanted))
    assert count_open_vacancies(session, today=TODAY, wanted=VacancyFilter(**wanted)) == len(page.rows)
    return {vacancy.title for vacancy in page.rows}


def test_drafts_and_late_ones_are_not_open(session):
    VacancyFactory(title="Draft")
    PublishedVacancyFactory(title="Late", earliest_start=DECEMBER, latest_start=TODAY - timedelta(days=1))
    PublishedVacancyFactory(title="Last day", earliest_start=DECEMBER, latest_start=TODAY)
    assert found(session) == {"Last day"}


def test_same_moment_of_publishing_still_gives_one_order(session):
    moment = now()
    for number in range(7):
        PublishedVacancyFactory(title=str(number), published_at=moment)
    first = list_open_vacancies(session, today=TODAY, wanted=VacancyFilter()).rows
    rest = list_open_vacancies(
        session, today=TODAY, wanted=VacancyFilter(), place=Place(after=first[3].id)
    ).rows
    assert [vacancy.title for vacancy in first] == list("6543210")
    assert [vacancy.title for vacancy in rest] == list("210")


def test_words_look_in_title_and_facility_and_each_must_be_found(session):
    donka = FacilityFactory(name="Donka", search_text=" hospital national donka conakry")
    PublishedVacancyFactory(title="Tutor", facility=donka)
    PublishedVacancyFactory(title="Tutor of nurses")
    assert found(session, typed=TypedWords(words=("tutor",))) == {"Tutor", "Tutor of nurses"}
    assert found(session, typed=TypedWords(words=("TUTOR", "Hôpital", "Donka"))) == {"Tutor"}
    assert found(session, typed=TypedWords(words=("tutor", "%"))) == set()


def test_occupation_named_includes_its_kinds_and_not_its_neighbours(session):
    PublishedVacancyFactory(title="Nurse", occupation="2221")
    PublishedVacancyFactory(title="Theatre nurse", occupation="2221.2")
    PublishedVacancyFactory(title="Emergency nurse", occupation="2221.20")
    PublishedVacancyFactory(title="Midwife", occupation="2222")
    named = {"words": ("infirmier",)}
    assert found(session, typed=TypedWords(**named, occupations=frozenset({"2221"}))) == {
        "Nurse",
        "Theatre nurse",
        "Emergency nurse",
    }
    assert found(session, typed=TypedWords(**named, occupations=frozenset({"2221.2"}))) == {"Theatre nurse"}


def test_language_must_be_needed_not_only_helpful(session):
    helpful = [
        RequiredLanguage(code="en", min_cefr="B2", required=True),
        RequiredLanguage(code="fr", min_cefr="B1", required=False),
    ]
    PublishedVacancyFactory(title="English", languages=helpful)
    assert found(session, language="en") == {"English"}
    assert found(session, language="fr") == set()
    assert list_open_languages(session, today=TODAY) == {"en"}


def test_choices_come_from_what_is_open(session):
    PublishedVacancyFactory(country="GH", occupation="2222", mode=Mode.REMOTE)
    VacancyFactory(country="SN", occupation="2211")
    assert list_open_values(session, Vacancy.country, today=TODAY) == {"GH"}
    assert list_open_values(session, Vacancy.occupation, today=TODAY) == {"2222"}
    assert found(session, mode=Mode.REMOTE, country="GH", occupation="2222")


def test_newest_are_the_last_published(session):
    for days in range(5):
        PublishedVacancyFactory(title=str(days), published_at=now() - timedelta(days=days))
    newest = list_newest_vacancies(session, today=TODAY, limit=2)
    assert [vacancy.title for vacancy in newest] == ["0", "1"]
