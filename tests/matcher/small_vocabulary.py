"""A vocabulary of a few words, so that tests say themselves what is near to what."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fit:
    state: str
    closeness: int
    reason: str


@dataclass(frozen=True)
class Suggestion:
    code: str
    confidence: float


@dataclass(frozen=True)
class Term:
    labels: dict[str, str]
    group: str = ""
    specialty: str | None = None
    synonyms: dict[str, tuple[str, ...]] = field(default_factory=dict)


SAME = Fit("same", 100, "same_code")
NO = Fit("no", 0, "different_occupation")

OCCUPATION_FITS = {
    ("2212", "2211"): Fit("may_fill", 80, "specialist_in_general_post"),
    ("2222.1", "2222"): Fit("equivalent", 90, "equivalent_cadre"),
    ("2222", "2222.1"): Fit("equivalent", 90, "equivalent_cadre"),
    ("2221", "2222"): Fit("no", 35, "separate_profession"),
    ("3221", "2221"): Fit("unknown", 50, "code_too_broad"),
}
SPECIALTY_FITS = {
    ("neonatology", "paediatrics"): Fit("may_fill", 85, "subspecialty"),
    ("paediatrics", "neonatology"): Fit("neighbour", 60, "same_field"),
    ("cardiology", "paediatrics"): Fit("no", 0, "different_specialty"),
}
CLOSENESS = {
    frozenset({"pph", "emonc"}): 80,
    frozenset({"triage", "emonc"}): 40,
    frozenset({"pph", "triage"}): 1,
}


OCCUPATIONS = {
    "2211": Term({"en": "Generalist doctor", "fr": "Médecin généraliste"}),
    "2212": Term({"en": "Specialist doctor", "fr": "Médecin spécialiste"}),
    "2221": Term({"en": "Nurse", "fr": "Infirmier"}),
    "2222": Term({"en": "Midwife", "fr": "Sage-femme"}),
    "2222.1": Term({"en": "Nurse-midwife", "fr": "Maïeuticien"}),
    "2212.1": Term({"en": "Paediatrician", "fr": "Pédiatre"}, specialty="paediatrics"),
    "3221": Term({"en": "Nursing associate", "fr": "Aide-soignant"}),
}
SPECIALTIES = {
    "paediatrics": Term({"en": "Paediatrics", "fr": "Pédiatrie"}),
    "neonatology": Term({"en": "Neonatology", "fr": "Néonatologie"}),
    "cardiology": Term({"en": "Cardiology", "fr": "Cardiologie"}),
}
SKILLS = {
    "pph": Term({"en": "PPH management", "fr": "Hémorragie du post-partum"}, synonyms={"fr": ("HPP",)}),
    "emonc": Term({"en": "Emergency obstetric care", "fr": "SONU"}),
    "triage": Term({"en": "Triage", "fr": "Tri"}),
    "tutoring": Term({"en": "Tutoring students", "fr": "Encadrement"}, group="teaching"),
}


class SmallVocabulary:
    version = "small-1"

    def __init__(self):
        self.occupations = OCCUPATIONS
        self.specialties = SPECIALTIES
        self.skills = SKILLS

    def occupation_fit(self, held, asked, country=None):
        return SAME if held == asked else OCCUPATION_FITS.get((held, asked), NO)

    def specialty_fit(self, held, asked, occupation):
        return SAME if held == asked else SPECIALTY_FITS.get((held, asked), NO)

    def skill_closeness(self, held, asked):
        return 100 if held == asked else CLOSENESS.get(frozenset({held, asked}), 0)

    def phrase_closeness(self, a, b):
        left, right = set(a.casefold().split()), set(b.casefold().split())
        return 100 * len(left & right) // len(left | right) if left | right else 0

    def resolve_occupation(self, text, *, language=None, country=None, limit=5):
        return self._resolve(self.occupations, text)[:limit]

    def resolve_specialty(self, text, *, language=None, country=None, limit=5):
        return self._resolve(self.specialties, text)[:limit]

    def resolve_skill(self, text, *, language=None, country=None, limit=5):
        return self._resolve(self.skills, text)[:limit]

    @staticmethod
    def _resolve(terms, text):
        wanted = text.casefold()
        return [
            Suggestion(code, 1.0 if wanted == label.casefold() else 0.4)
            for code, term in terms.items()
            for label in term.labels.values()
            if wanted in label.casefold() and wanted
        ]
