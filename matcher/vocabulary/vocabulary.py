"""The vocabulary as a whole: concepts, who may fill what, and the resolvers."""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from matcher.vocabulary.catalogue import Catalogue, read
from matcher.vocabulary.closeness import PhraseCloseness
from matcher.vocabulary.concept import FacilityType, Kind, Occupation, Skill, Specialty
from matcher.vocabulary.esco import enriched
from matcher.vocabulary.esco_download import Esco, read_download
from matcher.vocabulary.fit import Fit
from matcher.vocabulary.lexicon import concept_entries
from matcher.vocabulary.meaning import CANDIDATES, MeaningOrder, installed_encoder
from matcher.vocabulary.resolver import Resolver
from matcher.vocabulary.resolvers import occupation_resolver, skill_resolver, specialty_resolver
from matcher.vocabulary.substitution import OccupationFits, SpecialtyFits
from matcher.vocabulary.suggestion import Suggestion
from matcher.vocabulary.wording import stems


class Vocabulary:
    """
    The words of health work and the codes behind them.

    Parameters
    ----------
    catalogue : Catalogue
        The lists, read from the data files and perhaps enriched.

    Attributes
    ----------
    version : str
        Content hash of the data; the same data gives the same answers.
    occupations, specialties, skills, facility_types : Mapping
        The concepts by code.

    Examples
    --------
    >>> vocabulary = Vocabulary.load()
    >>> vocabulary.resolve_occupation("IADE", language="fr")[0].code
    '2221.1'
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.version: str = catalogue.digest
        self.occupations: Mapping[str, Occupation] = catalogue.occupations
        self.specialties: Mapping[str, Specialty] = catalogue.specialties
        self.skills: Mapping[str, Skill] = catalogue.skills
        self.facility_types: Mapping[str, FacilityType] = catalogue.facility_types
        self._occupation_fits = OccupationFits(self.occupations, catalogue.substitutions)
        self._specialty_fits = SpecialtyFits(self.specialties, catalogue.specialty_fits)
        self._catalogue = catalogue

    # Each resolver learns when it is first asked: who reads labels or fits only does not wait for it.
    @cached_property
    def _occupation_resolver(self) -> Resolver:
        return occupation_resolver(self._catalogue)

    @cached_property
    def _specialty_resolver(self) -> Resolver:
        return specialty_resolver(self._catalogue)

    @cached_property
    def _skill_resolver(self) -> Resolver:
        return skill_resolver(self._catalogue)

    @cached_property
    def _facility_names(self) -> Mapping[frozenset[str], FacilityType]:
        entries = concept_entries(self.facility_types.values(), "facility_type")
        return {frozenset(stems(entry.text)): self.facility_types[entry.code or ""] for entry in entries}

    @cached_property
    def _phrases(self) -> PhraseCloseness:
        return PhraseCloseness(self.skills, self._skill_resolver)

    @cached_property
    def _meaning_order(self) -> MeaningOrder | None:
        # For people who choose from a list. A ranking does not use it: it must not hang on what is installed.
        encoder = installed_encoder()
        return MeaningOrder(self.skills, encoder) if encoder is not None else None

    @staticmethod
    def load(esco: Path | str | None = None) -> "Vocabulary":
        """
        Load the vocabulary once for the process.

        Parameters
        ----------
        esco : Path or str or None
            Folder of the official ESCO CSV download, which adds labels, skills and relations.

        Returns
        -------
        Vocabulary
            The same object for the same folder.

        Examples
        --------
        >>> Vocabulary.load() is Vocabulary.load()
        True
        """
        return _load(Path(esco) if esco is not None else None)

    @staticmethod
    def with_esco(esco: Esco) -> "Vocabulary":
        """
        Make the vocabulary with ESCO data that was read before.

        Parameters
        ----------
        esco : Esco
            The download or its health part.

        Returns
        -------
        Vocabulary
            A new one at each call, equal to `load` of the same folder.

        Examples
        --------
        >>> Vocabulary.with_esco(Esco((), (), ())).version.startswith(Vocabulary.load().version)
        True
        """
        return Vocabulary(enriched(read(), esco))

    def occupation_fit(self, held: str, asked: str, country: str | None = None) -> Fit:
        """
        Say whether an occupation held fills an occupation asked.

        Parameters
        ----------
        held, asked : str
            Occupation codes.
        country : str or None
            ISO 3166-1 alpha-2 of the post.

        Returns
        -------
        Fit
            "same", "equivalent", "may_fill", "no" or "unknown", with closeness and reason.

        Examples
        --------
        >>> Vocabulary.load().occupation_fit("2212", "2211").state
        'may_fill'
        >>> Vocabulary.load().occupation_fit("2211", "2212").state
        'no'
        """
        return self._occupation_fits.fit(held, asked, country)

    def specialty_fit(self, held: str | None, asked: str | None, occupation: str) -> Fit:
        """
        Say whether a specialty held fills a specialty asked.

        Parameters
        ----------
        held, asked : str or None
            Specialty codes; `None` held is not stated, `None` asked is not asked.
        occupation : str
            Code of the occupation of the post.

        Returns
        -------
        Fit
            "same", "may_fill", "neighbour", "no" or "unknown", with closeness and reason.

        Examples
        --------
        >>> Vocabulary.load().specialty_fit("cardiology", "general_medicine", "2211").state
        'may_fill'
        """
        return self._specialty_fits.fit(held, asked, occupation)

    def skill_closeness(self, held: str, asked: str) -> int:
        """
        Say how near two skills are.

        Parameters
        ----------
        held, asked : str
            Skill codes.

        Returns
        -------
        int
            100 for the same, 0 for unrelated or unknown.

        Examples
        --------
        >>> Vocabulary.load().skill_closeness("postpartum_haemorrhage", "postpartum_haemorrhage")
        100
        """
        return self._phrases.between_codes(held, asked)

    def phrase_closeness(self, a: str, b: str) -> int:
        """
        Say how near two free skill phrases are, in whatever languages.

        Parameters
        ----------
        a, b : str
            Phrases; each may list several skills, the nearest two count.

        Returns
        -------
        int
            0 to 100, the same both ways round.

        Examples
        --------
        >>> Vocabulary.load().phrase_closeness("PPH management", "hémorragie du post-partum") >= 90
        True
        """
        return self._phrases.between(a, b)

    def facility_type(self, text: str) -> FacilityType | None:
        """
        Find the type of a facility by what a list or a person calls it.

        Parameters
        ----------
        text : str
            In English, French or Portuguese, in whatever number and word order.

        Returns
        -------
        FacilityType or None
            `None` where the words are no name of a type we know.

        Examples
        --------
        >>> Vocabulary.load().facility_type("Hôpitaux régionaux").labels["en"]
        'Regional hospital'
        """
        return self._facility_names.get(frozenset(stems(text)))

    def mentioned_skills(self, text: str) -> Mapping[str, str]:
        """
        Find the skills a longer text names, such as a summary.

        Parameters
        ----------
        text : str
            Any text; its first 4,000 characters are read.

        Returns
        -------
        Mapping[str, str]
            The words found by skill code, in the order of the text.

        Examples
        --------
        >>> list(Vocabulary.load().mentioned_skills("Ten years of PPH management in Bo"))
        ['postpartum_haemorrhage']
        """
        return self._phrases.mentioned(text)

    def resolve_occupation(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> list[Suggestion]:
        """
        Suggest occupations for typed words.

        Parameters
        ----------
        text : str
            As typed: a title, an abbreviation, with typing mistakes.
        language, country : str or None
            ISO 639-1 and ISO 3166-1 alpha-2, to choose among equal letters and for the label.
        limit : int
            How many at most.

        Returns
        -------
        list of Suggestion
            Best first; empty where the words name no health occupation.

        Examples
        --------
        >>> [s.code for s in Vocabulary.load().resolve_occupation("vétérinaire")]
        []
        """
        return self._occupation_resolver.suggest(text, language, country, limit)

    def resolve_specialty(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> list[Suggestion]:
        """
        Suggest specialties for typed words; parameters and result as `resolve_occupation`.

        Examples
        --------
        >>> Vocabulary.load().resolve_specialty("médecin cardiologue")[0].code
        'cardiology'
        """
        return self._specialty_resolver.suggest(text, language, country, limit)

    def resolve_skill(
        self, text: str, *, language: str | None = None, country: str | None = None, limit: int = 5
    ) -> list[Suggestion]:
        """
        Suggest skills for typed words; parameters and result as `resolve_occupation`.

        Examples
        --------
        >>> Vocabulary.load().resolve_skill("PPH")[0].code
        'postpartum_haemorrhage'
        """
        order = self._meaning_order
        if order is None or limit <= 0:
            return self._skill_resolver.suggest(text, language, country, limit)
        found = self._skill_resolver.suggest(text, language, country, max(limit, CANDIDATES))
        return order.ordered(text, found, language, limit)

    def complete(
        self,
        kind: Kind,
        text: str,
        *,
        language: str | None = None,
        country: str | None = None,
        limit: int = 5,
    ) -> list[Suggestion]:
        """
        Suggest codes for words that somebody is still typing.

        Parameters
        ----------
        kind : {"occupation", "specialty", "skill"}
            What is looked for.
        text, language, country, limit
            As in `resolve_occupation`.

        Returns
        -------
        list of Suggestion
            Codes of which a wording begins like the text, the likeliest first.

        Examples
        --------
        >>> [found.label for found in Vocabulary.load().complete("occupation", "midw", language="en")][:2]
        ['Midwife', 'Midwifery associate']
        """
        resolvers = {
            "occupation": self._occupation_resolver,
            "specialty": self._specialty_resolver,
            "skill": self._skill_resolver,
        }
        return resolvers[kind].complete(text, language, country, limit)


@cache
def _load(esco: Path | None) -> Vocabulary:
    return Vocabulary(read()) if esco is None else Vocabulary.with_esco(read_download(esco))
