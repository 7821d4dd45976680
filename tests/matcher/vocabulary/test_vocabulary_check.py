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
    "letters of an unknown kind": (
        "abbreviations.tsv",
        "RM\toccupation\t",
        "RM\toccupations\t",
        "abbreviations.tsv, line ",
    ),
    "an unknown tie": (
        "occupations.tsv",
        "2221.1\tnursing\tspecialised",
        "2221.1\tnursing\tspecialized",
        "occupations.tsv, line ",
    ),
    "a code of no unit group": (
        "occupations.tsv",
        "\n2265\t",
        "\nnutrition\t",
        "occupation nutrition is no code",
    ),
    "a quotation mark of a spreadsheet": (
        "occupations.tsv",
        "\tPhysiotherapist; ",
        '\t"Physiotherapist; ',
        "occupation 2264 has a quotation mark in a wording",
    ),
    "an unknown state": (
        "substitutions.tsv",
        "\tmay_fill\t",
        "\tmay-fill\t",
        "substitutions.tsv, line ",
    ),
    "a closeness that is no number": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t2212\tobstetric_surgery:near",
        "skills.tsv, line ",
    ),
    "a closeness above 99": (
        "skills.tsv",
        "hysterectomy\tmaternal_newborn\t2212\t",
        "hysterectomy\tmaternal_newborn\t2212\tobstetric_surgery:150",
        "skills.tsv, line ",
    ),
    "a misspelt column": (
        "abbreviations.tsv",
        "\nletters\t",
        "\nletter\t",
        "abbreviations.tsv has no column letters",
    ),
    "special words that are no TOML": ("words.toml", "empty = [", "empty = ", "words.toml cannot be read"),
    "special words without a list": ("words.toml", "faint = [", "feint = [", "words.toml has no faint"),
    "a special word with an accent": (
        "words.toml",
        'labo = "laboratoire"',
        'labó = "laboratoire"',
        "words.toml cannot be read",
    ),
    "a special word in capitals": (
        "words.toml",
        'labo = "laboratoire"',
        'LABO = "laboratoire"',
        "words.toml: 'LABO' must be in lower case and without accents",
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
    "letters without the words they stand for": (
        "abbreviations.tsv",
        ("XYZ", "occupation", "2221", "en", "", ""),
        "letters 'XYZ' or the words they stand for are missing",
    ),
    "letters of no language": (
        "abbreviations.tsv",
        ("XYZ", "occupation", "2221", "FR", "", "x y z"),
        "letters XYZ have no language of the lists: 'FR'",
    ),
    "letters of no country": (
        "abbreviations.tsv",
        ("XYZ", "occupation", "2221", "fr", "SN,ML", "x y z"),
        "letters XYZ name no country: SN,ML",
    ),
    "a rule of no country": (
        "substitutions.tsv",
        ("2211", "3214", "no", "10", "separate_profession", "Ghana"),
        "rule 2211 for 3214 names no country: Ghana",
    ),
    "a word of the glossary without translation": (
        "glossary.tsv",
        ("zebra", "", "zebra"),
        "glossary.tsv has a line without a word in each language: zebra, , zebra",
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


@pytest.mark.parametrize(
    ("encoding", "faults"),
    [("utf-8-sig", []), ("utf-16", ["occupations.tsv is not UTF-8"])],
)
def test_editors_save_in_other_ways(folder, encoding, faults):
    file = folder / "occupations.tsv"
    file.write_text(file.read_text("utf-8"), encoding, newline="\r\n")
    assert check_folder(folder) == faults


def test_a_file_that_is_missing_is_named(folder):
    (folder / "skills.tsv").unlink()
    assert check_folder(folder) == ["skills.tsv is missing"]


@pytest.fixture(scope="module")
def faults(tmp_path_factory):
    """What is found once every such line is added: none of them hides another."""
    folder = shutil.copytree(DATA, tmp_path_factory.mktemp("lists") / "data")
    for name, cells, _ in ADDED.values():
        add(folder, name, *cells)
    return check_folder(folder)


@pytest.mark.parametrize("kind", ADDED)
def test_an_added_line_is_found(faults, kind):
    assert ADDED[kind][2] in faults


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
