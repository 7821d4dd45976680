"""What is wrong with links: concepts that name codes which do not exist, or that nothing ties to the rest."""

import re
from collections.abc import Iterator

from matcher.iso import COUNTRIES
from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Skill, Specialty
from matcher.vocabulary.wording_faults import kinds

_CODE = re.compile(r"[0-9]{4}(\.[1-9][0-9]*)?")


def orphans(catalogue: Catalogue) -> Iterator[str]:
    """Every occupation and specialty that a concept names exists, and every concept belongs to some."""
    for occupation in catalogue.occupations.values():
        if not _CODE.fullmatch(occupation.code):
            yield f"occupation {occupation.code} is no code such as 2221 or 2221.1"
        if occupation.parent is not None and occupation.parent not in catalogue.occupations:
            yield f"occupation {occupation.code} has no unit group"
        if occupation.specialty is not None and occupation.specialty not in catalogue.specialties:
            yield f"occupation {occupation.code} names no specialty: {occupation.specialty}"
    belonging: list[Specialty | Skill] = [*catalogue.specialties.values(), *catalogue.skills.values()]
    for concept in belonging:
        if not concept.occupations:
            yield f"{concept.code} belongs to no occupation"
        for code in concept.occupations:
            if code not in catalogue.occupations:
                yield f"{concept.code} names no occupation: {code}"


def orphaned_links(catalogue: Catalogue) -> Iterator[str]:
    """Every skill is related to other skills, and letters stand for codes, that exist."""
    for skill in catalogue.skills.values():
        for code in skill.related:
            if code not in catalogue.skills or code == skill.code:
                yield f"skill {skill.code} is related to no other skill: {code}"
    known = {kind: concepts.keys() for kind, concepts in kinds(catalogue)}
    for letters in catalogue.abbreviations:
        if letters.code not in known[letters.kind]:
            yield f"{letters.letters} stands for no {letters.kind}: {letters.code}"


def unknown_countries(catalogue: Catalogue) -> Iterator[str]:
    """Every country of letters and of rules is one of ISO 3166-1 alpha-2, or nobody would ever be in it."""
    for letters in catalogue.abbreviations:
        for country in sorted(letters.countries - COUNTRIES):
            yield f"letters {letters.letters} name no country: {country}"
    for rule in catalogue.substitutions:
        for country in sorted(rule.countries - COUNTRIES):
            yield f"rule {rule.held} for {rule.asked} names no country: {country}"
