"""How often typed words find their code, beside what one would otherwise use, on ESCO's labels held apart.

    python -m bench.resolver FOLDER

FOLDER is the official ESCO CSV download or its health part. Every fifth wording of ESCO, chosen by its hash,
leaves the vocabulary, ours included, and is then asked for. All methods search the same remaining wordings.
"""

import argparse
import csv
import hashlib
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from matcher import Vocabulary
from matcher.vocabulary.catalogue import Catalogue, read
from matcher.vocabulary.concept import Concept
from matcher.vocabulary.esco import enriched
from matcher.vocabulary.lexicon import concept_entries, letters_entries, title_entries
from matcher.vocabulary.wording import plain

HELD_APART = 5
DEPTHS = (1, 3, 5)
LANGUAGES = ("en", "fr", "pt")
HEALTH = ("221", "222", "223", "224", "225", "226", "321", "322", "323", "325", "2634", "2635", "532")
# Unit groups with health work in them, where a title may be either.
MIXED = ("13", "2111", "2120", "2131", "2149", "2310", "2422", "3119", "3344", "5322", "5329")

Method = Callable[[str, str], Sequence[str]]


@dataclass(frozen=True)
class Asked:
    """A wording held apart and the code it should find."""

    text: str
    language: str
    code: str


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    began = time.perf_counter()
    Vocabulary.load()
    print(f"vocabulary {Vocabulary.load().version} loaded in {time.perf_counter() - began:.2f} s")
    print_memory("with it alone")
    occupations = list(held_occupations(folder))
    held = {plain(asked.text) for asked in occupations}
    catalogue = without(enriched(read(), folder), held)
    vocabulary = Vocabulary(catalogue)
    compare(occupations, methods(catalogue, vocabulary))
    print_refusals(vocabulary, folder)
    print_skills(folder)
    print_speed(Vocabulary(catalogue), occupations)
    print_memory("at the end")


def is_held(text: str) -> bool:
    """Choose every fifth wording, the same ones in every run."""
    return int(hashlib.sha256(plain(text).encode()).hexdigest(), 16) % HELD_APART == 0


def read_labels(folder: Path, kind: str, language: str) -> Iterable[tuple[dict[str, str], str]]:
    """Read each label of each concept with its row."""
    with (folder / f"{kind}_{language}.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            cells = [row["preferredLabel"], *(row["altLabels"] or "").split("\n")]
            for label in dict.fromkeys(part.strip() for cell in cells for part in cell.split("/")):
                if label:
                    yield row, label


def held_occupations(folder: Path) -> Iterable[Asked]:
    """Give the wordings of health occupations that are held apart, with their unit group."""
    for language in LANGUAGES:
        for row, label in read_labels(folder, "occupations", language):
            if row["iscoGroup"].startswith(HEALTH) and is_held(label):
                yield Asked(label, language, row["iscoGroup"])


def without(catalogue: Catalogue, held: set[str]) -> Catalogue:
    """Take wordings out of a catalogue wherever they stand."""

    def kept(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {lang: tuple(name for name in some if plain(name) not in held) for lang, some in names.items()}

    def labels(concept: Concept) -> dict[str, str]:
        # Every concept needs a label to show: one that is held apart gives way to the code.
        return {lang: concept.code if plain(name) in held else name for lang, name in concept.labels.items()}

    def cleaned(concept: Any) -> Any:
        return replace(concept, labels=labels(concept), synonyms=kept(concept.synonyms))

    return replace(
        catalogue,
        occupations={code: cleaned(concept) for code, concept in catalogue.occupations.items()},
        specialties={
            code: replace(cleaned(concept), titles=kept(concept.titles))
            for code, concept in catalogue.specialties.items()
        },
        skills={code: cleaned(concept) for code, concept in catalogue.skills.items()},
        not_health=tuple(title for title in catalogue.not_health if plain(title) not in held),
        abbreviations=tuple(
            short
            for short in catalogue.abbreviations
            if plain(short.letters) not in held and plain(short.expansion) not in held
        ),
    )


def methods(catalogue: Catalogue, vocabulary: Vocabulary) -> dict[str, Method]:
    """List ours and the others, all over the same wordings."""
    entries = [
        *concept_entries(catalogue.occupations.values(), "occupation"),
        *letters_entries(catalogue, "occupation"),
        *title_entries(catalogue, "occupation"),
    ]
    texts = [entry.text for entry in entries]
    codes = [str(entry.code).partition(".")[0] for entry in entries]
    return {
        "Sankofa": partial(ask_sankofa, vocabulary),
        "rapidfuzz WRatio": ranked_by(partial(fuzzy, texts, fuzz.WRatio), codes),
        "rapidfuzz token_set_ratio": ranked_by(partial(fuzzy, texts, fuzz.token_set_ratio), codes),
        "TF-IDF, letters 2-4": ranked_by(tf_idf(texts), codes),
        "BM25, words": ranked_by(bm25(texts), codes),
    }


def ask_sankofa(vocabulary: Vocabulary, text: str, language: str) -> list[str]:
    """Give the unit groups of our suggestions, each once."""
    found = vocabulary.resolve_occupation(text, language=language, limit=10)
    return list(dict.fromkeys(suggestion.code.partition(".")[0] for suggestion in found))


def ranked_by(score: Callable[[str], np.ndarray[Any, Any]], codes: Sequence[str]) -> Method:
    """Turn a score of every wording into the codes of the best."""

    def method(text: str, _language: str) -> list[str]:
        scores = score(text)
        best = np.argsort(-scores, kind="stable")[:60]
        return list(dict.fromkeys(codes[i] for i in best if scores[i] > 0))

    return method


def fuzzy(texts: Sequence[str], scorer: Any, text: str) -> np.ndarray[Any, Any]:
    """Score by a scorer of rapidfuzz with its own processor."""
    scores: np.ndarray[Any, Any] = process.cdist(
        [text], texts, scorer=scorer, processor=utils.default_process
    )
    return scores[0]


def tf_idf(texts: Sequence[str]) -> Callable[[str], np.ndarray[Any, Any]]:
    """Score by the cosine of character n-grams."""
    vectorizer = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), strip_accents="unicode", sublinear_tf=True
    )
    matrix = vectorizer.fit_transform(texts)
    return lambda text: (matrix @ vectorizer.transform([text]).T).toarray().ravel()


