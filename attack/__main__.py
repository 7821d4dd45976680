"""Attack our own service, and print one figure per line: name, value, limit, ok or FOUND.

Each attack is first let at the twin, a server with its fault planted, and must find it there. Ends with 1
if anything is found in the service, or nothing in the twin.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attack.bodies import measure_bodies
from attack.figure import Figure
from attack.forgery import measure_forgery, measure_methods
from attack.names import measure_names
from attack.scanners import measure_sql_injection, measure_wapiti
from attack.service import running_service
from attack.sessions import measure_sessions
from attack.slow_sockets import measure_slow_sockets
from attack.target import Target
from attack.timing import measure_timing
from attack.twin import PLANTED, running_twin

Attack = Callable[[Target], Iterator[Figure]]

# The timing first, on a server that nothing else has worn; the slow ones last.
ATTACKS: dict[str, Attack] = {
    "timing": measure_timing,
    "sessions": measure_sessions,
    "forgery": measure_forgery,
    "methods": measure_methods,
    "names": measure_names,
    "bodies": measure_bodies,
    "sqlmap": measure_sql_injection,
    "wapiti": measure_wapiti,
    "slow": measure_slow_sockets,
}


def main(chosen: Sequence[str]) -> int:
    """Run all attacks, or those that are named."""
    attacks = {name: attack for name, attack in ATTACKS.items() if name in (chosen or ATTACKS)}
    with tempfile.TemporaryDirectory(prefix="sankofa-attack-") as folder:
        good = [prove(attacks, Path(folder)), measure(attacks, Path(folder))]
    return 0 if all(good) else 1


def prove(attacks: dict[str, Attack], folder: Path) -> bool:
    """Let each attack at a twin of its own, which some of them leave in pieces."""
    good = True
    for name, attack in attacks.items():
        place = folder / f"twin-{name}"
        place.mkdir()
        with running_twin(place) as twin:
            for figure in attack(twin):
                if figure.name in PLANTED:
                    good &= _show(Figure(f"twin.{figure.name}.noticed", not figure.is_good, most=1, least=1))
    return good


def measure(attacks: dict[str, Attack], folder: Path) -> bool:
    """Let each attack at the service."""
    with running_service(folder) as service:
        shown = [_show(figure) for attack in attacks.values() for figure in attack(service)]
    return all(shown)


def _show(figure: Figure) -> bool:
    print(figure, flush=True)
    return figure.is_good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
