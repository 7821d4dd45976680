"""JSON lines: one object a line, and refusals that name the line."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn, TypeVar

from matcher.errors import MatcherError, WrongTypeError
from matcher.types.fields import LINE, Fields

T = TypeVar("T")


class LineError(ValueError):
    """One line of a file that was refused; ``str(error)`` names file, line, field and rule."""

    def __init__(self, source: str, number: int, refusal: Exception) -> None:
        super().__init__(f"{source}, line {number}: {refusal}")


def read_lines(
    lines: Iterable[bytes],
    source: str,
    read: Callable[[bytes], T],
    refuse: Callable[[LineError], None],
    *,
    blank: bool = False,
) -> Iterator[T]:
    """Read each line in turn.

    Parameters
    ----------
    lines : iterable of bytes
        As a file opened in binary mode gives them.
    source : str
        The name of the file, for messages.
    read : callable
        From one line to what it stands for; may raise `MatcherError`.
    refuse : callable
        Called with the error of each bad line; it stops the reading by raising.
    blank : bool
        Whether a blank line is read too; else it is passed over.
    """
    for number, line in enumerate(lines, start=1):
        if not (blank or line.strip()):
            continue
        try:
            item = read(line)
        except MatcherError as refusal:
            refuse(LineError(source, number, refusal))
        else:
            yield item


def json_object(line: bytes) -> Any:
    """Return the object on a line.

    Raises
    ------
    WrongTypeError
        If the line is not UTF-8 or not JSON. NaN and infinity are not JSON.

    Examples
    --------
    >>> json_object(b'{"id": NaN}')
    Traceback (most recent call last):
        ...
    matcher.errors.WrongTypeError: must be JSON, and NaN is not
    """
    try:
        return json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise WrongTypeError("", "must be UTF-8") from None
    except json.JSONDecodeError as error:
        raise WrongTypeError("", f"must be JSON ({error.msg.lower()} at column {error.colno})") from None
    except RecursionError:
        raise WrongTypeError("", "must not be nested so deeply") from None
    except MatcherError:
        raise
    except ValueError:
        raise WrongTypeError("", "must not hold numbers of so many digits") from None


def typed_words(line: bytes) -> str:
    """Return the words on a line of plain text.

    Raises
    ------
    MatcherError
        If the line is not UTF-8, too long, or holds control characters.
    """
    try:
        text = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise WrongTypeError("text", "must be UTF-8") from None
    return Fields({"text": text}).text("text", longest=LINE) or ""


def _refuse_constant(name: str) -> NoReturn:
    raise WrongTypeError("", f"must be JSON, and {name} is not")
