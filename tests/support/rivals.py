"""Real processes that do the same thing at the same moment.

They come from a fork server that has loaded the house once and holds no database connection and no thread.
They stay for race after race, as the processes of a server stay for request after request: what each of them
makes ready at its first attempt is ready from then on, so that they meet in the database and not on the way.
"""

import gc
import multiprocessing
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE_SECONDS = 280

Task = Callable[..., list[str]]

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.support.rivals", "tests.data.ready"])


class RivalError(AssertionError):
    """A rival broke down instead of being refused."""


class Rivals:
    """So many processes, each of which waits for what to do next."""

    def __init__(self, number: int) -> None:
        self._barrier = _context.Barrier(number, timeout=PATIENCE_SECONDS)
        pipes = [_context.Pipe() for _ in range(number)]
        self._ends = [ours for ours, _ in pipes]
        self._processes = [
            _context.Process(target=_run, args=(place, self._barrier, theirs), daemon=True)
            for place, (_, theirs) in enumerate(pipes)
        ]
        for process, (_, theirs) in zip(self._processes, pipes, strict=True):
            process.start()
            theirs.close()

    def race(self, task: Task, *arguments: Any) -> list[list[str]]:
        """Run `task(number, wait, *arguments)` in all of them at once and give what each returned."""
        self._barrier.reset()
        for end in self._ends:
            end.send((task, arguments))
        outcomes = [_receive(end) for end in self._ends]
        if broken := [outcome for outcome in outcomes if isinstance(outcome, str)]:
            raise RivalError("\n".join(broken))
        return outcomes

    def dismiss(self) -> None:
        """Let them end."""
        for end in self._ends:
            end.close()
        for process in self._processes:
            process.join(PATIENCE_SECONDS)


@contextmanager
def make_rivals(number: int) -> Iterator[Rivals]:
    """Have so many rivals while the block runs."""
    rivals = Rivals(number)
    try:
        yield rivals
    finally:
        rivals.dismiss()


def _receive(end: Any) -> Any:
    if not end.poll(PATIENCE_SECONDS):
        raise RivalError(f"a rival has not answered within {PATIENCE_SECONDS} s")
    return end.recv()


def _run(place: int, barrier: Any, end: Any) -> None:
    # What the fork server has loaded stays; looking through it for what could go takes longer than a race.
    gc.freeze()
    while True:
        try:
            task, arguments = end.recv()
        except EOFError:
            return
        try:
            end.send(task(place, barrier.wait, *arguments))
        except BaseException:  # noqa: BLE001
            barrier.abort()
            end.send(traceback.format_exc())
