"""The words of facility names: the same whether written in English, French or Portuguese.

What is stored in `Facility.search_text` and what people type go through the same door, `facility_words`,
so that "Hôpital Donka" and "Donka Hospital" meet.
"""

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from web.folding import fold

_SILENT = frozenset(
    [
        "a",
        "o",
        "e",
        "d",
        "l",
        "of",
        "the",
        "and",
        "at",
        "in",
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "et",
        "au",
        "aux",
        "en",
        "do",
        "da",
        "dos",
        "das",
        "em",
        "no",
        "na",
    ]
)
_SPELLINGS = {
    "hospital": "hopital hopitaux hospitals hospitais hospitalier hospitaliere hospitalar hosp hop hopitale",
    "centre": "center centro ctr centers centres centros",
    "health": "sante saude sanitaire sanitario sanitarios salud",
    "post": "poste posto postos postes",
    "hut": "case",
    "clinic": "clinique clinica clinics",
    "polyclinic": "polyclinique policlinica",
    "dispensary": "dispensaire dispensario",
    "maternity": "maternite maternidade",
    "maternal": "maternelle materno materna",
    "child": "infantile infantil enfant enfants children",
    "national": "nationale nacional nationaux",
    "regional": "regionale regionais regionaux",
    "provincial": "provinciale",
    "district": "distrito distrital",
    "departmental": "departemental departementale",
    "prefectural": "prefectoral prefectorale prefectoraux",
    "municipal": "municipale",
    "university": "universitaire universitario univ",
    "teaching": "ensino",
    "general": "generale geral gen",
    "referral": "reference referencia refferal",
    "medical": "medicale medico medicaux medica",
    "surgical": "chirurgical chirurgicale cirurgico",
    "central": "centrale centraux centrais",
    "military": "militaire militar",
    "community": "communautaire communautaires comunitario comunitaria",
    "integrated": "integre integrado",
    "primary": "primaire primario",
    "urban": "urbain urbaine urbano",
    "rural": "rurale rurais",
    "private": "prive privee privado",
    "laboratory": "laboratoire laboratorio labo",
    "school": "ecole escola",
    "institute": "institut instituto",
    "saint": "st ste sainte sao santo santa",
    "catholic": "catholique catolico catolica",
    "protestant": "protestante",
}
_ABBREVIATIONS = {
    "chu": "hospital centre university",
    "chr": "hospital centre regional",
    "chn": "hospital centre national",
    "chd": "hospital centre departmental",
    "hgr": "hospital general referral",
    "hgrp": "hospital general referral provincial",
    "phc": "primary health centre",
    "chc": "community health centre",
    "csi": "health centre integrated",
    "csps": "health centre sociale promotion",
    "csref": "health centre referral",
    "cscom": "health centre community",
    "uth": "university teaching hospital",
    "gh": "general hospital",
}
_COMMON: dict[str, tuple[str, ...]] = {
    **{word: (word,) for word in _SPELLINGS},
    **{spelling: (word,) for word, spellings in _SPELLINGS.items() for spelling in spellings.split()},
    **{letters: tuple(words.split()) for letters, words in _ABBREVIATIONS.items()},
}
# Names that belong to one place more than to a kind of place: they must be found, not only add weight.
_OF_NAMES = frozenset({"saint", "catholic", "protestant", "military", "child", "maternal"})
_KINDS = frozenset(_SPELLINGS) - _OF_NAMES

MOST_NAMES = 6
_SHORTEST_MISTYPED = 5
_LIKE_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class AskedWords:
    """What somebody looks for: the words that name a place, and the words that say what kind it is."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]


def facility_words(*texts: str) -> list[str]:
    """Give each word of the texts once, in order: folded, without articles, in one common spelling."""
    folded = " ".join(fold(text) for text in texts).split()
    common = (word for spelled in folded for word in _COMMON.get(spelled, (spelled,)))
    return list(dict.fromkeys(word for word in common if word not in _SILENT))


def facility_search_text(*, name: str, kind: str, region: str) -> str:
    """Give the text a facility is found by; blanks mark where each word begins and ends."""
    return f" {' '.join(facility_words(name, kind, region))} "


def asked_words(text: str) -> AskedWords:
    """Sort typed words into names and kinds; "hopitl" is a kind of place, misspelled."""
    names: list[str] = []
    kinds: list[str] = []
    for word in facility_words(text):
        if word in _KINDS:
            kinds.append(word)
        elif meant := _mistyped_kind(word):
            kinds.append(meant)
        else:
            names.append(word)
    return AskedWords(tuple(names[:MOST_NAMES]), tuple(dict.fromkeys(kinds)))


def _mistyped_kind(word: str) -> str | None:
    if len(word) < _SHORTEST_MISTYPED:
        return None
    nearest = process.extractOne(
        word, _LONG_SPELLINGS, scorer=OSA.normalized_similarity, score_cutoff=_LIKE_ENOUGH
    )
    return _COMMON[nearest[0]][0] if nearest else None


_LONG_SPELLINGS = [
    spelled
    for spelled, (word, *_) in _COMMON.items()
    if word in _KINDS and spelled not in _ABBREVIATIONS and len(spelled) >= _SHORTEST_MISTYPED
]
