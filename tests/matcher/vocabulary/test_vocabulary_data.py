"""The lists are complete, free of contradictions and large enough."""

from dataclasses import replace

import pytest

from matcher.vocabulary.catalogue import Abbreviation, Rule, digest, read
from matcher.vocabulary.check import check
from matcher.vocabulary.fit import Fit

HEALTH_GROUPS = {
    "134": "23",
    "221": "12",
    "222": "12",
    "223": "0",
    "224": "0",
    "226": "12345679",
    "263": "45",
    "321": "1234",
    "322": "12",
    "323": "0",
    "325": "123456789",
    "334": "4",
    "532": "129",
}


def test_the_lists_are_clean():
    assert check(read()) == []


def test_the_lists_cover_the_field(vocabulary):
    assert len(vocabulary.occupations) >= 140
    assert len(vocabulary.specialties) >= 120
    assert len(vocabulary.skills) >= 550


def test_every_health_unit_group_of_isco_is_there(vocabulary):
    groups = {f"{first}{last}" for first, lasts in HEALTH_GROUPS.items() for last in lasts}
    assert groups - vocabulary.occupations.keys() == set()


def test_relations_of_skills_hold_both_ways(vocabulary):
    one_way = [
        (code, other)
        for code, skill in vocabulary.skills.items()
        for other, closeness in skill.related.items()
        if vocabulary.skills[other].related.get(code) != closeness
    ]
    assert one_way == []


def test_the_version_is_a_hash_of_the_data(vocabulary, tmp_path):
    file = tmp_path / "a.tsv"
    file.write_text("one")
    before = digest([file])
    file.write_text("two")
    assert vocabulary.version == read().digest
    assert before != digest([file])


def test_the_check_sees_an_orphaned_rule_a_double_rule_and_an_unknown_reason():
    lists = read()
    rule = Rule("2221", "9999", Fit("no", 0, "because"), frozenset())
    faults = check(replace(lists, substitutions=(rule, rule)))
    assert faults == [
        "rule 2221 for 9999 does not join two codes",
        "rule 2221 for 9999 has an unknown reason: because",
        "rule 2221 for 9999 does not join two codes",
        "rule 2221 for 9999 has an unknown reason: because",
        "rule 2221 for 9999 stands twice",
    ]


def test_the_check_sees_a_wording_of_two_codes_a_missing_label_and_a_title_outside_health():
    lists = read()
    nurse = replace(
        lists.occupations["2221"], labels={"en": "Midwife", "fr": "Infirmier"}, synonyms={"en": ("plumber",)}
    )
    faults = check(replace(lists, occupations={**lists.occupations, "2221": nurse}))
    assert "occupation 2221 has no label in pt" in faults
    assert "occupation wording 'midwife' is claimed by 2221, 2222" in faults
    assert "'plumber' names occupation 2221 and stands outside health" in faults


def test_the_check_sees_letters_without_a_code_or_with_two_meanings_in_one_place():
    lists = read()
    letters = Abbreviation("XYZ", "skill", "nothing", "en", frozenset(), "x y z")
    faults = check(replace(lists, abbreviations=(letters, letters)))
    assert "XYZ stands for no skill: nothing" in faults
    assert "letters XYZ stand twice for a skill in en" in faults


def test_the_check_sees_orphaned_groups_specialties_and_relations():
    lists = read()
    stray = replace(lists.occupations["2221.1"], code="9999.1", isco="9999", specialty="sorcery")
    lone = replace(lists.skills["intubation"], related={"intubation": 50}, occupations=("9999",))
    faults = check(
        replace(
            lists,
            occupations={**lists.occupations, "9999.1": stray},
            skills={**lists.skills, "intubation": lone},
        )
    )
    assert "occupation 9999.1 has no unit group" in faults
    assert "occupation 9999.1 names no specialty: sorcery" in faults
    assert "intubation names no occupation: 9999" in faults
    assert "skill intubation is related to no other skill: intubation" in faults


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Centre de Santé Intégré", "integrated_health_centre"),
        ("CENTRES DE SANTE INTEGRES", "integrated_health_centre"),
        ("hospital, regional", "regional_hospital"),
        ("Hospitais Centrais", "central_hospital"),
        ("CSPS", "health_promotion_centre"),
        ("Maternal & Child Health Post", "maternal_child_post"),
    ],
)
def test_facilities_are_known_by_what_lists_call_them(vocabulary, words, code):
    assert vocabulary.facility_type(words).code == code


@pytest.mark.parametrize("words", ["", "Nowhere", "health", "Health centre of nowhere"])
def test_other_words_name_no_facility_type(vocabulary, words):
    assert vocabulary.facility_type(words) is None
