"""Names that files had elsewhere."""

import pytest

from web.inspection import clean_name

NAMES = {
    "Diplôme d'État.pdf": "Diplôme d'État",
    "C:\\Users\\Ama\\licence 2024.JPG": "licence 2024",
    "../../etc/passwd": "passwd",
    "IMG_0001.jpeg": "IMG_0001",
    "cv\u202egpj.exe": "cvgpj",
    "a\0b\r\nc.pdf": "abc",
    "\ud800lone.pdf": "lone",
    "  many   blanks  .pdf": "many blanks",
    "e\u0301tat.pdf": "état",
    "файл.pdf": "файл",
    "شهادة.pdf": "شهادة",
    ".pdf": "",
    "...": "",
    "": "",
    "a" * 300 + ".pdf": "a" * 80,
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_name_is_made_fit_to_be_shown(name):
    assert clean_name(name) == NAMES[name]
