"""Skills are put in order of meaning where an encoder is there to say it."""

import numpy as np
import pytest

from matcher.vocabulary import Suggestion
from matcher.vocabulary.meaning import MeaningOrder

MEANINGS = {"play therapy": 0, "Triage": 1, "tri des patients": 1}


def encode(sentences):
    return np.eye(3)[[MEANINGS.get(sentence, 2) for sentence in sentences]]


def suggestion(code, confidence):
    return Suggestion(code, code, "skill", confidence, code)


@pytest.fixture
def order(vocabulary):
    return MeaningOrder(vocabulary.skills, encode)


def test_what_means_the_same_comes_first(order):
    found = [suggestion("patient_education", 0.42), suggestion("triage", 0.3)]
    assert [one.code for one in order.ordered("tri des patients", found)] == ["triage", "patient_education"]


def test_a_known_wording_keeps_its_place(order):
    found = [suggestion("patient_education", 1.0), suggestion("triage", 0.2)]
    assert order.ordered("tri des patients", found) == found
