"""Good files are kept, hostile ones refused under their name; what is kept has nothing beside its content."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.inspection import pictures
from tests.inspection.corpus import DISARMED, GOOD, HOSTILE, unpacked
from web.inspection import FileKind, RefusedError, inspect_file
from web.inspection.child import clean

# One file for each refusal goes the whole way; a child for each of the others would tell nothing more.
WHOLE_WAY = {refusal: name for name, (_, refusal) in reversed(HOSTILE.items())}


@pytest.mark.parametrize("name", GOOD)
def test_good_file_is_kept(name):
    make, kind = GOOD[name]
    found = inspect_file(BytesIO(make()))
    assert found.kind == kind
    assert found.sha256 == hashlib.sha256(found.content).hexdigest()
    assert found.size == len(found.content) > 0


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_under_its_name(name):
    make, refusal = HOSTILE[name]
    with pytest.raises(RefusedError) as refused:
        inspect_here_first(make(), whole_way=name == WHOLE_WAY[refusal])
    assert refused.value.refusal == refusal


def inspect_here_first(sent: bytes, *, whole_way: bool) -> None:
    """Refuse a file in this process, or in a child what only its death or its parent can tell."""
    if not whole_way:
        try:
            clean(sent)
        except RefusedError:
            raise
        except Exception:  # noqa: BLE001 -- what the child would die of
            pass
    inspect_file(BytesIO(sent))


@pytest.mark.parametrize("name", DISARMED)
def test_what_is_kept_says_nothing_else(name):
    make, kind, secret = DISARMED[name]
    sent = make()
    assert secret in unpacked(sent)
    found = inspect_file(BytesIO(sent))
    assert found.kind == kind
    assert secret not in unpacked(found.content)


def test_corpus_is_large_enough():
    assert len(HOSTILE) >= 100
    assert len(GOOD) >= 20


def test_photo_is_turned_upright():
    found = inspect_file(BytesIO(pictures.telephone_photo(orientation=6)))
    with Image.open(BytesIO(found.content)) as image:
        assert image.size == (80, 120)
        assert not image.getexif()
        # What lay on the left is on top now.
        assert image.convert("L").getpixel((40, 10)) < 60
        assert image.convert("L").getpixel((40, 110)) > 200


def test_large_photo_is_made_as_small_as_can_still_be_read():
    found = inspect_file(BytesIO(pictures.jpeg((6000, 4000))))
    with Image.open(BytesIO(found.content)) as image:
        assert image.size == (5000, 3333)


def test_pdf_is_kept_as_it_is_so_that_its_signature_holds():
    sent = GOOD["PDF saved twice"][0]()
    assert inspect_file(BytesIO(sent)).content == sent


def test_pages_are_counted():
    assert inspect_file(BytesIO(GOOD["as many pages as may be"][0]())).pages == 100
    assert inspect_file(BytesIO(GOOD["photo upright"][0]())).pages == 1
    assert inspect_file(BytesIO(GOOD["CV"][0]())).pages is None


def test_word_document_can_still_be_opened():
    found = inspect_file(BytesIO(GOOD["CV with a photo"][0]()))
    with ZipFile(BytesIO(found.content)) as package:
        assert package.testzip() is None
        assert b"I am a midwife." in package.read("word/document.xml")
    assert found.kind == FileKind.DOCX
