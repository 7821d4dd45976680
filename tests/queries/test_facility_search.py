"""Finding facilities by what people type."""

import pytest
from sqlalchemy.orm import Session

from tests.factories.facilities import FacilityFactory
from web.models.facility import Facility
from web.queries.facility_search import search_facilities
from web.queries.facility_words import asked_words, facility_search_text, facility_words

pytestmark = pytest.mark.usefixtures("database")

PLACES = (
    ("GN", "Conakry", "Donka National Hospital", "National Hospital"),
    ("GN", "Conakry", "Ignace Deen National Hospital", "National Hospital"),
    ("GN", "Nzérékoré", "Kolonkala Poste de Santé", "Poste de Santé"),
    ("GN", "Kankan", "Kankan Hôpital Régional", "Hôpital Régional"),
    ("CI", "Abidjan", "Treichville Centre Hospitalier Universitaire", "Centre Hospitalier Universitaire"),
    ("CI", "Abidjan", "Treichville Centre de Santé Urbain", "Centre de Santé Urbain"),
    ("SL", "Northern", "Mabonkani Maternal and Child Health Post", "Health Post"),
    ("NG", "Kaduna", "Doka Rural Hospital", "Rural Hospital"),
    ("CV", "Santiago", "Hospital Dr. Agostinho Neto", "Hospital Central"),
    ("AO", "Huíla", "Hospital Agostinho Neto", "Hospital"),
    ("TG", "Lomé", "Saint Joseph Polyclinique", "Polyclinique"),
)


@pytest.fixture(autouse=True)
def places(session: Session) -> list[Facility]:
    facilities = [
        FacilityFactory(
            country=country,
            region=region,
            name=name,
            kind=kind,
            search_text=facility_search_text(name=name, kind=kind, region=region),
        )
        for country, region, name, kind in PLACES
    ]
    session.commit()
    return facilities


def first(session: Session, text: str, country: str | None = None) -> str | None:
    found = search_facilities(session, text, country=country)
    return found[0].name if found else None


@pytest.mark.parametrize(
    "typed",
    [
        "hopital donka",
        "Hôpital Donka",
        "donka hopitl",
        "DONKA",
        "donk",
        "dnka hospital",
        "doonka",
        "Donka, Conakry",
        "hospital nacional de Donka",
    ],
)
def test_donka_is_found_however_it_is_typed(session: Session, typed: str) -> None:
    assert first(session, typed) == "Donka National Hospital"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("chu treichville", "Treichville Centre Hospitalier Universitaire"),
        ("treichville health centre", "Treichville Centre de Santé Urbain"),
        ("hospital kankan", "Kankan Hôpital Régional"),
        ("agostino netto", "Hospital Agostinho Neto"),
        ("St Joseph", "Saint Joseph Polyclinique"),
        ("são josé", "Saint Joseph Polyclinique"),
        ("nzerekore", "Kolonkala Poste de Santé"),
    ],
)
def test_the_likeliest_place_comes_first(session: Session, typed: str, name: str) -> None:
    assert first(session, typed) == name


def test_a_country_narrows_the_search(session: Session) -> None:
    assert first(session, "agostinho neto", "CV") == "Hospital Dr. Agostinho Neto"
    assert first(session, "agostinho neto", "AO") == "Hospital Agostinho Neto"
    assert search_facilities(session, "donka", country="NG")[0].name == "Doka Rural Hospital"


def test_a_kind_alone_lists_places_of_that_kind(session: Session) -> None:
    found = search_facilities(session, "hôpital", country="GN")
    assert {facility.name for facility in found} == {
        "Donka National Hospital",
        "Ignace Deen National Hospital",
        "Kankan Hôpital Régional",
    }


@pytest.mark.parametrize("typed", ["", "  ", "de la", "%", "_", "'; --", "\0", "\ud800", "zzzzqqq"])
def test_words_that_mean_nothing_find_nothing(session: Session, typed: str) -> None:
    assert search_facilities(session, typed) == []


def test_signs_of_the_database_mean_nothing_special(session: Session) -> None:
    assert first(session, "%donka_") == "Donka National Hospital"
    assert first(session, "do%ka") != "Donka National Hospital"


def test_endless_text_gets_an_answer(session: Session) -> None:
    assert search_facilities(session, "a" * 1_000_000) == []
    assert first(session, "donka " * 100_000) == "Donka National Hospital"


def test_no_more_than_the_limit(session: Session) -> None:
    assert len(search_facilities(session, "hospital", limit=2)) == 2


def test_words_are_the_same_in_every_language() -> None:
    assert facility_words("Hôpital Régional") == facility_words("Hospital Regional")
    assert set(facility_words("Centre de Santé")) == set(facility_words("Health Centre"))
    assert set(facility_words("CHU")) == set(facility_words("Centre Hospitalier Universitaire"))


def test_a_misspelled_kind_is_no_name() -> None:
    assert asked_words("donka hopitl").names == ("donka",)
    assert asked_words("donka hopitl").kinds == ("hospital",)
