"""Templates: every word can be translated, nothing is inline, nothing is imported in vain."""

import re
from html.parser import HTMLParser

from jinja2 import Environment, nodes

from tests.architecture.house import Source, read_templates

WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "content", "placeholder", "title", "label"}
# What a tag such as <meta name="viewport" content="width=device-width"> says is for machines.
MACHINE_TAGS = {"meta", "link"}
JINJA = "\N{OBJECT REPLACEMENT CHARACTER}"
# Blocks and macros that give a class or a kind, not words for people.
CODES = re.compile(
    r"{%-? block \w+_class -?%}.*?{%-? endblock -?%}|{%-? macro \w*kind\(.*?{%-? endmacro -?%}", re.DOTALL
)
_environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


class Reader(HTMLParser):
    """Notes what a template says and does by itself, outside of Jinja."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.inline += [f"{tag} {name}" for name in names if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in names):
            self.inline.append(tag)
        for name, value in attrs:
            if name in SPOKEN_ATTRIBUTES and tag not in MACHINE_TAGS:
                self.words += WORD.findall(value or "")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.words += WORD.findall(data)


def _read(source: Source) -> Reader:
    reader = Reader()
    reader.feed(_without_jinja(source))
    reader.close()
    return reader


def _without_jinja(source: Source) -> str:
    # Where Jinja stood, a mark keeps the words on both sides apart; as the name of a tag it is a letter.
    text = ""
    for _, kind, value in _environment.lex(CODES.sub("", source.text)):
        text += value if kind == "data" else ("x" if text.endswith(("<", "</")) else JINJA)
    return text


def find_bare_words(source: Source) -> list[str]:
    """Find words that stand in a template outside of _()."""
    if source.name.endswith(".txt"):
        return [f"{source.name}: {word}" for word in WORD.findall(_without_jinja(source))]
    return [f"{source.name}: {word}" for word in _read(source).words]


def find_inline(source: Source) -> list[str]:
    """Find styles and scripts written into a template; the content security policy would not run them."""
    return [f"{source.name}: {found}" for found in _read(source).inline]


def find_unused_imports(source: Source) -> list[str]:
    """Find macros that a template imports and does not call."""
    tree = _environment.parse(source.text)
    imported = {node.target for node in tree.find_all(nodes.Import)}
    for node in tree.find_all(nodes.FromImport):
        imported |= {name if isinstance(name, str) else name[1] for name in node.names}
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    return [f"{source.name}: {name}" for name in sorted(imported - used)]


ALL = read_templates(".html", ".txt")
HTML = read_templates(".html")


def test_every_word_can_be_translated():
    assert [fault for source in ALL for fault in find_bare_words(source)] == []


def test_nothing_is_inline():
    # Mail has no style sheet to link to: its few styles stand in its layout.
    pages = [source for source in HTML if not source.name.startswith("emails/")]
    assert [fault for source in pages for fault in find_inline(source)] == []


def test_nothing_is_imported_in_vain():
    assert [fault for source in ALL for fault in find_unused_imports(source)] == []


def test_bare_word_is_noticed():
    html = '<p class="lead">{{ _("Good") }} day</p><img alt="A ward" src="{{ x }}"><!-- why -->'
    assert find_bare_words(Source("planted.html", html)) == [
        "planted.html: day",
        "planted.html: ward",
    ]
    assert find_bare_words(Source("planted.txt", '{{ _("Good") }} day')) == ["planted.txt: day"]


def test_inline_style_and_script_are_noticed():
    html = (
        '<p style="x">{% if a %}<b onclick="x">{% endif %}'
        '<style></style><script></script><script src="a"></script>'
    )
    assert [fault.split(": ")[1] for fault in find_inline(Source("planted.html", html))] == [
        "p style",
        "b onclick",
        "style",
        "script",
    ]


def test_unused_import_is_noticed():
    template = '{% from "a.html" import one, two as three %}{% import "b.html" as four %}{{ one() }}'
    assert find_unused_imports(Source("planted.html", template)) == [
        "planted.html: four",
        "planted.html: three",
    ]
