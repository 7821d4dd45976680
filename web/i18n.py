"""The reader's language: which one, and the links to the others."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from flask import Flask, current_app, redirect, request, session
from flask_babel import Babel, Domain, get_locale
from flask_login import current_user
from werkzeug.wrappers import Response

LANGUAGES = {"en": "English", "fr": "Français"}
DEFAULT_LANGUAGE = "en"
TRANSLATIONS = Path(__file__).resolve().parent / "translations"


def init_app(app: Flask) -> None:
    """Choose the language of each request and give templates what they need to offer the others."""
    compile_catalogues()
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel = Babel(app, locale_selector=choose_language)
    babel.domain_instance = Catalogues()
    app.before_request(switch_language)
    app.jinja_env.globals.update(get_locale=get_locale, language_links=language_links)


class Catalogues(Domain):
    """Finds the catalogue of the reader's language, which a long page asks for a thousand times."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, Any] = {}

    def get_translations(self) -> Any:
        """Give the catalogue of the language in use."""
        locale = get_locale()
        language = locale.language if locale else ""
        if language not in self._found:
            self._found[language] = super().get_translations()
        return self._found[language]


def choose_language() -> str:
    """Take the language switched to, else the account's, else the browser's best."""
    if (chosen := session.get("language")) in LANGUAGES:
        return str(chosen)
    if current_user and current_user.is_authenticated and current_user.language in LANGUAGES:
        return str(current_user.language)
    # French of any country is French: "fr-CI, en" must not be read as English.
    wanted = (tag.split("-")[0] for tag, quality in request.accept_languages if quality)
    return next((language for language in wanted if language in LANGUAGES), DEFAULT_LANGUAGE)


def switch_language() -> Response | None:
    """Remember the language asked for with ?language= and return to the same page without it."""
    if request.method != "GET" or (language := request.args.get("language")) not in LANGUAGES:
        return None
    session["language"] = language
    return redirect(_same_page_without_language(), code=303)


def _same_page_without_language() -> str:
    rest = [(key, value) for key, value in request.args.items(multi=True) if key != "language"]
    # Quoted again: a decoded tab or backslash would make a browser read the path as another host.
    return quote(_readable_path()) + (f"?{urlencode(rest)}" if rest else "")


def _readable_path() -> str:
    """Give the path of this page; of a button that was refused, that of the page above it."""
    path = request.path
    addresses = current_app.create_url_adapter(request)
    if request.routing_exception is None and addresses is not None:
        while path and not addresses.test(path, "GET"):
            path = path.rpartition("/")[0]
    return path or "/"


def language_links() -> list[tuple[str, str, str, bool]]:
    """List every language as (code, its own name, link to this page in it, whether it is in use)."""
    current = str(get_locale())
    here = _same_page_without_language()
    joint = "&" if "?" in here else "?"
    return [
        (code, name, f"{here}{joint}language={code}", code == current) for code, name in LANGUAGES.items()
    ]


def compile_catalogues() -> None:
    """Compile catalogues that are newer than their compiled twin, so no build step can be forgotten."""
    for source in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as po:
            catalogue = read_po(po, locale=Locale.parse(source.parent.parent.name))
        with target.open("wb") as mo:
            write_mo(mo, catalogue)
