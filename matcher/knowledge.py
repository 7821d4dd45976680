"""What the engine asks of a vocabulary, so that any vocabulary that answers can stand in for ours."""

from collections.abc import Mapping, Sequence
from typing import Protocol


class Fit(Protocol):
    """How one occupation or specialty stands to another."""

    @property
    def state(self) -> str:
        """One of same, equivalent, may_fill, neighbour, no, unknown."""

    @property
    def closeness(self) -> int:
        """0 (nothing in common) to 100 (the same)."""

    @property
    def reason(self) -> str:
        """The code of the rule that says so."""


class Suggestion(Protocol):
    """One code that typed words may mean."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def confidence(self) -> float:
        """0 to 1: the share of such suggestions that are right."""


class Labelled(Protocol):
    """Anything with labels by language."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The label in each language."""


class OccupationTerm(Labelled, Protocol):
    """An occupation of the vocabulary."""

    @property
    def specialty(self) -> str | None:
        """The specialty that the occupation implies, if any."""


class SkillTerm(Labelled, Protocol):
    """A skill of the vocabulary."""

    @property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Other wordings by language."""

    @property
    def group(self) -> str:
        """The group it stands in, as ``teaching``."""


class Knowledge(Protocol):
    """A vocabulary: codes, labels, who may fill what, how near skills are, what typed words mean."""

    @property
    def version(self) -> str:
        """A hash of the content."""

    @property
    def occupations(self) -> Mapping[str, OccupationTerm]:
        """Occupations by code."""

    @property
    def specialties(self) -> Mapping[str, Labelled]:
        """Specialties by code."""

    @property
    def skills(self) -> Mapping[str, SkillTerm]:
        """Skills by code."""

    def occupation_fit(self, held: str, asked: str, country: str | None = None) -> Fit:
        """Say whether who has one occupation may fill a post of another."""

    def specialty_fit(self, held: str | None, asked: str | None, occupation: str) -> Fit:
        """Say the same of specialties within an occupation."""

    def skill_closeness(self, held: str, asked: str) -> int:
        """Return 100 for the same skill, 0 for unrelated ones."""

    def phrase_closeness(self, a: str, b: str) -> int:
        """Return how near two free phrases are, 0 to 100, across languages."""

    def resolve_occupation(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> Sequence[Suggestion]:
        """Return the codes that typed words may mean, best first."""

    def resolve_specialty(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> Sequence[Suggestion]:
        """Return the codes that typed words may mean, best first."""

    def resolve_skill(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> Sequence[Suggestion]:
        """Return the codes that typed words may mean, best first."""
