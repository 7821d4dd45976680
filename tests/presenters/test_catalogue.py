"""The French catalogue is written as French is written: its spaces, its signs, its words."""

import re
from gettext import GNUTranslations
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from web.i18n import TRANSLATIONS

NARROW, WIDE = "\u202f", "\u00a0"
TAG = re.compile(r"<[^>]*>")
NAME = re.compile(r"%\((\w+)\)[sd]")

MISTAKES = {
    "a straight apostrophe": re.compile(r"'"),
    "straight or English quotation marks": re.compile(r"[\"“”]"),
    "no narrow space that does not break before ; or ? or %": re.compile(f"(?<!{NARROW})(?:[;?]|%%)"),
    "no space that does not break before :": re.compile(f"(?<!{WIDE}):"),
    "no space that does not break inside « »": re.compile(f"«(?!{WIDE})|(?<!{WIDE})»"),
    "three dots instead of …": re.compile(r"\.\.\."),
    "an exclamation mark": re.compile(r"!"),
    "two spaces": re.compile(r"  "),
    "a lone per cent sign": re.compile(r"%(?!%|\()(?<!%%)"),
    "a word we do not use": re.compile(
        r"\b(?:scores?|matchs?|e-?mails?|jobs?|feedback|valider)\b", re.IGNORECASE
    ),
}


@pytest.fixture(scope="module")
def french() -> Catalog:
    """The catalogue as it is written."""
    with (TRANSLATIONS / "fr" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale="fr")


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def find_mistakes(text: str) -> list[str]:
    """Name what a French typesetter would mark in a text; tags and names of values are not read."""
    words = NAME.sub("%()s", TAG.sub("", text))
    return [mistake for mistake, sign in MISTAKES.items() if sign.search(words)]


def test_spaces_signs_and_words_are_french(french):
    marked = [
        f"{mistake}: {form}"
        for message in _messages(french)
        for form in _forms(message.string)
        for mistake in find_mistakes(form)
    ]
    assert marked == []


def test_markup_and_per_cent_signs_stay(french):
    for message in _messages(french):
        source = _forms(message.id)[-1]
        for form in _forms(message.string):
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(source)), form
            assert form.count("%%") == source.count("%%"), form


def test_spaces_at_the_ends_stay(french):
    for message in _messages(french):
        for source, form in zip(_forms(message.id), _forms(message.string), strict=True):
            assert form.startswith(" ") == source.startswith(" "), form
            assert form.endswith(" ") == source.endswith(" "), form


def test_every_sentence_takes_its_values(french):
    for message in _messages(french):
        for form in _forms(message.string):
            if names := NAME.findall(form):
                assert "%(" not in form % dict.fromkeys(names, 1)


def test_nothing_waits_to_be_looked_at(french):
    assert [message.id for message in french if message.fuzzy and message.id] == []
    assert not french.obsolete


def test_nought_and_one_are_singular(french):
    compiled = BytesIO()
    write_mo(compiled, french)
    compiled.seek(0)
    gettext = GNUTranslations(compiled)
    written = [gettext.ngettext("%(num)d week", "%(num)d weeks", n) % {"num": n} for n in (0, 1, 2)]
    assert written == ["0 semaine", "1 semaine", "2 semaines"]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("L'offre", "a straight apostrophe"),
        ("Vous avez écrit : “%(typed)s”", "straight or English quotation marks"),
        ("Pourquoi ?", "no narrow space that does not break before ; or ? or %"),
        (f"proche à %(closeness)d{WIDE}%%", "no narrow space that does not break before ; or ? or %"),
        ("Erreur: %(title)s", "no space that does not break before :"),
        ("« %(typed)s »", "no space that does not break inside « »"),
        ("Attendez...", "three dots instead of …"),
        (f"Bienvenue{NARROW}!", "an exclamation mark"),
        ("proche à 5 % ", "a lone per cent sign"),
        ("Votre score", "a word we do not use"),
    ],
)
def test_mistake_is_noticed(text, mistake):
    assert mistake in find_mistakes(text)


def test_good_french_is_left_alone():
    text = f'Vous avez déjà un compte{NARROW}? <a href="%(url)s">Connectez-vous</a>.'
    assert find_mistakes(text) == []
    assert find_mistakes(f"«{WIDE}%(typed)s{WIDE}»{WIDE}: %(closeness)d{NARROW}%%") == []
