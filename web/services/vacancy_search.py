"""Understanding what visitors type into the search of vacancies."""

from web.folding import fold
from web.models.wording import CodeKind
from web.queries.open_vacancies import TypedWords
from web.services.countries import find_country
from web.services.vocabulary import resolve

LONGEST_COUNTRY = 4
SHORTEST_COUNTRY = 4
LEAST_CONFIDENCE = 0.5
AS_GOOD_AS_BEST = 0.1

# One word for two countries, and the short names that are no ordinary words.
SHARED_NAMES = {"congo": {"CD", "CG"}, "drc": {"CD"}, "rdc": {"CD"}, "rca": {"CF"}}


def understand_words(text: str, *, language: str) -> TypedWords:
    """Take typed words apart: "sage-femme Sierra Leone" is an occupation and one of the countries."""
    words, countries = _take_countries(text.split())
    suggestions = resolve(CodeKind.OCCUPATION, " ".join(words), language=language) if words else []
    best = [
        suggestion
        for suggestion in suggestions
        if suggestion.confidence >= max(LEAST_CONFIDENCE, suggestions[0].confidence - AS_GOOD_AS_BEST)
    ]
    known = {part for suggestion in best for part in fold(suggestion.matched).split()}
    return TypedWords(
        words=tuple(words),
        words_besides=tuple(word for word in words if not known.issuperset(fold(word).split())),
        occupations=frozenset(suggestion.code for suggestion in best),
        countries=frozenset(countries),
    )


def _take_countries(words: list[str]) -> tuple[list[str], set[str]]:
    """Take out the names of countries, the longest first: Guinea-Bissau is not Guinea and a word."""
    for length in range(min(LONGEST_COUNTRY, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            named = _countries_named(fold(" ".join(words[start : start + length])))
            if named:
                rest, more = _take_countries(words[:start] + words[start + length :])
                return rest, named | more
    return words, set()


def _countries_named(name: str) -> set[str]:
    if name in SHARED_NAMES:
        return SHARED_NAMES[name]
    code = find_country(name) if len(name) >= SHORTEST_COUNTRY else None
    return {code} if code else set()
