"""
Enriches the catalogue with ESCO's labels, skills and relations.

This part uses the ESCO classification of the European Commission; the pages that show its labels say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from matcher.vocabulary.catalogue import Catalogue
from matcher.vocabulary.concept import Occupation, Skill
from matcher.vocabulary.esco_download import Esco, EscoConcept
from matcher.vocabulary.wording import plain, variants

# Unit groups where every ESCO occupation is health work; elsewhere only names we already know are taken.
_HEALTH_GROUPS = ("221", "222", "223", "224", "225", "226", "321", "322", "323", "325", "2634", "2635", "532")
_NOT_THEIRS = {
    # ESCO calls the anaesthetic technician "infirmier anesthésiste", which is a nurse's title.
    ("anaesthetic technician", "fr"),
    # The Portuguese names of physiotherapists list speech therapists and chiropractors too.
    ("physiotherapist", "pt"),
}
_LIE_DETECTOR = "polygraph examiner"


def health_part(catalogue: Catalogue, esco: Esco) -> Esco:
    """
    Keep what concerns health work: occupations that have a place in the catalogue, and the skills of those.

    Parameters
    ----------
    catalogue : Catalogue
        Our own lists.
    esco : Esco
        The download, or a part of it.

    Returns
    -------
    Esco
        The part; the part of a part is that part.

    Examples
    --------
    >>> from matcher.vocabulary.catalogue import read
    >>> pilot = EscoConcept("u:2", "3153", {"en": ("aircraft pilot",)})
    >>> health_part(read(), Esco((pilot,), (), ())).occupations
    ()
    """
    occupations = tuple(concept for concept, _, _ in _homes(catalogue, esco.occupations))
    kept = {concept.uri for concept in occupations}
    relations = tuple((skill, occupation) for skill, occupation in esco.relations if occupation in kept)
    linked = {skill for skill, _ in relations}
    ours = _names_of(catalogue.skills.values())
    skills = tuple(
        skill
        for skill in esco.skills
        if plain(skill.english) in ours or (skill.english and skill.uri in linked)
    )
    return Esco(occupations, skills, relations)


def enriched(catalogue: Catalogue, esco: Esco) -> Catalogue:
    """
    Add ESCO's labels, skills and relations to the catalogue.

    Parameters
    ----------
    catalogue : Catalogue
        Our own lists; their labels and codes stay.
    esco : Esco
        The download or its health part; both give the same.

    Returns
    -------
    Catalogue
        The enriched catalogue with a version of its own.

    Examples
    --------
    >>> from matcher.vocabulary.catalogue import read
    >>> midwife = EscoConcept("u:1", "2222", {"en": ("midwife",), "ar": ("قابلة",)})
    >>> enriched(read(), Esco((midwife,), (), ())).occupations["2222"].labels["ar"]
    'قابلة'
    """
    part = health_part(catalogue, esco)
    occupations = dict(catalogue.occupations)
    labels = _labels(occupations.values())
    codes: dict[str, str] = {}
    for concept, code, exact in _homes(catalogue, part.occupations):
        theirs = _not_our_labels(concept, labels, code)
        occupations[code] = _with_names(occupations[code], theirs, exact=exact)
        codes[concept.uri] = code
    return replace(
        catalogue,
        occupations=occupations,
        skills=_skills(catalogue, part.skills, _by_skill(part, codes)),
        digest=f"{catalogue.digest}-{part.digest}",
    )


def _homes(catalogue: Catalogue, concepts: Iterable[EscoConcept]) -> Iterator[tuple[EscoConcept, str, bool]]:
    """Find the code of ours each ESCO occupation belongs to and whether it is the very same."""
    ours = _names_of(catalogue.occupations.values())
    for concept in concepts:
        same = ours.get(plain(concept.english))
        if same is not None:
            yield concept, same, True
        elif _is_health(catalogue, concept):
            yield concept, concept.isco, False


def _is_health(catalogue: Catalogue, concept: EscoConcept) -> bool:
    known = concept.isco in catalogue.occupations and concept.isco.startswith(_HEALTH_GROUPS)
    return known and _LIE_DETECTOR not in concept.names.get("en", ())


def _names_of(concepts: Iterable[Occupation | Skill]) -> dict[str, str]:
    """Give the code behind each English wording of ours."""
    names: dict[str, str] = {}
    for concept in concepts:
        for name in (concept.labels["en"], *concept.synonyms.get("en", ())):
            names.setdefault(plain(name), concept.code)
    return names


def _labels(occupations: Iterable[Occupation]) -> dict[tuple[str, str], str]:
    """Give the code behind each label of ours, in each gender, by its language."""
    return {
        (language, plain(text)): occupation.code
        for occupation in occupations
        for language, label in occupation.labels.items()
        for text in variants(label)
    }


def _not_our_labels(concept: EscoConcept, labels: Mapping[tuple[str, str], str], code: str) -> EscoConcept:
    """Leave out what we call another occupation: ESCO lists "sage-femme" under the health care assistant."""
    names = {
        language: tuple(name for name in some if labels.get((language, plain(name)), code) == code)
        for language, some in concept.names.items()
    }
    return replace(concept, names={language: some for language, some in names.items() if some})


def _with_names(occupation: Occupation, concept: EscoConcept, *, exact: bool) -> Occupation:
    """Add names as synonyms; where the concept is the very same, also labels of languages we lack."""
    usable = {
        lang: names for lang, names in concept.names.items() if (concept.english, lang) not in _NOT_THEIRS
    }
    labels = dict(occupation.labels)
    if exact:
        for language, names in usable.items():
            labels.setdefault(language, names[0])
    return replace(
        occupation,
        labels=labels,
        synonyms=_joined(occupation.synonyms, usable),
        esco=(occupation.esco or concept.uri) if exact else occupation.esco,
    )


def _joined(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    languages = dict.fromkeys([*ours, *theirs])
    return {
        language: tuple(dict.fromkeys([*ours.get(language, ()), *theirs.get(language, ())]))
        for language in languages
    }


def _by_skill(esco: Esco, codes: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Give our occupation codes by ESCO skill, essential relations first."""
    linked: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for skill, occupation in esco.relations:
        linked[skill][codes[occupation]] = None
    return {uri: tuple(occupations) for uri, occupations in linked.items()}


def _skills(
    catalogue: Catalogue, concepts: Iterable[EscoConcept], linked: Mapping[str, tuple[str, ...]]
) -> dict[str, Skill]:
    """Enrich the skills we have and take in the others."""
    ours = _names_of(catalogue.skills.values())
    skills = dict(catalogue.skills)
    for concept in concepts:
        code = ours.get(plain(concept.english))
        if code is not None:
            known = skills[code]
            skills[code] = replace(
                known, synonyms=_joined(known.synonyms, concept.names), esco=known.esco or concept.uri
            )
        else:
            skill = _new_skill(concept, linked[concept.uri])
            skills[skill.code] = skill
    return skills


def _new_skill(concept: EscoConcept, occupations: tuple[str, ...]) -> Skill:
    """Build a skill only ESCO has; its code says so."""
    return Skill(
        code=f"esco:{concept.uri.rpartition('/')[2]}",
        group="esco",
        occupations=occupations,
        related={},
        labels={language: names[0] for language, names in concept.names.items()},
        synonyms={language: names[1:] for language, names in concept.names.items()},
        esco=concept.uri,
    )
