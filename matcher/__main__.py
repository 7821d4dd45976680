"""The engine from the shell: ``python -m matcher rank ...`` and ``python -m matcher resolve ...``.

JSON lines in, JSON lines out. Bad input gets one line on standard error and exit status 2.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from matcher.commands import REFUSED, rank_positions_of_file, resolve_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        Those of the command line, unless given.

    Returns
    -------
    int
        0, or 2 if any line was refused.
    """
    options = _parser().parse_args(arguments)
    if closed := _closed_stream(options):
        sys.stderr.write(f"standard {closed} must not be closed\n")
        return REFUSED
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has enough, as `head` does; nothing more is written, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m matcher", description="Match people with positions.")
    commands = parser.add_subparsers(required=True, metavar="command")

    rank = commands.add_parser("rank", help="rank candidates for positions, one JSON line per position")
    rank.add_argument("--positions", type=Path, required=True, help="JSON lines of positions")
    rank.add_argument("--candidates", type=Path, required=True, help="JSON lines of candidates")
    rank.add_argument("--limit", type=_count, default=50, help="how many matches to list (50)")
    rank.add_argument("--explain", action="store_true", help="add reasons and what would change each match")
    rank.add_argument("--keep-going", action="store_true", help="leave out bad lines instead of stopping")
    rank.set_defaults(run=rank_positions_of_file)

    resolve = commands.add_parser("resolve", help="turn typed words into codes, one JSON line per line")
    resolve.add_argument("--kind", choices=("occupation", "specialty", "skill"), required=True)
    resolve.add_argument("--language", help="of the words, such as fr")
    resolve.add_argument("--country", help="where they were written, such as GN")
    resolve.add_argument("--limit", type=_count, default=5, help="how many suggestions (5)")
    resolve.add_argument("--keep-going", action="store_true", help="leave out bad lines instead of stopping")
    resolve.set_defaults(run=resolve_lines)

    for command in (rank, resolve):
        command.add_argument("--esco", type=Path, help="folder of an official ESCO CSV download")
    return parser


def _closed_stream(options: argparse.Namespace) -> str | None:
    """Name the stream that a command needs and that was closed before it began."""
    if options.run is resolve_lines and sys.stdin is None:
        return "input"
    return "output" if sys.stdout is None else None


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("must be a whole number from 0")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