def bm25(texts: Sequence[str], k1: float = 1.5, b: float = 0.75) -> Callable[[str], np.ndarray[Any, Any]]:
    """Score by Okapi BM25 over words."""
    vectorizer = CountVectorizer(strip_accents="unicode", token_pattern=r"\w+")
    counts = vectorizer.fit_transform(texts).tocsc().astype(float)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    holders = np.diff(counts.indptr)
    idf = np.log(1 + (len(texts) - holders + 0.5) / (holders + 0.5))
    rows = counts.indices
    spread = k1 * (1 - b + b * lengths[rows] / lengths.mean())
    counts.data = counts.data * (k1 + 1) / (counts.data + spread) * np.repeat(idf, holders)
    return lambda text: (counts @ vectorizer.transform([text]).T).toarray().ravel()


def compare(asked: Sequence[Asked], ways: Mapping[str, Method]) -> None:
    """Print the share of wordings whose code is among the first one, three and five."""
    for language in LANGUAGES:
        some = [one for one in asked if one.language == language]
        print(f"\noccupations, {language}: {len(some)} wordings held apart     top 1   top 3   top 5")
        for name, method in ways.items():
            found = [method(one.text, language) for one in some]
            shares = [
                sum(one.code in codes[:depth] for one, codes in zip(some, found, strict=True)) / len(some)
                for depth in DEPTHS
            ]
            print(f"  {name:<40}" + "".join(f"{share:8.3f}" for share in shares))


def print_refusals(vocabulary: Vocabulary, folder: Path) -> None:
    """Print how many titles of other unit groups find nothing."""
    for language in ("en", "fr"):
        with (folder / f"ISCOGroups_{language}.csv").open(encoding="utf-8-sig", newline="") as lines:
            titles = [
                row["preferredLabel"]
                for row in csv.DictReader(lines)
                if len(row["code"]) == 4 and not row["code"].startswith(HEALTH + MIXED)
            ]
        refused = sum(not vocabulary.resolve_occupation(title, language=language) for title in titles)
        print(f"\ntitles outside health refused, {language}: {refused / len(titles):.3f} of {len(titles)}")


def print_skills(folder: Path) -> None:
    """Print how often a French skill phrase held apart finds the skill known by its English names."""
    wanted = {
        row["conceptUri"]: label for row, label in read_labels(folder, "skills", "fr") if is_held(label)
    }
    full = enriched(read(), folder)
    known = {skill.esco: skill.code for skill in full.skills.values() if skill.esco}
    asked = [(text, known[uri]) for uri, text in wanted.items() if uri in known]
    vocabulary = Vocabulary(without(full, {plain(text) for text, _ in asked}))
    right = sum(
        [found.code for found in vocabulary.resolve_skill(text, language="fr", limit=1)] == [code]
        for text, code in asked
    )
    print(f"\nFrench skill phrase to its skill, top 1: {right / len(asked):.3f} of {len(asked)}")


def print_speed(vocabulary: Vocabulary, asked: Sequence[Asked]) -> None:
    """Print the time of one answer, for wordings never asked before and then once more."""
    for name in ("first asked", "asked again"):
        times = []
        for one in asked:
            began = time.perf_counter()
            vocabulary.resolve_occupation(one.text, language=one.language)
            times.append(time.perf_counter() - began)
        median, rate = statistics.median(times) * 1000, len(times) / sum(times)
        print(f"\nspeed, {name}: median {median:.3f} ms, {rate:,.0f} a second")


def print_memory(when: str) -> None:
    """Print the most memory taken so far."""
    print(f"memory {when}: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
