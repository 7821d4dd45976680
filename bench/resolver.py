"""How often typed words find their code, beside what one would otherwise use, on ESCO's labels held apart.

    python -m bench.resolver FOLDER [--extras]

FOLDER is the official ESCO CSV download or its health part. Every fifth wording of ESCO, chosen by its hash,
leaves the vocabulary, ours included, and is then asked for. All methods search the same remaining wordings.
With --extras, sentence embeddings are measured too where they are installed; that takes many minutes.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench.resolver_peers import Method, peers
from bench.resolver_sets import (
    LANGUAGES,
    Asked,
    hand_made,
    held_occupations,
    held_skills,
    in_a_setting,
    inverted,
    isco_examples,
    misspelt,
    without,
)
from matcher import Vocabulary
from matcher.vocabulary.catalogue import Catalogue, read
from matcher.vocabulary.esco import enriched
from matcher.vocabulary.esco_download import read_download
from matcher.vocabulary.lexicon import Entry, concept_entries, letters_entries, title_entries
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.wording import plain

DEPTHS = (1, 3, 5)
MOST_SKILLS = 500  # the slower peers need a second for each
HAND_MADE = Path(__file__).parents[1] / "tests" / "matcher" / "vocabulary" / "wordings.tsv"


@dataclass(frozen=True)
class Options:
    """What to measure on."""

    folder: Path
    extras: bool


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--extras", action="store_true")
    options = Options(**vars(parser.parse_args()))
    subprocess.run([sys.executable, "-m", "bench.resolver_load"], check=True)
    asked = list(held_occupations(options.folder))
    catalogue = without(enriched(read(), read_download(options.folder)), {plain(one.text) for one in asked})
    vocabulary = Vocabulary(catalogue)
    compare(asked, options, catalogue, vocabulary)
    print_ways_of_writing(asked, vocabulary)
    print_examples(options.folder)
    print_reliability(asked, vocabulary)
    print_skills(options)
    print_hand_made()
    print_speed(Vocabulary(catalogue), asked)


def compare(asked: Sequence[Asked], options: Options, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
    """Print the share of wordings whose unit group is among the first one, three and five."""
    entries = [
        *concept_entries(catalogue.occupations.values(), "occupation"),
        *letters_entries(catalogue, "occupation"),
        *title_entries(catalogue, "occupation"),
    ]
    codes = [str(entry.code).partition(".")[0] for entry in entries]
    texts = [entry.text for entry in entries]
    ways: dict[str, Method] = {
        "Sankofa": partial(unit_groups, vocabulary),
        **peers(texts, codes, extras=options.extras),
    }
    for language in LANGUAGES:
        some = [one for one in asked if one.language == language]
        print_shares(f"occupations, {language}: {len(some)} wordings held apart", some, ways)


def unit_groups(vocabulary: Vocabulary, text: str, language: str) -> list[str]:
    """Give the unit groups of our suggestions, each once."""
    found = vocabulary.resolve_occupation(text, language=language)
    return list(dict.fromkeys(suggestion.code.partition(".")[0] for suggestion in found))


def print_shares(title: str, asked: Sequence[Asked], ways: Mapping[str, Method]) -> None:
    """Print one line of shares for each way."""
    print(f"\n{title:<52} top 1   top 3   top 5")
    for name, method in ways.items():
        found = [method(one.text, one.language) for one in asked]
        shares = [
            statistics.fmean(one.code in codes[:depth] for one, codes in zip(asked, found, strict=True))
            for depth in DEPTHS
        ]
        print(f"  {name:<50}" + "".join(f"{share:6.3f}  " for share in shares))


def print_ways_of_writing(asked: Sequence[Asked], vocabulary: Vocabulary) -> None:
    """Print what is found of the same wordings written in other ways."""
    changes: dict[str, Callable[[Asked], Asked]] = {
        "inverted (English)": inverted,
        "with a setting or industry": in_a_setting,
        "one letter in eight wrong": misspelt,
    }
    ours = {"Sankofa": partial(unit_groups, vocabulary)}
    for name, change in changes.items():
        print_shares(name, [change(one) for one in asked], ours)


def print_examples(folder: Path) -> None:
    """Print what ISCO's own examples find with our lists alone and with ESCO, and how many are refused."""
    asked = isco_examples(folder)
    for name, vocabulary in (("ours alone", Vocabulary.load()), ("with ESCO", Vocabulary.load(folder))):
        health = [one for one in asked if one.code]
        way = {"Sankofa": partial(unit_groups, vocabulary)}
        print_shares(f"ISCO's examples of health work, {name}: {len(health)}", health, way)
        for language in ("en", "fr"):
            titles = [one.text for one in asked if not one.code and one.language == language]
            refused = [not vocabulary.resolve_occupation(title, language=language) for title in titles]
            share = statistics.fmean(refused)
            print(f"  titles outside health refused, {language}: {share:.3f} of {len(titles)}")


