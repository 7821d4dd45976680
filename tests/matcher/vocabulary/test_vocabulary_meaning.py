"""Skills are found by meaning where an encoder is there to say it."""

from itertools import pairwise

import numpy as np
import pytest

from matcher.vocabulary import Suggestion
from matcher.vocabulary.meaning import Encoder, MeaningOrder

MEANINGS = {"play therapy": 0, "Triage": 1, "sorting of patients": 1, "tri des patients": 1}


def encode(sentences):
    """Give one direction for each meaning, and another for everything else."""
    return np.eye(3)[[MEANINGS.get(sentence, 2) for sentence in sentences]]


def suggestion(code, confidence):
    return Suggestion(code, code, "skill", confidence, code)


@pytest.fixture
def order(vocabulary, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return MeaningOrder(vocabulary.skills, Encoder("three directions", encode))


def test_what_means_the_same_comes_first(order):
    found = [suggestion("patient_education", 0.42), suggestion("triage", 0.3)]
    ordered = order.ordered("tri des patients", found, "fr", 5)
    assert ordered[0].code == "triage"
    assert all(a.confidence >= b.confidence for a, b in pairwise(ordered))


def test_it_finds_what_shares_no_word(order):
    ordered = order.ordered("tri des patients", [suggestion("patient_education", 0.42)], "fr", 5)
    assert (ordered[0].code, ordered[0].label, ordered[0].matched) == ("triage", "Triage", "Triage")


def test_a_known_wording_keeps_its_place(order):
    found = [suggestion("patient_education", 1.0), suggestion("triage", 0.2)]
    assert order.ordered("tri des patients", found, "fr", 5) == found


def test_words_of_other_work_stay_refused(order):
    assert order.ordered("tri des patients", [], "fr", 5) == []


def test_names_are_encoded_once(order, vocabulary):
    def refuse(sentences):
        raise AssertionError(sentences)

    again = MeaningOrder(vocabulary.skills, Encoder("three directions", refuse))
    assert np.array_equal(again._vectors, order._vectors)
