"""Builds the resolver of each kind from the catalogue."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat

from matcher.vocabulary.calibration import Curve
from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Concept, Kind
from matcher.vocabulary.glossary import Glossary
from matcher.vocabulary.lexicon import (
    Entry,
    Lexicon,
    concept_entries,
    expansions,
    letters_entries,
    title_entries,
)
from matcher.vocabulary.phrases import PhraseModel
from matcher.vocabulary.resolver import Resolver
from matcher.vocabulary.table import rows
from matcher.vocabulary.titles import TitleModel
from matcher.vocabulary.wording import plain, stems

# Fitted by bins of raw certainty: unit groups on five parts of ESCO's occupations, each held apart in turn,
# and on ISCO's examples (4,800 suggestions); skills on five parts of ESCO's French labels and of synonyms of
# our own (47,000). The reliability table of bench/resolver.py checks the first on another split.
_TITLE_CURVE = Curve(((0.0, 0.0), (0.2, 0.2), (0.5, 0.65), (0.8, 0.84), (1.0, 0.92)))
_SKILL_CURVE = Curve(
    (
        (0.0, 0.0),
        (0.2, 0.07),
        (0.35, 0.12),
        (0.45, 0.21),
        (0.55, 0.4),
        (0.65, 0.62),
        (0.75, 0.78),
        (1.0, 0.95),
    )
)
_BELIEVED = 3


def occupation_resolver(catalogue: Catalogue) -> Resolver:
    """Build the resolver of occupations; its confidence is about the unit group."""
    lexicon = Lexicon([*_all_entries(catalogue, "occupation"), *_outside(catalogue)], expansions(catalogue))
    model = TitleModel(*_learnt(lexicon), unit_group, _TITLE_CURVE)
    return Resolver("occupation", catalogue.occupations, lexicon, model)


def specialty_resolver(catalogue: Catalogue) -> Resolver:
    """Build the resolver of specialties, which also knows what the titles of occupations imply."""
    own = list(_all_entries(catalogue, "specialty"))
    entries = [*own, *_implied(catalogue, own), *_outside(catalogue)]
    lexicon = Lexicon(entries, expansions(catalogue))
    return Resolver(
        "specialty", catalogue.specialties, lexicon, TitleModel(*_learnt(lexicon), str, _TITLE_CURVE)
    )


def skill_resolver(catalogue: Catalogue) -> Resolver:
    """Build the resolver of skills, which translates."""
    pairs = [*_pairs(catalogue), *_glossary_pairs()]
    entries = [*_all_entries(catalogue, "skill"), *_outside(catalogue)]
    lexicon = Lexicon(entries, expansions(catalogue), chain.from_iterable(chain.from_iterable(pairs)))
    languages = [lexicon.entries[i].language for i in lexicon.distinct()]
    model = PhraseModel(*_learnt(lexicon), languages, Glossary(pairs), _SKILL_CURVE)
    return Resolver("skill", catalogue.skills, lexicon, model)


def unit_group(code: str) -> str:
    """
    Give the ISCO-08 unit group of an occupation code.

    Examples
    --------
    >>> unit_group("2221.6")
    '2221'
    """
    return code.partition(".")[0]


def _all_entries(catalogue: Catalogue, kind: Kind) -> Iterator[Entry]:
    yield from concept_entries(_concepts(catalogue, kind), kind)
    yield from letters_entries(catalogue, kind)
    if kind != "skill":
        yield from title_entries(catalogue, kind)


def _concepts(catalogue: Catalogue, kind: Kind) -> Iterable[Concept]:
    if kind == "occupation":
        return catalogue.occupations.values()
    return catalogue.specialties.values() if kind == "specialty" else catalogue.skills.values()


def _outside(catalogue: Catalogue) -> Iterator[Entry]:
    """List the titles outside health, which lead to no code."""
    for title in catalogue.not_health:
        yield Entry(title, None, "occupation", "")


def _implied(catalogue: Catalogue, own: Iterable[Entry]) -> Iterator[Entry]:
    """
    List the titles of occupations with the specialty they imply, most of them none.

    What a specialty or its practitioners are called stays theirs, the practitioners in either gender: a
    "chirurgienne" is in surgery as a "chirurgien" is. "Médecin" is not the feminine of "médecine".
    """
    claimed = {plain(entry.text) for entry in own}
    practitioners = {stems(entry.text) for entry in title_entries(catalogue, "specialty")}
    for entry in concept_entries(catalogue.occupations.values(), "occupation"):
        is_claimed = plain(entry.text) in claimed or stems(entry.text) in practitioners
        if not is_claimed and entry.code is not None:
            specialty = catalogue.occupations[entry.code].specialty
            yield Entry(entry.text, specialty, "specialty", entry.language)


def _learnt(lexicon: Lexicon) -> tuple[list[tuple[str, ...]], list[str | None]]:
    """Give the stems and codes of the wordings a model learns from."""
    chosen = lexicon.distinct()
    return [lexicon.stems[i] for i in chosen], [lexicon.entries[i].code for i in chosen]


def _pairs(catalogue: Catalogue) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pair the label of a concept in each other language with the English one."""
    for kind in ("occupation", "specialty", "skill"):
        for concept in _concepts(catalogue, kind):
            for language, label in concept.labels.items():
                if language != "en":
                    yield stems(label), stems(concept.labels["en"])


def _glossary_pairs() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Read the word list, each line as often as a word has to be seen to be believed."""
    for row in rows("glossary.tsv"):
        for language in ("fr", "pt"):
            yield from repeat((stems(row[language]), stems(row["en"])), _BELIEVED)
