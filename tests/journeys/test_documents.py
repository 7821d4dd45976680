"""Papers in a real browser: sent from a telephone without scripts, refused in words, replaced, opened."""

from hashlib import sha256
from pathlib import Path

import pytest

from tests.factories import ActiveProfessionalFactory, CoordinatorFactory
from tests.inspection import pictures
from tests.inspection.packages import docx
from tests.inspection.pdfs import pdf

LIST = "/professional/profile/documents"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with what a nurse has on her telephone."""
    folder = tmp_path / "files"
    folder.mkdir()
    contents = {
        "IMG_2041.HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        "IMG_2042.jpg": pictures.telephone_photo(),
        "Licence NMC.pdf": pdf(pages=2),
        "CV.docx": docx(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def choose(person, file: Path) -> None:
    person.page.locator("input[type=file]").set_input_files(file)


def test_from_the_telephone_to_the_coordinator(session, make_person, files):
    professional, coordinator = ActiveProfessionalFactory(), CoordinatorFactory(countries=("GH",))
    licence = professional.licences[0]
    session.commit()

    nurse = make_person(professional.user.email, width=360, scripts=False)
    nurse.sign_in()
    nurse.open("/professional/profile")
    nurse.follow("/profile/documents")
    assert "You have not sent a document yet." in nurse.text()
    nurse.follow("/documents/new")
    assert "up to 10 MB" in nurse.text()

    choose(nurse, files / "IMG_2041.HEIC")
    nurse.send(category="licence", supports=f"licence-{licence.id}")
    assert "This is an iPhone photo (HEIC)" in nurse.text()
    assert nurse.page.locator("[name=category][value=licence]").is_checked()

    choose(nurse, files / "IMG_2042.jpg")
    nurse.send()
    assert nurse.path() == LIST
    assert "Kept. A coordinator looks at it" in nurse.text()

    nurse.follow("/replace")
    choose(nurse, files / "Licence NMC.pdf")
    nurse.send()
    assert "Licence or registration: Licence NMC" in nurse.text()
    assert "Replaced documents" in nurse.text()

    checker = make_person(coordinator.email)
    checker.sign_in()
    checker.open(f"/coordinator/licences/{licence.id}")
    with checker.page.expect_download() as saving:
        checker.page.get_by_role("link", name="Licence or registration: Licence NMC", exact=True).click()
    saved = saving.value
    assert saved.suggested_filename.startswith("licence-")
    assert sha256(Path(saved.path()).read_bytes()).digest() == sha256(pdf(pages=2)).digest()
