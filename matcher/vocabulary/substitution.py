"""Who may fill what: the fit of the code a person holds to the code a post asks."""

from collections.abc import Iterable, Mapping

from matcher.vocabulary.catalogue import Rule
from matcher.vocabulary.concept import Occupation, Specialty
from matcher.vocabulary.fit import Fit

_SAME = Fit("same", 100, "same_code")
_UNKNOWN_CODE = Fit("unknown", 0, "unknown_code")
_DIFFERENT_OCCUPATION = Fit("no", 0, "different_occupation")
_DIFFERENT_SPECIALTY = Fit("no", 10, "different_specialty")
_ANYWHERE = ""


class OccupationFits:
    """
    Answers whether an occupation held fills an occupation asked.

    Parameters
    ----------
    occupations : Mapping[str, Occupation]
        The occupations by code.
    rules : Iterable[Rule]
        The lines of `data/substitutions.tsv`.
    """

    def __init__(self, occupations: Mapping[str, Occupation], rules: Iterable[Rule]) -> None:
        self._occupations = occupations
        self._rules = {
            (rule.held, rule.asked, country): rule.fit
            for rule in rules
            for country in (rule.countries or {_ANYWHERE})
        }

    def fit(self, held: str, asked: str, country: str | None) -> Fit:
        """
        Say how far the code held fills the code asked.

        Parameters
        ----------
        held, asked : str
            Occupation codes; an extension that is not in the vocabulary counts as its unit group.
        country : str or None
            ISO 3166-1 alpha-2 of the post, whose law may widen a cadre.

        Returns
        -------
        Fit
            Rules of the country first, then general rules, then the tie between unit group and extension.
        """
        if held == asked:
            return _SAME
        person, post = self._known(held), self._known(asked)
        if person is None or post is None:
            return _UNKNOWN_CODE
        if person.code == post.code:
            return Fit("unknown", 60, "code_too_broad") if asked != post.code else _SAME
        return self._ruled(person, post, country) or _family(person, post) or _DIFFERENT_OCCUPATION

    def _known(self, code: str) -> Occupation | None:
        """Find the code, or its unit group where an extension is not ours."""
        return self._occupations.get(code) or self._occupations.get(code.partition(".")[0])

    def _ruled(self, person: Occupation, post: Occupation, country: str | None) -> Fit | None:
        """Look for a rule on the exact codes, then on the unit groups they belong to."""
        places = (country, _ANYWHERE) if country else (_ANYWHERE,)
        for held, asked in _pairs(person, post):
            for place in places:
                rule = self._rules.get((held, asked, place))
                if rule is not None:
                    return rule
        return None


def _pairs(person: Occupation, post: Occupation) -> list[tuple[str, str]]:
    """
    List the pairs of codes a rule may be written for, the most exact first.

    A person also counts as their unit group unless their profession stands apart; a post that is one more
    title of its unit group is open to whoever may fill the unit group.
    """
    if person.isco == post.isco:
        return [(person.code, post.code)]
    held = [person.code] if person.tie == "distinct" else [person.code, person.isco]
    asked = [post.code, post.isco] if post.tie == "title" else [post.code]
    return list(dict.fromkeys((have, want) for have in held for want in asked))


def _family(person: Occupation, post: Occupation) -> Fit | None:
    """Judge two codes of one unit group by how the extensions stand to it."""
    if person.isco != post.isco:
        return None
    if post.parent is None:
        return _into_unit_group(person)
    if person.parent is None:
        return _out_of_unit_group(post)
    if person.tie == post.tie == "title":
        return Fit("equivalent", 85, "equivalent_cadre")
    if post.tie == "title" and person.tie == "specialised":
        return Fit("may_fill", 75, "specialist_of_the_cadre")
    return Fit("no", 35 if post.tie == "specialised" else 10, _reason_apart(post))


def _reason_apart(post: Occupation) -> str:
    return "needs_specialist_training" if post.tie == "specialised" else "separate_profession"


def _into_unit_group(person: Occupation) -> Fit:
    """Judge an extension held where the whole unit group is asked."""
    if person.tie == "title":
        return Fit("same", 95, "narrower_title")
    if person.tie == "specialised":
        return Fit("may_fill", 85, "specialist_of_the_cadre")
    return Fit("unknown", 50, "code_too_broad")


def _out_of_unit_group(post: Occupation) -> Fit:
    """Judge the unit group held where one of its extensions is asked."""
    if post.tie == "title":
        return Fit("equivalent", 85, "broader_title")
    if post.tie == "specialised":
        return Fit("no", 40, "needs_specialist_training")
    return Fit("unknown", 40, "code_too_broad")


class SpecialtyFits:
    """
    Answers whether a specialty held fills a specialty asked.

    Parameters
    ----------
    specialties : Mapping[str, Specialty]
        The specialties by code.
    rules : Iterable[Rule]
        The lines of `data/specialty_fits.tsv`.
    """

    def __init__(self, specialties: Mapping[str, Specialty], rules: Iterable[Rule]) -> None:
        self._specialties = specialties
        self._rules: dict[tuple[str, str], Fit] = {}
        for rule in rules:
            self._rules[rule.held, rule.asked] = rule.fit
            if rule.fit.state == "neighbour":
                self._rules.setdefault((rule.asked, rule.held), rule.fit)

    def fit(self, held: str | None, asked: str | None, occupation: str) -> Fit:
        """
        Say how far the specialty held fills the specialty asked, both within one occupation.

        Parameters
        ----------
        held, asked : str or None
            Specialty codes; `None` held is not stated, `None` asked is not asked.
        occupation : str
            Code of the occupation of the post: its general specialty is open to all its specialists.

        Returns
        -------
        Fit
            "same", "may_fill", "neighbour", "no" or "unknown".
        """
        if asked is None:
            return Fit("same", 100, "not_asked")
        if held is None:
            return Fit("unknown", 0, "not_stated")
        if held == asked:
            return _SAME
        if held not in self._specialties or asked not in self._specialties:
            return _UNKNOWN_CODE
        return (
            self._rules.get((held, asked)) or self._general(held, asked, occupation) or _DIFFERENT_SPECIALTY
        )

    def _general(self, held: str, asked: str, occupation: str) -> Fit | None:
        """Let a specialist into the general post of an occupation their specialty shares."""
        post, person = self._specialties[asked], self._specialties[held]
        open_to_it = occupation.partition(".")[0] in post.occupations
        if post.general and open_to_it and set(person.occupations) & set(post.occupations):
            return Fit("may_fill", 60, "specialist_in_general_post")
        return None
