"""What `vocabulary import-esco` stores is found by everybody from the next request on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from matcher.vocabulary import Vocabulary
from tests.factories.professionals import ActiveProfessionalFactory, HeldSkillFactory
from web.models.audit import AuditEntry
from web.models.esco import EscoPart
from web.models.wording import CodeKind
from web.services.matching import current_pool
from web.services.vocabulary import current_vocabulary, occupation_label, resolve, skill_label, take_up_esco
from web.services.vocabulary.esco import import_esco as import_esco_part
from web.services.vocabulary.esco import read_health_part

pytestmark = pytest.mark.usefixtures("database")

HEADINGS = "conceptUri,iscoGroup,preferredLabel,altLabels\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small folder in the layout of the download."""
    (tmp_path / "occupations_en.csv").write_text(
        HEADINGS + "u:midwife,2222,midwife,birth companion professional\nu:cook,5120,cook,\n",
        encoding="utf-8",
    )
    (tmp_path / "occupations_ar.csv").write_text(HEADINGS + "u:midwife,2222,قابلة,\n", encoding="utf-8")
    (tmp_path / "skills_en.csv").write_text(
        HEADINGS + "u:s/nap,,score sleep stages,\nu:s/boil,,boil an egg,\n", encoding="utf-8"
    )
    (tmp_path / "skills_fr.csv").write_text(
        HEADINGS + "u:s/nap,,coter les stades du sommeil,\n", encoding="utf-8"
    )
    (tmp_path / "occupationSkillRelations_en.csv").write_text(
        "occupationUri,relationType,skillType,skillUri\nu:midwife,essential,,u:s/nap\nu:cook,essential,,u:s/boil\n",
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture(autouse=True)
def _own_words_again(session: Session) -> Iterator[None]:
    """The vocabulary belongs to the process: leave it as it was."""
    yield
    session.rollback()
    session.execute(delete(EscoPart))
    session.commit()
    take_up_esco(session)


@pytest.fixture
def import_esco(command_line, session: Session):
    def run(*arguments: str):
        result = command_line.invoke(args=["vocabulary", "import-esco", *arguments])
        session.rollback()
        return result

    return run


@pytest.fixture
def store(session: Session):
    """Give a function that stores a folder as the command does, without learning its words at once."""

    def store(folder: Path) -> None:
        session.rollback()
        import_esco_part(session, part=read_health_part(folder))
        session.commit()
        take_up_esco(session)

    return store


def test_new_names_are_found_and_shown(import_esco, folder: Path) -> None:
    result = import_esco(str(folder))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 occupations and 1 skills with 5 names" in result.stdout
    found = resolve(CodeKind.OCCUPATION, "birth companion professional", language="en")
    assert found[0].code == "2222"
    assert skill_label("esco:nap", "fr") == "coter les stades du sommeil"
    assert occupation_label("2222", "ar") == "قابلة"


def test_the_shell_reads_the_same_vocabulary(store, folder: Path) -> None:
    store(folder)
    assert current_vocabulary().version == Vocabulary.load(esco=folder).version


def test_the_same_again_changes_nothing(import_esco, store, session: Session, folder: Path) -> None:
    store(folder)
    vocabulary = current_vocabulary()
    assert "nothing was changed" in import_esco(str(folder)).stdout
    assert current_vocabulary() is vocabulary
    assert session.scalar(select(func.count()).select_from(EscoPart)) == 1
    assert session.scalars(select(AuditEntry.action)).all() == ["vocabulary.import_esco"]


def test_another_release_replaces_it(store, session: Session, folder: Path) -> None:
    store(folder)
    (folder / "skills_fr.csv").write_text(
        HEADINGS + "u:s/nap,,noter les phases de sommeil,\n", encoding="utf-8"
    )
    store(folder)
    assert skill_label("esco:nap", "fr") == "noter les phases de sommeil"
    assert session.scalar(select(func.count()).select_from(EscoPart)) == 1


def test_a_dry_run_stores_nothing(import_esco, session: Session, folder: Path) -> None:
    assert "nothing was changed" in import_esco(str(folder), "--dry-run").stdout
    assert session.scalar(select(EscoPart)) is None
    assert current_vocabulary() is Vocabulary.load()


def test_a_folder_that_is_no_download_changes_nothing(
    import_esco, store, session: Session, folder: Path
) -> None:
    store(folder)
    before = session.scalar(select(EscoPart.digest))
    (folder / "occupations_en.csv").write_text("Beruf;Gruppe\n", encoding="utf-8")
    result = import_esco(str(folder))
    assert result.exit_code == 1
    assert "occupations_en.csv has no column conceptUri" in result.stderr
    session.rollback()
    assert session.scalar(select(EscoPart.digest)) == before


def test_the_pool_is_read_again_with_the_new_words(store, session: Session, folder: Path) -> None:
    person = ActiveProfessionalFactory()
    HeldSkillFactory(professional=person, code=None, phrase="score sleep stages")
    session.commit()
    assert held_codes(session, person.id) == [None]
    store(folder)
    assert held_codes(session, person.id) == ["esco:nap"]


def test_a_code_that_left_with_a_release_is_read_by_its_words(store, session: Session, folder: Path) -> None:
    person = ActiveProfessionalFactory()
    HeldSkillFactory(professional=person, code="esco:nap", phrase="score sleep stages")
    session.commit()
    store(folder)
    assert held_codes(session, person.id) == ["esco:nap"]
    (folder / "skills_en.csv").write_text(HEADINGS, encoding="utf-8")
    store(folder)
    assert held_codes(session, person.id) == [None]


def held_codes(session: Session, number: int) -> list[str | None]:
    """Give the code of each skill but the one every made-up person has."""
    session.rollback()
    return [skill.code for skill in current_pool(session).pool.get(str(number)).skills][1:]


def test_pages_name_the_source(store, client, page, folder: Path) -> None:
    notice = "This service uses the ESCO classification of the European Commission"
    assert notice not in page(client.get("/about")).text()
    store(folder)
    assert f"{notice}: 1 occupations and 1 skills of health work" in page(client.get("/about")).text()
