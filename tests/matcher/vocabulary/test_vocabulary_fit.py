"""Who may fill what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.fit import REASONS

OCCUPATIONS = st.sampled_from([*Vocabulary.load().occupations, "9999", "2221.99", ""])
SPECIALTIES = st.sampled_from([*Vocabulary.load().specialties, "sorcery"])
MEDICAL_POSTS = ("2211", "2212", "2212.1")


@pytest.mark.parametrize(
    ("held", "asked", "state"),
    [
        ("2221", "2221", "same"),
        ("2212", "2211", "may_fill"),
        ("2211", "2212", "no"),
        ("2211", "2240.1", "may_fill"),
        ("2240.1", "2211", "no"),
        ("2221.1", "2221", "may_fill"),
        ("2221", "2221.1", "no"),
        ("2221", "2221.6", "unknown"),
        ("2221", "3221.1", "may_fill"),
        ("2221.4", "3221", "may_fill"),
        ("3221.1", "2221", "no"),
        ("3221.1", "3221.2", "equivalent"),
        ("3221", "3221.3", "equivalent"),
        ("2240.1", "2240.2", "equivalent"),
        ("2240.1", "2240", "same"),
        ("2262.1", "3212", "may_fill"),
        ("2262.1", "2212.1", "equivalent"),
        ("3212", "2262.1", "no"),
        ("2269", "2269.1", "unknown"),
        ("2269.1", "2269.2", "no"),
        ("2222.1", "2222", "same"),
        ("3222.4", "2222", "no"),
        ("2222", "2261", "no"),
        ("2221.99", "2221", "same"),
        ("2221", "2221.99", "unknown"),
        ("9999", "2221", "unknown"),
    ],
)
def test_occupation(vocabulary, held, asked, state):
    assert vocabulary.occupation_fit(held, asked).state == state


def test_a_midwife_in_a_nurses_post_is_as_the_law_of_the_country_has_it(vocabulary):
    assert vocabulary.occupation_fit("2222", "2221", "ML").state == "no"
    assert vocabulary.occupation_fit("2222", "2221", "GH").state == "unknown"


def test_no_nurse_midwife_or_paramedic_fills_a_doctors_post(vocabulary):
    others = [
        c for c, o in vocabulary.occupations.items() if o.group in {"nursing", "midwifery", "paramedical"}
    ]
    states = {vocabulary.occupation_fit(held, asked).state for held in others for asked in MEDICAL_POSTS}
    assert states == {"no"}


@given(OCCUPATIONS, OCCUPATIONS, st.sampled_from([None, "GH", "ML", "XX"]))
def test_an_occupation_fit_is_well_formed(held, asked, country):
    fit = Vocabulary.load().occupation_fit(held, asked, country)
    assert fit.state in {"same", "equivalent", "may_fill", "no", "unknown"}
    assert 0 <= fit.closeness <= 100
    assert fit.reason in REASONS
    if held == asked:
        assert (fit.state, fit.closeness) == ("same", 100)


@pytest.mark.parametrize(
    ("held", "asked", "occupation", "state"),
    [
        ("cardiology", "cardiology", "2212", "same"),
        ("cardiology", "general_medicine", "2211", "may_fill"),
        ("general_medicine", "cardiology", "2212", "no"),
        ("cardiology", "internal_medicine", "2212", "may_fill"),
        ("internal_medicine", "cardiology", "2212", "no"),
        ("neonatology", "paediatrics", "2212", "may_fill"),
        ("paediatrics", "neonatology", "2212", "no"),
        ("intensive_care", "emergency_medicine", "2221", "neighbour"),
        ("emergency_medicine", "intensive_care", "2221", "neighbour"),
        ("oncology", "general_nursing", "2221", "may_fill"),
        ("pathology", "general_medicine", "2211", "no"),
        ("orthodontics", "general_dentistry", "2261", "may_fill"),
        ("cardiology", "dermatology", "2212", "no"),
        (None, "cardiology", "2212", "unknown"),
        ("cardiology", None, "2212", "same"),
        (None, None, "2221", "same"),
        ("sorcery", "cardiology", "2212", "unknown"),
    ],
)
def test_specialty(vocabulary, held, asked, occupation, state):
    assert vocabulary.specialty_fit(held, asked, occupation).state == state


@given(SPECIALTIES, SPECIALTIES, st.sampled_from(["2211", "2212", "2221", "2261", "2262"]))
def test_a_specialty_fit_is_well_formed(held, asked, occupation):
    fit = Vocabulary.load().specialty_fit(held, asked, occupation)
    assert fit.state in {"same", "may_fill", "neighbour", "no", "unknown"}
    assert 0 <= fit.closeness <= 100
    assert fit.reason in REASONS
