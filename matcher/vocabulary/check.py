"""
Finds what is wrong with the lists: duplicates, contradictions, orphans and missing translations.

    python -m matcher.vocabulary.check [FOLDER]

FOLDER holds the data files, those of this package unless given. Prints one line for each fault and ends with
status 1 if there is any.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from matcher.vocabulary.catalogue import Catalogue, read
from matcher.vocabulary.link_faults import orphaned_links, orphans, unknown_countries
from matcher.vocabulary.rule_faults import contradictory_rules, orphaned_rules
from matcher.vocabulary.special_words import WordsError, read_words
from matcher.vocabulary.table import DATA, LANGUAGES, TableError, rows
from matcher.vocabulary.wording import plain
from matcher.vocabulary.wording_faults import (
    also_outside,
    ambiguous_letters,
    claimed_twice,
    incomplete_letters,
    misread_genders,
    quoted,
    repeated,
    untranslated,
)


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
    >>> check(read())
    []
    """
    return list(
        chain(
            untranslated(catalogue),
            claimed_twice(catalogue),
            repeated(catalogue),
            misread_genders(catalogue),
            orphans(catalogue),
            orphaned_links(catalogue),
            unknown_countries(catalogue),
            orphaned_rules(catalogue.substitutions, catalogue.occupations),
            orphaned_rules(catalogue.specialty_fits, catalogue.specialties),
            contradictory_rules(catalogue.substitutions),
            contradictory_rules(catalogue.specialty_fits),
            also_outside(catalogue),
            incomplete_letters(catalogue),
            quoted(catalogue),
            ambiguous_letters(catalogue),
        )
    )


def check_folder(folder: Path = DATA) -> list[str]:
    """
    List what is wrong with the data files of a folder, what is lost in reading included.

    Parameters
    ----------
    folder : Path
        Where the data files lie.

    Returns
    -------
    list of str
        One sentence for each fault; empty where all is well.

    Examples
    --------
    >>> check_folder()
    []
    """
    try:
        return [
            *check(read(folder)),
            *_related_twice(folder),
            *_without_meaning(folder),
            *_broken_words(folder),
        ]
    except TableError as fault:
        return [str(fault)]


def _related_twice(folder: Path) -> Iterator[str]:
    """Every relation of two skills is entered once; of two the later would win unseen."""
    seen: set[frozenset[str]] = set()
    for row in rows("skills.tsv", folder):
        for entry in row["related"].split():
            pair = frozenset({row["code"], entry.partition(":")[0]})
            if pair in seen:
                yield f"the relation of {' and '.join(sorted(pair))} stands twice"
            seen.add(pair)


def _without_meaning(folder: Path) -> Iterator[str]:
    """Every line of the glossary says one meaning in all languages."""
    for row in rows("glossary.tsv", folder):
        if not all(plain(row[language]) for language in LANGUAGES):
            yield f"glossary.tsv has a line without a word in each language: {', '.join(row.values())}"


def _broken_words(folder: Path) -> Iterator[str]:
    """Tell that the special words cannot be read, or are not written as typed words are compared."""
    try:
        words = read_words(folder)
    except WordsError as fault:
        yield str(fault)
        return
    for word in sorted({*words.empty, *words.levels, *words.faint, *words.clipped}):
        if plain(word) != word:
            yield f"words.toml: '{word}' must be in lower case and without accents"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Print the faults of a folder.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line, unless given.

    Returns
    -------
    int
        0 where all is well, else 1.
    """
    given = sys.argv[1:] if arguments is None else arguments
    faults = check_folder(Path(given[0]) if given else DATA)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
