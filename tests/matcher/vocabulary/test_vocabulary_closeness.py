"""How near two skills are, as codes and as phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


def test_codes(vocabulary):
    assert vocabulary.skill_closeness("intubation", "intubation") == 100
    assert vocabulary.skill_closeness("intubation", "airway_management") == 85
    assert vocabulary.skill_closeness("airway_management", "intubation") == 85
    assert vocabulary.skill_closeness("intubation", "dental_extraction") == 0
    assert vocabulary.skill_closeness("sorcery", "intubation") == 0


@pytest.mark.parametrize(
    ("asked", "stated", "least"),
    [
        ("prise en charge des hémorragies du post-partum", "PPH management, B-Lynch", 90),
        ("caesarean section", "césariennes", 90),
        ("gestion de la chaîne du froid", "cold chain management", 90),
        ("infection prevention and control", "PCI", 85),
        ("malaria microscopy", "goutte épaisse", 90),
        ("paludisme grave", "tratamento da malária grave", 90),
        ("airway management", "intubation orotrachéale", 70),
        ("supervision formative", "Team leadership; supportive supervision visits", 70),
    ],
)
def test_phrases_of_one_meaning_are_near(vocabulary, asked, stated, least):
    assert vocabulary.phrase_closeness(asked, stated) >= least


@pytest.mark.parametrize(
    ("asked", "stated"),
    [
        ("caesarean section", "gestion budgétaire"),
        ("dental extraction", "malaria microscopy"),
        ("mechanical ventilation", "health education"),
        ("intubation", ""),
        ("", ""),
    ],
)
def test_phrases_of_other_meanings_are_far(vocabulary, asked, stated):
    assert vocabulary.phrase_closeness(asked, stated) <= 30


@given(a=st.text(max_size=60), b=st.text(max_size=60))
def test_closeness_is_the_same_both_ways(vocabulary, a, b):
    assert 0 <= vocabulary.phrase_closeness(a, b) <= 100
    assert vocabulary.phrase_closeness(a, b) == vocabulary.phrase_closeness(b, a)


def test_skills_named_in_a_summary(vocabulary):
    text = "Ten years in Bo via MSF: PPH management, césarienne, TB and DHIS2; taught at the art school."
    assert list(vocabulary.mentioned_skills(text)) == [
        "postpartum_haemorrhage",
        "caesarean_section",
        "tb_care",
        "dhis2",
    ]


def test_a_hostile_summary_is_answered(vocabulary):
    assert vocabulary.mentioned_skills("\0" * 1_000_000) == {}
