"""Every sentence of the pages and letters is in every catalogue, with the same placeholders."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.architecture.house import ROOT
from web.i18n import DEFAULT_LANGUAGE, LANGUAGES, TRANSLATIONS

METHODS = [("**.py", "python"), ("templates/**.html", "jinja2"), ("templates/**.txt", "jinja2")]
KEYWORDS = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2), "_n": (1, 2)}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def collect_messages(folder: Path) -> dict[str, tuple[str, ...]]:
    """Give every message in the source with its forms; the first form is its key."""
    found = extract_from_dir(folder, METHODS, keywords=KEYWORDS, options_map={"**": {"silent": "false"}})
    messages = (message for _file, _line, message, _comments, _context in found)
    return {forms[0]: forms for forms in (_forms(message) for message in messages)}


def _forms(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (message,)


def find_gaps(messages: dict[str, tuple[str, ...]], catalogue: Catalog) -> list[str]:
    """Find messages that are missing, empty, uncertain, or name other placeholders than the source."""
    gaps = []
    for key, forms in messages.items():
        entry = catalogue.get(key)
        if entry is None or entry.fuzzy or not all(_forms(entry.string)) or not entry.string:
            gaps.append(f"not translated: {key}")
        elif {_names(form) for form in _forms(entry.string)} - {_names(form) for form in forms}:
            gaps.append(f"other placeholders: {key}")
    return gaps


def _names(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text))


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {DEFAULT_LANGUAGE}))
def test_catalogue_is_complete(language):
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    assert find_gaps(collect_messages(ROOT / "web"), catalogue) == []


def test_every_kind_of_text_is_collected(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text('{{ _("In a page") }}', "utf-8")
    (tmp_path / "templates" / "letter.txt").write_text('{{ _("In a letter") }}', "utf-8")
    (tmp_path / "form.py").write_text('_l("In a form")\nngettext("%(num)d day", "%(num)d days", 2)', "utf-8")
    assert set(collect_messages(tmp_path)) == {"In a page", "In a letter", "In a form", "%(num)d day"}


PLANTED = rb"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "Good day, %(name)s"
msgstr "Bonjour %(nom)s"

msgid "Save"
msgstr ""

#, fuzzy
msgid "Send"
msgstr "Envoyer"

msgid "Open"
msgstr "Ouvrir"
"""


def test_gap_is_noticed():
    keys = ["Good day, %(name)s", "Save", "Send", "Open", "Close"]
    catalogue = read_po(BytesIO(PLANTED), locale="fr")
    assert find_gaps({key: (key,) for key in keys}, catalogue) == [
        "other placeholders: Good day, %(name)s",
        "not translated: Save",
        "not translated: Send",
        "not translated: Close",
    ]
