"""What the resolver answers."""

from dataclasses import asdict, dataclass

from matcher.vocabulary.concept import Kind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """
    One code for a typed wording, with the reason it came up.

    Parameters
    ----------
    code : str
        Code of the occupation, specialty or skill.
    label : str
        Its label in the language asked, in English if none was asked.
    kind : {"occupation", "specialty", "skill"}
        What the code names.
    confidence : float
        0 to 1, rounded to three decimals.
    matched : str
        The wording of the vocabulary that the text met.
    esco : str or None
        URI of the ESCO concept, where ESCO data was loaded.
    """

    code: str
    label: str
    kind: Kind
    confidence: float
    matched: str
    esco: str | None = None

    def to_json(self) -> dict[str, str | float | None]:
        """
        Give the suggestion in the form of the `resolve` command.

        Returns
        -------
        dict
            The six fields by name.

        Examples
        --------
        >>> Suggestion("2222", "Midwife", "occupation", 1.0, "midwife").to_json()["code"]
        '2222'
        """
        return asdict(self)
