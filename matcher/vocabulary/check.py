"""Finds what is wrong with the lists: duplicates, orphans, contradictions and missing translations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from matcher.vocabulary.catalogue import Catalogue, Rule
from matcher.vocabulary.concept import Kind, Occupation, Skill, Specialty
from matcher.vocabulary.fit import REASONS
from matcher.vocabulary.lexicon import concept_entries
from matcher.vocabulary.table import LANGUAGES
from matcher.vocabulary.wording import plain


def check(catalogue: Catalogue) -> list[str]:
    """
    List what is wrong with the lists.

    Parameters
    ----------
    catalogue : Catalogue
        As read from the data files.

    Returns
    -------
    list of str
        One sentence for each fault; empty where all is well.

    Examples
    --------
    >>> from matcher.vocabulary.catalogue import read
    >>> check(read())
    []
    """
    return list(
        chain(
            _untranslated(catalogue),
            _claimed_twice(catalogue),
            _orphans(catalogue),
            _orphaned_links(catalogue),
            _orphaned_rules(catalogue.substitutions, catalogue.occupations),
            _orphaned_rules(catalogue.specialty_fits, catalogue.specialties),
            _also_outside(catalogue),
            _ambiguous_letters(catalogue),
        )
    )


def _groups(catalogue: Catalogue) -> Iterator[tuple[Kind, Mapping[str, Occupation | Specialty | Skill]]]:
    yield "occupation", dict(catalogue.occupations)
    yield "specialty", dict(catalogue.specialties)
    yield "skill", dict(catalogue.skills)


def _untranslated(catalogue: Catalogue) -> Iterator[str]:
    """Every concept has a label in each language."""
    for kind, concepts in _groups(catalogue):
        for code, concept in concepts.items():
            for language in LANGUAGES:
                if not concept.labels.get(language):
                    yield f"{kind} {code} has no label in {language}"


def _claimed_twice(catalogue: Catalogue) -> Iterator[str]:
    """No wording of a language names two codes of one kind."""
    for kind, concepts in _groups(catalogue):
        owners: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for entry in concept_entries(concepts.values(), kind):
            owners[plain(entry.text), entry.language][entry.code or ""] = None
        for (wording, _), codes in owners.items():
            if len(codes) > 1:
                yield f"{kind} wording '{wording}' is claimed by {', '.join(codes)}"


def _orphans(catalogue: Catalogue) -> Iterator[str]:
    """Every occupation and specialty that a concept names exists."""
    for occupation in catalogue.occupations.values():
        if occupation.parent is not None and occupation.parent not in catalogue.occupations:
            yield f"occupation {occupation.code} has no unit group"
        if occupation.specialty is not None and occupation.specialty not in catalogue.specialties:
            yield f"occupation {occupation.code} names no specialty: {occupation.specialty}"
    belonging: list[Specialty | Skill] = [*catalogue.specialties.values(), *catalogue.skills.values()]
    for concept in belonging:
        for code in concept.occupations:
            if code not in catalogue.occupations:
                yield f"{concept.code} names no occupation: {code}"


def _orphaned_links(catalogue: Catalogue) -> Iterator[str]:
    """Every skill is related to other skills, and letters stand for codes, that exist."""
    for skill in catalogue.skills.values():
        for code in skill.related:
            if code not in catalogue.skills or code == skill.code:
                yield f"skill {skill.code} is related to no other skill: {code}"
    known = {kind: concepts.keys() for kind, concepts in _groups(catalogue)}
    for letters in catalogue.abbreviations:
        if letters.code not in known[letters.kind]:
            yield f"{letters.letters} stands for no {letters.kind}: {letters.code}"


def _orphaned_rules(rules: Iterable[Rule], concepts: Mapping[str, object]) -> Iterator[str]:
    """Every rule joins two different codes that exist, once, for a known reason."""
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for rule in rules:
        name = f"rule {rule.held} for {rule.asked}"
        if rule.held not in concepts or rule.asked not in concepts or rule.held == rule.asked:
            yield f"{name} does not join two codes"
        if rule.fit.reason not in REASONS:
            yield f"{name} has an unknown reason: {rule.fit.reason}"
        if (key := (rule.held, rule.asked, rule.countries)) in seen:
            yield f"{name} stands twice"
        seen.add(key)


def _also_outside(catalogue: Catalogue) -> Iterator[str]:
    """No title outside health is also a health wording."""
    outside = {plain(title) for title in catalogue.not_health}
    for kind, concepts in _groups(catalogue):
        for entry in concept_entries(concepts.values(), kind):
            if plain(entry.text) in outside:
                yield f"'{entry.text}' names {kind} {entry.code} and stands outside health"


def _ambiguous_letters(catalogue: Catalogue) -> Iterator[str]:
    """Letters with two meanings of one kind and language are told apart by country."""
    meanings: defaultdict[tuple[str, str, str], set[frozenset[str]]] = defaultdict(set)
    for letters in catalogue.abbreviations:
        key = (plain(letters.letters), letters.kind, letters.language)
        if letters.countries in meanings[key]:
            yield f"letters {letters.letters} stand twice for a {letters.kind} in {letters.language}"
        meanings[key].add(letters.countries)
