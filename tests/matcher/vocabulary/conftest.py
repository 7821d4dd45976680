from pathlib import Path

import pytest

from matcher.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def vocabulary():
    """Give ours, each kind ready: the first question of a kind takes longer than the others."""
    vocabulary = Vocabulary.load()
    for kind in ("occupation", "specialty", "skill"):
        vocabulary.complete(kind, "nurse")
    return vocabulary


@pytest.fixture(scope="session")
def esco_folder(tmp_path_factory):
    """A small folder in the layout of the official ESCO download, with concepts of our own invention."""
    folder: Path = tmp_path_factory.mktemp("esco")
    columns = "conceptUri,iscoGroup,preferredLabel,altLabels\n"
    (folder / "occupations_en.csv").write_text(
        columns
        + "u:midwife,2222,midwife,birth companion professional\n"
        + "u:anaesthetic,3259,anaesthetic technician,\n"
        + "u:trapeze,2652,trapeze artist,\n"
        + "u:sleep,3259,sleep laboratory technician,polysomnography technician\n",
        encoding="utf-8",
    )
    (folder / "occupations_fr.csv").write_text(
        columns
        + "u:midwife,2222,maïeuticien/sage-femme,\n"
        + "u:anaesthetic,3259,infirmier anesthésiste/infirmière anesthésiste,\n",
        encoding="utf-8",
    )
    (folder / "occupations_ar.csv").write_text(columns + "u:midwife,2222,قابلة,\n", encoding="utf-8")
    (folder / "skills_en.csv").write_text(
        'conceptUri,preferredLabel,altLabels\nu:cbt,cognitive behavioural therapy,"CBT method\ntalk cure"\n'
        "u:nap,score sleep stages,stage sleep\nu:swing,swing on a trapeze,\n",
        encoding="utf-8",
    )
    (folder / "occupationSkillRelations.csv").write_text(
        "occupationUri,relationType,skillType,skillUri\n"
        "u:sleep,essential,skill/competence,u:nap\nu:trapeze,essential,skill/competence,u:swing\n",
        encoding="utf-8",
    )
    return folder
