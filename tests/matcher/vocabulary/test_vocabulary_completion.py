"""Words that are not finished yet are completed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.vocabulary.completion import Completion
from matcher.vocabulary.lexicon import Entry
from matcher.vocabulary.wording import plain

BEGUN = [
    ("occupation", "midw", "en", "2222"),
    ("occupation", "phar", "fr", "2262"),
    ("occupation", "infirmier de b", "fr", "2221.2"),
    ("occupation", "aide so", "fr", "5321"),
    ("occupation", "enf", "pt", "2221"),
    ("specialty", "cardio", "en", "cardiology"),
    ("skill", "newborn res", "en", "newborn_resuscitation"),
    ("skill", "vacc", "fr", "immunisation"),
]


@pytest.mark.parametrize(("kind", "text", "language", "code"), BEGUN)
def test_the_likeliest_comes_first(vocabulary, kind, text, language, code):
    assert vocabulary.complete(kind, text, language=language)[0].code == code


def test_a_wording_of_another_country_is_not_offered():
    here = Entry("aide technique sanitaire", "5321", "occupation", "fr", frozenset({"DZ"}))
    completion = Completion([here], [])
    assert completion.of("aide t", "fr", "DZ") == {"5321": 0}
    assert completion.of("aide t", "fr", "CD") == completion.of("aide t", "fr", None) == {}


def test_each_is_as_likely_as_the_others(vocabulary):
    found = vocabulary.complete("occupation", "midw", language="en", limit=99)
    assert {one.confidence for one in found} == {round(1 / len(found), 3)}


@pytest.mark.parametrize("text", ["", " ", "a", "zzz", "\0", "truck driver", "véterinaire"])
def test_nothing_begins_like_it(vocabulary, text):
    assert vocabulary.complete("occupation", text) == []


@given(text=st.text(max_size=40), kind=st.sampled_from(["occupation", "specialty", "skill"]))
def test_whatever_is_typed_the_wording_begins_like_it(vocabulary, text, kind):
    for found in vocabulary.complete(kind, text, language="fr"):
        words = plain(found.matched).split()
        assert all(any(word.startswith(begun) for word in words) for begun in plain(text).split())
