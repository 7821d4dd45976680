"""The official ESCO download enriches the lists and replaces nothing."""

import shutil

import pytest

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.catalogue import read
from matcher.vocabulary.esco import health_part
from matcher.vocabulary.esco_download import Esco, EscoError, read_download


@pytest.fixture(scope="module")
def enriched(esco_folder):
    return Vocabulary.load(esco=esco_folder)


def test_it_adds_languages_synonyms_and_uris(enriched):
    midwife = enriched.occupations["2222"]
    assert midwife.labels["en"] == "Midwife"
    assert midwife.labels["ar"] == "قابلة"
    assert midwife.esco == "u:midwife"
    assert enriched.resolve_occupation("birth companion professional")[0].code == "2222"
    assert enriched.resolve_occupation("قابلة", language="ar")[0].label == "قابلة"


def test_an_occupation_of_its_own_goes_to_its_unit_group(enriched):
    assert enriched.resolve_occupation("polysomnography technician")[0].code == "3259"
    assert enriched.occupations["3259"].esco is None


def test_a_nurses_title_stays_with_the_nurse(enriched):
    assert enriched.resolve_occupation("infirmier anesthésiste", language="fr")[0].code == "2221.1"


def test_skills_of_health_occupations_come_in_and_others_stay_out(enriched):
    assert enriched.skills["cbt"].esco == "u:cbt"
    assert enriched.resolve_skill("talk cure")[0].code == "cbt"
    assert enriched.skills["esco:u:nap"].occupations == ("3259",)
    assert not any("trapeze" in skill.labels["en"] for skill in enriched.skills.values())


def test_its_version_is_its_own(enriched, vocabulary):
    assert enriched.version.startswith(f"{vocabulary.version}-")


def test_the_lists_alone_know_nothing_of_it(vocabulary):
    assert vocabulary.occupations["2222"].esco is None


def test_what_was_stored_gives_the_same_vocabulary(enriched, esco_folder):
    """The service keeps the health part in its database; the shell reads the folder itself."""
    part = health_part(read(), read_download(esco_folder))
    again = Esco.from_json(part.to_json())
    assert again == part == health_part(read(), again)
    vocabulary = Vocabulary.with_esco(again)
    assert vocabulary.version == enriched.version
    assert vocabulary.occupations == enriched.occupations
    assert vocabulary.skills == enriched.skills


def test_the_rest_of_the_economy_stays_out(esco_folder):
    part = health_part(read(), read_download(esco_folder))
    assert {concept.uri for concept in part.occupations} == {"u:midwife", "u:anaesthetic", "u:sleep"}
    assert {concept.uri for concept in part.skills} == {"u:cbt", "u:nap"}
    assert part.relations == (("u:nap", "u:sleep"),)


@pytest.fixture
def copy(esco_folder, tmp_path):
    """The folder, to be changed."""
    return shutil.copytree(esco_folder, tmp_path / "copy")


def test_relations_may_bear_the_language_in_their_name(copy, enriched):
    (copy / "occupationSkillRelations.csv").rename(copy / "occupationSkillRelations_en.csv")
    assert Vocabulary.load(esco=copy).version == enriched.version


def test_our_label_of_another_occupation_stays_ours(copy):
    """ESCO lists "sage-femme" among the names of the health care assistant."""
    with (copy / "occupations_fr.csv").open("a", encoding="utf-8") as file:
        file.write("u:sleep,3259,technicien du sommeil,sage-femme\nu:trapeze,2652,trapéziste,\n")
    vocabulary = Vocabulary.load(esco=copy)
    assert "technicien du sommeil" in vocabulary.occupations["3259"].synonyms["fr"]
    found = vocabulary.resolve_occupation("sage-femme", language="fr")
    assert (found[0].code, found[0].confidence) == ("2222", 1.0)
    assert "3259" not in {suggestion.code for suggestion in found}


def test_only_released_concepts_count(copy):
    (copy / "occupations_fr.csv").write_text(
        "conceptUri,iscoGroup,preferredLabel,altLabels,status\n"
        "u:midwife,2222,accoucheuse diplômée,,released\nu:sleep,3259,veilleuse,,obsolete\n",
        encoding="utf-8",
    )
    names = {concept.uri: concept.names for concept in read_download(copy).occupations}
    assert names["u:midwife"]["fr"] == ("accoucheuse diplômée",)
    assert "fr" not in names["u:sleep"]


def test_short_lines_have_empty_cells(copy):
    with (copy / "occupations_en.csv").open("a", encoding="utf-8") as file:
        file.write("u:short,2221\n\n")
    assert read_download(copy).occupations[-1].names == {"en": ()}
    assert Vocabulary.load(esco=copy).occupations["2221"].labels["en"] == "Registered nurse"


BROKEN = {
    "no csv": (b"uri,label\nx,y\n", "has no column conceptUri"),
    "empty": (b"", "has no column conceptUri"),
    "headings alone": (b"conceptUri,iscoGroup,preferredLabel,altLabels\n", "names no occupation"),
    "another encoding": (
        "conceptUri,preferredLabel,altLabels\nu:1,infirmière,\n".encode("latin-1"),
        "is not UTF-8",
    ),
    "an open quotation mark": (b'conceptUri,preferredLabel,altLabels\nu:1,"nurse,\n', "cannot be read"),
    "an endless cell": (
        b"conceptUri,preferredLabel,altLabels\nu:1," + b"x" * (1 << 21) + b",\n",
        "cannot be read",
    ),
}


@pytest.mark.parametrize(("content", "fault"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named(copy, content, fault):
    for other in copy.glob("*.csv"):
        other.unlink()
    (copy / "occupations_en.csv").write_bytes(content)
    with pytest.raises(EscoError, match=f"^occupations_en.csv {fault}"):
        Vocabulary.load(esco=copy)


def test_names_of_other_languages_alone_are_no_download(copy):
    """English names are what ESCO and our lists meet by."""
    (copy / "occupations_en.csv").write_text("conceptUri,iscoGroup,preferredLabel,altLabels\n", "utf-8")
    with pytest.raises(EscoError, match=r"^occupations_en.csv names no occupation"):
        read_download(copy)


def test_a_folder_that_is_no_download_is_refused(tmp_path):
    with pytest.raises(EscoError, match=r"no occupations_en\.csv"):
        Vocabulary.load(esco=tmp_path)
