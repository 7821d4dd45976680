"""What the vocabulary suggests for typed words, as the page offers it."""

from collections.abc import Iterable
from dataclasses import dataclass

from web.services.vocabulary import Suggestion, typeset


@dataclass(frozen=True)
class SuggestionView:
    """One code to choose: its name, and the wording that was found."""

    value: str
    label: str
    matched: str


def present_suggestions(suggestions: Iterable[Suggestion]) -> list[SuggestionView]:
    """Offer suggestions, best first; the wording is left out where it is the name itself."""
    return [
        SuggestionView(suggestion.code, typeset(suggestion.label), _other_wording(suggestion))
        for suggestion in suggestions
    ]


def _other_wording(suggestion: Suggestion) -> str:
    is_name = suggestion.matched.casefold() == suggestion.label.casefold()
    return "" if is_name else typeset(suggestion.matched)
