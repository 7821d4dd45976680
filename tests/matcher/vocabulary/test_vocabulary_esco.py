"""The official ESCO download enriches the lists and replaces nothing."""

import pytest

from matcher.vocabulary import Vocabulary
from matcher.vocabulary.esco import EscoError


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


def test_a_folder_that_is_no_download_is_refused(tmp_path):
    with pytest.raises(EscoError, match=r"no occupations_en\.csv"):
        Vocabulary.load(esco=tmp_path)
    (tmp_path / "occupations_en.csv").write_text("uri,label\nx,y\n")
    with pytest.raises(EscoError, match="has no column"):
        Vocabulary.load(esco=tmp_path)
