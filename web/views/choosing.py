"""The step in which somebody types words and chooses the code they mean, the same on every page."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import request

from web.forms.base import BaseForm
from web.forms.vocabulary import NONE_OF_THESE, ChosenWordsForm, WordsForm
from web.presenters.suggestions import SuggestionView, present_suggestions
from web.services.vocabulary import Suggestion

Suggest = Callable[[str], list[Suggestion]]


@dataclass(frozen=True)
class CodeStep:
    """The words typed, what they may mean, and the form that takes the choice."""

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


def begin_code_step(
    form: ChosenWordsForm,
    suggest: Suggest,
    *,
    label: str,
    typed: str = "",
    current: SuggestionView | None = None,
    none_allowed: bool = False,
) -> CodeStep:
    """Look up the words: those of the choice that was sent, those in the address, or `typed` at first.

    `current` is what is stored for the words `typed`; it is offered with them in any case.
    """
    words = _read_words(form, typed)
    words.words.label.text = label
    asked = form.typed.data or ""
    items = present_suggestions(suggest(asked)) if asked else []
    if current and asked == typed and current.value not in {item.value for item in items}:
        items.insert(0, current)
    choices = [(item.value, item.label) for item in items]
    form["choice"].choices = [*choices, (NONE_OF_THESE, "")] if none_allowed else choices
    return CodeStep(words, form, items)


def _read_words(form: ChosenWordsForm, typed: str) -> WordsForm:
    if form.is_submitted():
        return WordsForm(formdata=None, words=form.typed.data)
    if "words" not in request.args:
        form.typed.data = typed
        return WordsForm(formdata=None, words=typed)
    words = WordsForm(formdata=request.args)
    form.typed.data = words.words.data if words.validate() else ""
    return words
