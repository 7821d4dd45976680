"""The check command finds each kind of fault, planted one at a time into a copy of the lists."""

import shutil

import pytest

from matcher.vocabulary.check import check_folder, main
from matcher.vocabulary.table import DATA


@pytest.fixture
def folder(tmp_path):
    """The lists as shipped, to be spoilt."""
    return shutil.copytree(DATA, tmp_path / "data")


def spoil(folder, name, old, new):
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def add(folder, name, *cells):
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\t".join(cells) + "\n")


SPOILT = {
    "a kind of facility without a name": (
        "facility_types.tsv",
        "\tDispensaire\t",
        "\t\t",
        "facility_type dispensary has no label in fr",
    ),
    "a missing translation": (
        "skills.tsv",
        "Hysterectomy; abdominal hysterectomy; vaginal hysterectomy\t",
        "\t",
        "skill hysterectomy has no label in en",
    ),
    "practitioners without a title in one language": (
        "specialties.tsv",
        "rheumatologist; rheumatology physician; arthritis specialist; joint specialist\t",
        "\t",
        "specialty rheumatology has no title of its practitioners in en",
    ),
    "a wording twice": (
        "occupations.tsv",
        "\tPhysiotherapist; ",
        "\tPhysiotherapist; physio-therapist; Physio therapist; ",
        "occupation 2264 says 'physio therapist' twice in en",
    ),
    "a title twice": (
        "specialties.tsv",
        "\tcardiologist; ",
        "\tcardiologist; Cardiologist; ",
        "specialty cardiology says 'cardiologist' twice in en",
    ),
    "a wording of two codes": (
        "occupations.tsv",
        "\tPhysiotherapist; ",
        "\tPhysiotherapist; Midwife; ",
        "occupation wording 'midwife' is claimed by 2222, 2264",
    ),
    "a title of two specialties": (
        "specialties.tsv",
        "\tcardiologist; ",
        "\tcardiologist; rheumatologist; ",
        "specialty wording 'rheumatologist' is claimed by cardiology, rheumatology",
    ),
    "letters that stand for another code's wording": (
        "abbreviations.tsv",
        "RM\toccupation\t2222\ten\t\tRegistered midwife",
        "RM\toccupation\t2222\ten\t\tRegistered nurse",
        "occupation wording 'registered nurse' is claimed by 2221, 2222",
    ),
    "two words taken for genders": (
        "occupations.tsv",
        "Médico/médica dentista",
        "Médico dentista/médica dentista",
        "occupation 2261: 'dentista/médica' in 'Médico dentista/médica dentista' is not one word",
    ),
    "a title outside health that is health": (
        "not_health.tsv",
        "\nveterinarian; ",
        "\nveterinarian; midwife; ",
        "'Midwife' names occupation 2222 and stands outside health",
    ),
    "a skill of no occupation": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t\t",
        "hysterectomy belongs to no occupation",
    ),
    "an occupation that does not exist": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t9999\t",
        "hysterectomy names no occupation: 9999",
    ),
    "a related skill that does not exist": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t2212\tsorcery:60",
        "skill hysterectomy is related to no other skill: sorcery",
    ),
    "a relation entered from both sides": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t2212\tobstetric_surgery:20",
        "the relation of hysterectomy and obstetric_surgery stands twice",
    ),
    "a code twice": ("occupations.tsv", "\n2265\t", "\n2264\t", "code 2264 stands twice"),
    "a line with a cell too few": (
        "abbreviations.tsv",
        "RM\toccupation\t2222\ten\t\t",
        "RM\toccupation\t2222\ten\t",
        "abbreviations.tsv, line ",
    ),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_a_spoilt_line_is_found(folder, kind):
    name, old, new, fault = SPOILT[kind]
    spoil(folder, name, old, new)
    assert any(found.startswith(fault) for found in check_folder(folder))


ADDED = {
    "letters of two meanings in one country": (
        "abbreviations.tsv",
        ("ATS", "occupation", "2222", "fr", "DZ", "Sage-femme d'État"),
        "letters ATS stand twice for a occupation in fr",
    ),
    "letters of no code": (
        "abbreviations.tsv",
        ("XYZ", "skill", "sorcery", "en", "", "x y z"),
        "XYZ stands for no skill: sorcery",
    ),
    "a rule twice": (
        "substitutions.tsv",
        ("2212", "2211", "may_fill", "85", "specialist_in_general_post", ""),
        "rule 2212 for 2211 stands twice",
    ),
    "a rule of one code": (
        "substitutions.tsv",
        ("2212", "2212", "may_fill", "85", "same_field", ""),
        "rule 2212 for 2212 does not join two codes",
    ),
    "a rule of an unknown reason": (
        "substitutions.tsv",
        ("2212", "2265", "no", "10", "because", ""),
        "rule 2212 for 2265 has an unknown reason: because",
    ),
    "a rule against its reason": (
        "substitutions.tsv",
        ("3221", "2222", "may_fill", "60", "lower_cadre", ""),
        "rule 3221 for 2222 says may_fill because lower_cadre",
    ),
    "a rule against another of the same country": (
        "substitutions.tsv",
        ("2222", "2221", "no", "10", "separate_profession", "GH"),
        "rule 2222 for 2221 says unknown and no for one country",
    ),
    "a rule against the way back": (
        "substitutions.tsv",
        ("2221", "2222.1", "no", "10", "separate_profession", ""),
        "rule 2221 for 2222.1 says no, the way back equivalent",
    ),
    "neighbours entered from both sides": (
        "specialty_fits.tsv",
        ("emergency_medicine", "intensive_care", "neighbour", "20", "same_field"),
        "rule emergency_medicine for intensive_care says neighbour, the way back neighbour",
    ),
    "a rule of no specialty": (
        "specialty_fits.tsv",
        ("sorcery", "cardiology", "neighbour", "20", "same_field"),
        "rule sorcery for cardiology does not join two codes",
    ),
}


@pytest.mark.parametrize("kind", ADDED)
def test_an_added_line_is_found(folder, kind):
    name, cells, fault = ADDED[kind]
    add(folder, name, *cells)
    assert fault in check_folder(folder)


def test_letters_may_mean_other_things_in_other_countries(folder):
    add(
        folder,
        "abbreviations.tsv",
        "ATS",
        "occupation",
        "2222",
        "fr",
        "TD",
        "Accoucheuse traditionnelle suivie",
    )
    assert check_folder(folder) == []


def test_the_command_is_clean_on_the_lists_as_shipped(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out == ""


def test_the_command_prints_each_fault_and_fails(folder, capsys):
    add(folder, "abbreviations.tsv", "XYZ", "skill", "sorcery", "en", "", "x y z")
    assert main([str(folder)]) == 1
    assert capsys.readouterr().out == "XYZ stands for no skill: sorcery\n"
