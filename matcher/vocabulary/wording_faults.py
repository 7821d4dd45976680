"""What is wrong with wordings: untranslated, said twice, claimed by two codes, or outside health as well."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.lexicon import Entry, concept_entries, letters_entries, title_entries
from matcher.vocabulary.table import LANGUAGES
from matcher.vocabulary.wording import plain

_ROOT = 2  # letters that the two genders of one word share at the least


def kinds(catalogue: Catalogue) -> Iterator[tuple[Kind, Mapping[str, Concept]]]:
    """Give the concepts of each kind by code."""
    yield "occupation", dict(catalogue.occupations)
    yield "specialty", dict(catalogue.specialties)
    yield "skill", dict(catalogue.skills)
    yield "facility_type", dict(catalogue.facility_types)


def untranslated(catalogue: Catalogue) -> Iterator[str]:
    """Every concept has a label in each language, and its practitioners a title in all languages or none."""
    for kind, concepts in kinds(catalogue):
        for code, concept in concepts.items():
            for language in LANGUAGES:
                if not concept.labels.get(language):
                    yield f"{kind} {code} has no label in {language}"
    for specialty in catalogue.specialties.values():
        without = [language for language in LANGUAGES if not specialty.titles.get(language)]
        if len(without) < len(LANGUAGES):
            for language in without:
                yield f"specialty {specialty.code} has no title of its practitioners in {language}"


def quoted(catalogue: Catalogue) -> Iterator[str]:
    """No wording holds the quotation marks that a spreadsheet puts around cells."""
    for kind, concepts in kinds(catalogue):
        for entry in concept_entries(concepts.values(), kind):
            if '"' in entry.text:
                yield f"{kind} {entry.code} has a quotation mark in a wording: {entry.text}"


def incomplete_letters(catalogue: Catalogue) -> Iterator[str]:
    """Letters stand for words, in a language of the lists."""
    for letters in catalogue.abbreviations:
        if not plain(letters.letters) or not plain(letters.expansion):
            yield f"letters '{letters.letters}' or the words they stand for are missing"
        if letters.language not in LANGUAGES:
            yield f"letters {letters.letters} have no language of the lists: '{letters.language}'"


def repeated(catalogue: Catalogue) -> Iterator[str]:
    """No concept says a wording twice in one language."""
    for kind, concepts in kinds(catalogue):
        for code, concept in concepts.items():
            for language in LANGUAGES:
                said = [concept.labels.get(language, ""), *concept.synonyms.get(language, ())]
                for wording in _twice(said):
                    yield f"{kind} {code} says '{wording}' twice in {language}"
    for specialty in catalogue.specialties.values():
        for language, titles in specialty.titles.items():
            for wording in _twice(titles):
                yield f"specialty {specialty.code} says '{wording}' twice in {language}"


def _twice(wordings: list[str] | tuple[str, ...]) -> list[str]:
    counted = Counter(plain(wording) for wording in wordings)
    return [wording for wording, times in counted.items() if times > 1 and wording]


def claimed_twice(catalogue: Catalogue) -> Iterator[str]:
    """No wording of a language names two codes of one kind, unless each has countries of its own."""
    for kind, concepts in kinds(catalogue):
        owners: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in _said(catalogue, kind, concepts):
            owners[plain(entry.text), entry.language].append(entry)
        for (wording, _), entries in owners.items():
            codes = dict.fromkeys(entry.code or "" for entry in entries)
            if len(codes) > 1 and _in_one_place(entries):
                yield f"{kind} wording '{wording}' is claimed by {', '.join(codes)}"


def _said(catalogue: Catalogue, kind: Kind, concepts: Mapping[str, Concept]) -> Iterator[Entry]:
    """List the wordings, what letters stand for, and the practitioners of specialties."""
    yield from concept_entries(concepts.values(), kind)
    yield from (entry for entry in letters_entries(catalogue, kind) if not entry.letters)
    if kind == "specialty":
        yield from title_entries(catalogue, kind)


def _in_one_place(entries: list[Entry]) -> bool:
    """Tell whether two codes share a country or both have none, for a line with a country wins."""
    return any(
        one.code != other.code and (one.countries & other.countries or one.countries == other.countries)
        for i, one in enumerate(entries)
        for other in entries[:i]
    )


def misread_genders(catalogue: Catalogue) -> Iterator[str]:
    """Every slash in a longer label stands between two forms of one word: "Médico/médica dentista"."""
    for code, occupation in catalogue.occupations.items():
        for label in occupation.labels.values():
            for word in label.split() if " " in label else ():
                roots = {plain(form)[:_ROOT] for form in word.split("/")}
                if len(roots) > 1:
                    yield f"occupation {code}: '{word}' in '{label}' is not one word in two genders"


def also_outside(catalogue: Catalogue) -> Iterator[str]:
    """No title outside health is also a health wording."""
    outside = {plain(title) for title in catalogue.not_health}
    for kind, concepts in kinds(catalogue):
        for entry in _said(catalogue, kind, concepts):
            if plain(entry.text) in outside:
                yield f"'{entry.text}' names {kind} {entry.code} and stands outside health"


def ambiguous_letters(catalogue: Catalogue) -> Iterator[str]:
    """Letters with two meanings of one kind and language are told apart by country."""
    meanings: defaultdict[tuple[str, str, str], set[frozenset[str]]] = defaultdict(set)
    for letters in catalogue.abbreviations:
        known = meanings[plain(letters.letters), letters.kind, letters.language]
        if any(letters.countries & countries or letters.countries == countries for countries in known):
            yield f"letters {letters.letters} stand twice for a {letters.kind} in {letters.language}"
        known.add(letters.countries)
