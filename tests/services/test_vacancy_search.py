import pytest

from web.queries.open_vacancies import TypedWords
from web.services.vacancy_search import understand_words


def understood(text, language="en"):
    return understand_words(text, language=language)


@pytest.mark.parametrize(
    ("text", "countries", "words"),
    [
        ("Sierra Leone", {"SL"}, ()),
        ("guinée-bissau", {"GW"}, ()),
        ("hôpital Guinée", {"GN"}, ("hôpital",)),
        ("congo", {"CD", "CG"}, ()),
        ("RDC", {"CD"}, ()),
        ("côte d'ivoire Bouaké", {"CI"}, ("Bouaké",)),
        ("Mali Niger", {"ML", "NE"}, ()),
        ("Donka", set(), ("Donka",)),
        # Two or three letters are words of other languages more often than countries.
        ("infirmier de bloc", set(), ("infirmier", "de", "bloc")),
    ],
)
def test_countries_are_taken_out_of_the_words(text, countries, words):
    typed = understood(text)
    assert (typed.countries, typed.words) == (countries, words)


def test_occupation_is_known_in_any_language_and_other_words_stay():
    typed = understood("sage-femme Donka")
    assert "2222" in typed.occupations
    assert typed.words == ("sage-femme", "Donka")
    assert typed.words_besides == ("Donka",)


def test_words_that_name_no_occupation_are_only_words():
    typed = understood("Donka")
    assert typed.occupations == frozenset()
    assert typed.words_besides == ("Donka",)


def test_nothing_typed_is_nothing_asked():
    assert understood("   ") == TypedWords()