def print_reliability(asked: Sequence[Asked], vocabulary: Vocabulary) -> None:
    """Print how many suggestions of each confidence name the right unit group, the first of each group."""
    rows: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for one in asked:
        groups: dict[str, float] = {}
        for found in vocabulary.resolve_occupation(one.text, language=one.language):
            groups.setdefault(found.code.partition(".")[0], found.confidence)
        for group, confidence in groups.items():
            rows[min(9, int(confidence * 10))].append((confidence, group == one.code))
    print("\nconfidence of occupations      suggestions   mean confidence   right")
    for decile, some in sorted(rows.items()):
        mean, right = (statistics.fmean(column) for column in zip(*some, strict=True))
        print(f"  {decile / 10:.1f} to {(decile + 1) / 10:.1f}{len(some):>30}{mean:>18.2f}{right:>8.2f}")


def print_skills(options: Options) -> None:
    """Print how often a skill's label held apart finds the skill, known by its other names."""
    full = enriched(read(), read_download(options.folder))
    known = {skill.esco: skill.code for skill in full.skills.values() if skill.esco}
    for language in ("fr", "en"):
        held = held_skills(options.folder, language)
        asked = [Asked(text, language, known[uri]) for uri, text in held.items() if uri in known][
            :MOST_SKILLS
        ]
        catalogue = without(full, {plain(one.text) for one in asked})
        entries = list(concept_entries(catalogue.skills.values(), "skill"))
        ways: dict[str, Method] = {
            "Sankofa": partial(skills, Vocabulary(catalogue)),
            **skill_peers(entries, options),
        }
        print_shares(f"skills, {language}: {len(asked)} labels held apart", asked, ways)


def skill_peers(entries: Iterable[Entry], options: Options) -> Mapping[str, Method]:
    """List the peers over English wordings only, where they do best."""
    english = [entry for entry in entries if entry.language == "en"]
    texts = [entry.text for entry in english]
    return peers(texts, [str(entry.code) for entry in english], extras=options.extras)


def skills(vocabulary: Vocabulary, text: str, language: str) -> list[str]:
    """Give the codes of our suggestions."""
    return [suggestion.code for suggestion in vocabulary.resolve_skill(text, language=language)]


def print_hand_made() -> None:
    """Print what is found of the wordings collected by hand, codes of ours included."""
    vocabulary = Vocabulary.load()
    asks: dict[str, Callable[..., list[Suggestion]]] = {
        "occupation": vocabulary.resolve_occupation,
        "specialty": vocabulary.resolve_specialty,
        "skill": vocabulary.resolve_skill,
    }
    first: defaultdict[str, list[bool]] = defaultdict(list)
    for row in hand_made(HAND_MADE):
        found = asks[row["kind"]](row["text"], language=row["language"], country=row["country"] or None)
        kind = row["kind"] if row["code"] else "refused"
        first[kind].append([one.code for one in found][:1] == ([row["code"]] if row["code"] else []))
    print(
        "\ncollected by hand, exact code first: "
        + ", ".join(f"{kind} {statistics.fmean(right):.3f} of {len(right)}" for kind, right in first.items())
    )


def print_speed(vocabulary: Vocabulary, asked: Sequence[Asked]) -> None:
    """Print the time of one answer, for wordings never asked before and then once more."""
    vocabulary.resolve_occupation("nurse")
    for name in ("first asked", "asked again"):
        times = []
        for one in asked:
            began = time.perf_counter()
            vocabulary.resolve_occupation(one.text, language=one.language)
            times.append(time.perf_counter() - began)
        median, rate = statistics.median(times) * 1000, len(times) / sum(times)
        print(f"\nspeed, {name}: median {median:.3f} ms, {rate:,.0f} a second")


if __name__ == "__main__":
    main()
