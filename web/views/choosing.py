"""The step in which somebody types words and chooses the code they mean, the same on every page."""

from dataclasses import dataclass

from flask import request
from sqlalchemy.orm import Session

from web.db import current_session
from web.forms.base import BaseForm
from web.forms.vocabulary import NONE_OF_THESE, ChosenWordsForm, WordsForm
from web.models.wording import CodeKind
from web.presenters.suggestions import SuggestionView, present_suggestions
from web.presenters.wording.codes import language as reader_language
from web.services.wordings import confirm_wording, suggest_codes


@dataclass(frozen=True)
class Asked:
    """What kind of code is looked for, and where the words are used."""

    kind: CodeKind
    country: str | None = None


@dataclass(frozen=True)
class CodeStep:
    """The words typed, what they may mean, and the form that takes the choice."""

    asked: Asked
    words: WordsForm
    form: ChosenWordsForm
    items: list[SuggestionView]

    @property
    def typed(self) -> str:
        """The words the suggestions are for; empty until some are typed."""
        return self.form.typed.data or ""

    @property
    def wrong_form(self) -> BaseForm:
        """The form whose errors the page shows: the one that was sent."""
        return self.words if self.words.errors else self.form

    def chosen(self) -> SuggestionView | None:
        """Give what was chosen; None if it was none of the suggestions."""
        return next((item for item in self.items if item.value == self.form["choice"].data), None)

    def learn(self, session: Session) -> None:
        """Keep what was chosen for the words, so that they are found at once the next time."""
        if chosen := self.chosen():
            confirm_wording(
                session,
                kind=self.asked.kind,
                text=self.typed,
                language=reader_language(),
                country=self.asked.country,
                code=chosen.value,
            )


def begin_code_step(
    form: ChosenWordsForm,
    asked: Asked,
    *,
    label: str,
    typed: str = "",
    current: SuggestionView | None = None,
    none_allowed: bool = False,
) -> CodeStep:
    """Look up the words: those of the choice that was sent, those in the address, or `typed` at first.

    `current` is what is stored for the words `typed`; it is offered with them in any case. An address that
    names one of the suggestions has it chosen: so does who picks one while typing, see combobox.js.
    """
    words = _read_words(form, typed)
    words.words.label.text = label
    text = form.typed.data or ""
    items = _look_up(asked, text) if text else []
    if current and text == typed and current.value not in {item.value for item in items}:
        items.insert(0, current)
    choices = [(item.value, item.label) for item in items]
    form["choice"].choices = [*choices, (NONE_OF_THESE, "")] if none_allowed else choices
    if not form.is_submitted() and (chosen := request.args.get("choice")) in dict(choices):
        form["choice"].data = chosen
    return CodeStep(asked, words, form, items)


def _look_up(asked: Asked, text: str) -> list[SuggestionView]:
    found = suggest_codes(
        current_session()(),
        kind=asked.kind,
        text=text,
        language=reader_language(),
        country=asked.country,
    )
    return present_suggestions(found)


def _read_words(form: ChosenWordsForm, typed: str) -> WordsForm:
    if form.is_submitted():
        return WordsForm(formdata=None, words=form.typed.data)
    if "words" not in request.args:
        form.typed.data = typed
        return WordsForm(formdata=None, words=typed)
    words = WordsForm(formdata=request.args)
    form.typed.data = words.words.data if words.validate() else ""
    return words
