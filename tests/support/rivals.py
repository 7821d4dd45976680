"""Real processes that do the same thing at the same moment.

They come from a fork server that has loaded the house once and holds no database connection and no thread.
"""

import multiprocessing
import traceback
from collections.abc import Callable
from typing import Any

PATIENCE_SECONDS = 280

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.support.rivals", "tests.data.approvals"])


class RivalError(AssertionError):
    """A rival broke down instead of being refused."""


def race(task: Callable[..., list[str]], *arguments: Any, rivals: int = 8) -> list[list[str]]:
    """Run `task(number, wait, *arguments)` in as many processes at once and give what each returned."""
    barrier = _context.Barrier(rivals, timeout=PATIENCE_SECONDS)
    results = _context.Queue()
    processes = [
        _context.Process(target=_run, args=(task, number, barrier, results, arguments), daemon=True)
        for number in range(rivals)
    ]
    for process in processes:
        process.start()
    outcomes = dict(results.get(timeout=PATIENCE_SECONDS) for _ in processes)
    for process in processes:
        process.join(PATIENCE_SECONDS)
    if broken := [outcome for outcome in outcomes.values() if isinstance(outcome, str)]:
        raise RivalError("\n".join(broken))
    return [outcomes[number] for number in range(rivals)]


def _run(
    task: Callable[..., list[str]], number: int, barrier: Any, results: Any, arguments: tuple[Any, ...]
) -> None:
    try:
        results.put((number, task(number, barrier.wait, *arguments)))
    except BaseException:  # noqa: BLE001
        barrier.abort()
        results.put((number, traceback.format_exc()))
