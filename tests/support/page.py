"""A page as its reader finds it: headings, notices, errors, links and forms."""

from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag
from werkzeug.test import TestResponse

BUTTON = ("button", "input[type=submit]")


class FormMissingError(AssertionError):
    """The page has no such form."""


@dataclass
class FilledForm:
    """A form with the values a browser would send if the reader changed nothing.

    `options` are the values a reader can choose from, for the fields that have such.
    """

    method: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)

    def fill(self, **answers: object) -> dict[str, list[str]]:
        """Give the values after the reader's own answers; None leaves a field out, a list sends several.

        A name with two underscores stands for one with a dash, as in repeated fields: `skills__0__level`.
        """
        values = dict(self.values)
        for name, answer in answers.items():
            key = name.replace("__", "-")
            values.pop(key, None)
            if answer is not None:
                several = answer if isinstance(answer, list | tuple) else [answer]
                values[key] = [str(one) for one in several]
        return values


class Page:
    """The HTML of an answer, read like a person reads it."""

    def __init__(self, response: TestResponse) -> None:
        self.status = response.status_code
        self.soup = BeautifulSoup(response.text, "html.parser")

    def text(self, selector: str = "main") -> str:
        """Give the words of the first match, with single spaces; nothing if there is none."""
        found = self.soup.select_one(selector)
        return " ".join(found.get_text(" ").split()) if found else ""

    def texts(self, selector: str) -> list[str]:
        """Give the words of every match."""
        return [" ".join(found.get_text(" ").split()) for found in self.soup.select(selector)]

    @property
    def heading(self) -> str:
        """Give the heading of the page."""
        return self.text("h1")

    @property
    def errors(self) -> str:
        """Give the words of the error summary; nothing if all is well."""
        return self.text(".error-summary, [data-error-summary]")

    def links(self) -> list[str]:
        """Give the addresses the page links to."""
        return [str(link["href"]) for link in self.soup.select("a[href]")]

    def forms(self, *, everywhere: bool = False) -> list[FilledForm]:
        """Give every form in the main part, or on the whole page, filled as the page shows it."""
        return [_read_form(form) for form in self.soup.select("form" if everywhere else "main form")]

    def form(self, *, action: str | None = None, having: str | None = None) -> FilledForm:
        """Give the first form that writes, or the one that goes to an address or has a field."""
        for form in self.forms():
            if action is not None and form.action.split("?")[0] != action:
                continue
            if having is not None and having not in form.values:
                continue
            if action is None and having is None and form.method != "post":
                continue
            return form
        raise FormMissingError(f"no form ({action or having or 'that writes'}) on the page {self.heading!r}")


def _read_form(form: Tag) -> FilledForm:
    filled = FilledForm(str(form.get("method", "get")).lower(), str(form.get("action") or ""))
    for control in form.select("input[name], select[name], textarea[name]"):
        if not control.has_attr("disabled"):
            name = str(control["name"])
            filled.values.setdefault(name, []).extend(_values_of(control))
            if options := _options_of(control):
                filled.options.setdefault(name, []).extend(options)
    filled.values = {name: values for name, values in filled.values.items() if values}
    return filled


def _options_of(control: Tag) -> list[str]:
    if control.name == "select":
        return [str(option.get("value", option.get_text())) for option in control.select("option")]
    if str(control.get("type", "")).lower() in {"radio", "checkbox"}:
        return [str(control.get("value", "on"))]
    return []


def _values_of(control: Tag) -> list[str]:
    if control.name == "textarea":
        # A browser drops the line break right after the tag.
        return [control.get_text().removeprefix("\r").removeprefix("\n")]
    if control.name == "select":
        options = control.select("option")
        chosen = [option for option in options if option.has_attr("selected")]
        if not chosen and not control.has_attr("multiple"):
            chosen = options[:1]
        return [str(option.get("value", option.get_text())) for option in chosen]
    kind = str(control.get("type", "text")).lower()
    if kind in {"submit", "button", "image", "reset", "file"}:
        return []
    if kind in {"checkbox", "radio"} and not control.has_attr("checked"):
        return []
    return [str(control.get("value", "on" if kind in {"checkbox", "radio"} else ""))]
