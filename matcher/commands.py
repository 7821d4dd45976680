"""What the shell commands do; `matcher.__main__` only reads their arguments."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from matcher.counterfactuals import what_would_change
from matcher.errors import MatcherError
from matcher.explanation import explain
from matcher.iso import COUNTRIES, LANGUAGES
from matcher.lines import LineError, json_object, read_lines, typed_words
from matcher.pool import Pool, PoolBuilder
from matcher.ranking import rank
from matcher.types import Candidate, Position
from matcher.types.fields import COUNTRY_RULE, LANGUAGE_RULE
from matcher.types.ranking import Ranking
from matcher.vocabulary import Vocabulary

REFUSED = 2


class Refusals:
    """Tells of bad lines; stops at the first unless told to keep going."""

    def __init__(self, *, keep_going: bool) -> None:
        self._keep_going = keep_going
        self.any = False

    def __call__(self, error: LineError) -> None:
        """Write one line on standard error.

        Raises
        ------
        LineError
            The same, unless going on.
        """
        sys.stderr.write(f"{error}\n")
        self.any = True
        if not self._keep_going:
            raise error


def rank_positions_of_file(options: Namespace) -> int:
    """Rank a file of candidates for each position of a file; one ranking a line on standard output."""
    refusals = Refusals(keep_going=options.keep_going)
    try:
        pool = _pool(options.candidates, Vocabulary.load(options.esco), refusals)
        for position, ranking in _rankings(options, pool, refusals):
            data = ranking.to_json()
            if options.explain:
                _explain(data, ranking, position, pool)
            _write(data)
    except LineError:
        return REFUSED
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        return _refuse(error)
    return REFUSED if refusals.any else 0


def resolve_lines(options: Namespace) -> int:
    """Suggest codes for each line of standard input; one object a line on standard output."""
    refusals = Refusals(keep_going=options.keep_going)
    try:
        resolve = _resolver(options)
        lines = sys.stdin.buffer
        for text in read_lines(lines, "standard input", typed_words, refusals, blank=True):
            suggestions = resolve(
                text, language=options.language, country=options.country, limit=options.limit
            )
            _write({"text": text, "suggestions": [suggestion.to_json() for suggestion in suggestions]})
    except LineError:
        return REFUSED
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        return _refuse(error)
    return REFUSED if refusals.any else 0


def _pool(path: Path, vocabulary: Vocabulary, refusals: Refusals) -> Pool:
    builder = PoolBuilder(vocabulary)
    with path.open("rb") as lines:
        for _ in read_lines(
            lines, path.name, lambda line: builder.add(Candidate.from_json(json_object(line))), refusals
        ):
            pass
    return builder.build()


def _rankings(options: Namespace, pool: Pool, refusals: Refusals) -> Iterator[tuple[Position, Ranking]]:
    def read(line: bytes) -> tuple[Position, Ranking]:
        position = Position.from_json(json_object(line))
        return position, rank(position, pool, limit=options.limit)

    with options.positions.open("rb") as lines:
        yield from read_lines(lines, options.positions.name, read, refusals)


def _explain(data: dict[str, Any], ranking: Ranking, position: Position, pool: Pool) -> None:
    for match, written in zip(ranking.matches, data["matches"], strict=True):
        changes = what_would_change(position, pool.get(match.candidate), vocabulary=pool.vocabulary)
        written["reasons"] = [reason.to_json() for reason in explain(match)]
        written["what_would_change"] = [change.to_json() for change in changes]


def _resolver(options: Namespace) -> Any:
    if options.language is not None and options.language not in LANGUAGES:
        raise MatcherError("--language", LANGUAGE_RULE)
    if options.country is not None and options.country not in COUNTRIES:
        raise MatcherError("--country", COUNTRY_RULE)
    return getattr(Vocabulary.load(options.esco), f"resolve_{options.kind}")


def _write(data: dict[str, Any]) -> None:
    line = json.dumps(data, ensure_ascii=False, allow_nan=False)
    sys.stdout.buffer.write(f"{line}\n".encode())


def _refuse(error: Exception) -> int:
    sys.stderr.write(f"{error}\n")
    return REFUSED
