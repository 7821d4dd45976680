"""What the engine says when it is given something it cannot take: always the field and the rule."""


class MatcherError(ValueError):
    """Any input the engine refuses; ``str(error)`` is one line fit to be shown.

    Parameters
    ----------
    field : str
        Where it stands, as a path: ``languages[0].cefr``. Empty for the whole object.
    rule : str
        What would have been right, in plain words.

    Examples
    --------
    >>> str(MatcherError("duration_weeks", "must be a whole number from 1 to 520"))
    'duration_weeks: must be a whole number from 1 to 520'
    """

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field}: {rule}" if field else rule)
        self.field = field
        self.rule = rule

    def __reduce__(self) -> tuple[type["MatcherError"], tuple[str, str]]:
        """Travel between processes as what it was made of."""
        return type(self), (self.field, self.rule)


class MissingFieldError(MatcherError):
    """A field without which the object means nothing is absent or null."""


class WrongTypeError(MatcherError):
    """Text where a number belongs, a list where an object belongs, and the like."""


class OutOfRangeError(MatcherError):
    """A number, a length or a date outside of what can be true."""


class UnsafeTextError(MatcherError):
    """Text with control characters or halves of characters."""


class UnknownChoiceError(MatcherError):
    """A word outside of a closed list: a mode, a level, a country, a status."""


class ReversedDatesError(MatcherError):
    """An end before its beginning."""


class UnknownCodeError(MatcherError):
    """An occupation, specialty or skill code that the vocabulary does not have."""


class DuplicateCandidateError(MatcherError):
    """Two candidates of one pool with the same id."""


class UnknownCandidateError(MatcherError):
    """An id that the pool does not hold."""


class UnknownWeightsError(MatcherError):
    """A version of the weights that there has not been."""
