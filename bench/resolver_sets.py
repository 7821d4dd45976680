"""What the resolver is asked: ESCO's labels held apart, ISCO's examples, and the ways people write them."""

import csv
import hashlib
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Concept
from matcher.vocabulary.wording import plain

LANGUAGES = ("en", "fr", "pt")
HEALTH = ("221", "222", "223", "224", "226", "321", "322", "323", "325", "2634", "2635", "532")
# Unit groups with health work in them, where a title may be either.
MIXED = ("13", "2111", "2120", "2131", "2149", "2310", "2422", "3119", "3344", "5322", "5329")
_HELD_APART = 5
_ONE_LETTER_IN = 8
_EXAMPLES = re.compile(
    r"Examples of the occupations classified here\s*:?(.*?)(?:Some related|Note|Excluded|$)", re.DOTALL
)
_SETTINGS = {
    "en": (" - hospital", " – health care", " (manufacturing)", " - clinic", " - government services"),  # noqa: RUF001
    "fr": (" – hôpital", " - soins de santé", " (secteur public)", " – clinique", " - industrie"),  # noqa: RUF001
    "pt": (" - hospital", " (serviço público)", " - clínica", " – setor privado", " - indústria"),  # noqa: RUF001
}


@dataclass(frozen=True)
class Asked:
    """A wording and the code it should find; an empty code for none."""

    text: str
    language: str
    code: str


def is_held(text: str) -> bool:
    """Choose every fifth wording, the same ones in every run."""
    return int(hashlib.sha256(plain(text).encode()).hexdigest(), 16) % _HELD_APART == 0


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


def held_skills(folder: Path, language: str) -> Mapping[str, str]:
    """Give one label held apart for each skill that has one, by the skill's URI."""
    return {
        row["conceptUri"]: label for row, label in read_labels(folder, "skills", language) if is_held(label)
    }


def isco_examples(folder: Path) -> list[Asked]:
    """Give the examples and the titles of ISCO's unit groups, those outside health without a code."""
    asked = []
    for language in ("en", "fr"):
        with (folder / f"ISCOGroups_{language}.csv").open(encoding="utf-8-sig", newline="") as lines:
            groups = [row for row in csv.DictReader(lines) if len(row["code"]) == len("2221")]
        for row in groups:
            health = row["code"].startswith(HEALTH)
            if not health and row["code"].startswith(MIXED):
                continue
            found = _EXAMPLES.search(row["description"] or "")
            titles = re.findall(r"^\s*-\s*(.+?)\s*$", found.group(1), re.MULTILINE) if found else []
            titles += [] if health else [row["preferredLabel"]]
            asked += [Asked(title, language, row["code"] if health else "") for title in titles]
    return asked


def inverted(asked: Asked) -> Asked:
    """Write an English title as an index does: "nurse, emergency"."""
    *words, last = asked.text.split()
    turned = bool(words) and asked.language == "en" and not re.search(r",|\(| of | for | in ", asked.text)
    return replace(asked, text=f"{last}, {' '.join(words)}") if turned else asked


def misspelt(asked: Asked) -> Asked:
    """Swap, drop, add or change one letter in eight."""
    chance = random.Random(asked.text)
    letters = list(asked.text)
    for _ in range(len(letters) // _ONE_LETTER_IN):
        i = chance.randrange(len(letters) - 1)
        kind = chance.randrange(4)
        letters[i : i + 2] = [
            [letters[i + 1], letters[i]],
            [letters[i]],
            [letters[i], chance.choice("aeinrst"), letters[i + 1]],
            [chance.choice("aeinrst"), letters[i + 1]],
        ][kind]
    return replace(asked, text="".join(letters))


def in_a_setting(asked: Asked) -> Asked:
    """Attach a setting or an industry."""
    settings = _SETTINGS[asked.language]
    return replace(asked, text=asked.text + settings[len(asked.text) % len(settings)])


def without(catalogue: Catalogue, held: set[str]) -> Catalogue:
    """Take wordings out of a catalogue wherever they stand."""

    def kept(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {lang: tuple(name for name in some if plain(name) not in held) for lang, some in names.items()}

    def cleaned(concept: Any) -> Any:
        labels = _labels(concept, held)
        return replace(concept, labels=labels, synonyms=kept(concept.synonyms))

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


def _labels(concept: Concept, held: set[str]) -> dict[str, str]:
    # The resolver shows English where there is no other label: one held apart gives way to the code.
    kept = {lang: name for lang, name in concept.labels.items() if plain(name) not in held}
    return {"en": concept.code, **kept}


def hand_made(file: Path) -> Sequence[dict[str, str]]:
    """Read the wordings collected by hand, with kind, language, country and code."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
