"""How long the ranked list takes beside the vacancy's own page, with many people in the pool.

    python -m bench.ranked_list [--professionals 100000]

Makes a demo of that size in a temporary SQLite database, then opens both pages in turns and prints medians,
their ratio, and the number of queries. The first opening, which ranks and stores, is printed apart.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import event, select

from config import Settings
from web import schema
from web.app import create_app
from web.db import current_engine, current_session, transaction
from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyStatus
from web.services.browser_sessions import begin_session
from web.services.devices import read_device
from web.sessions import SESSION_ID

REPEATS = 30


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--professionals", type=int, default=100_000)
    wanted = parser.parse_args().professionals
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(database_url=f"sqlite:///{Path(folder) / 'bench.db'}", rate_limits=False))
        with app.app_context():
            schema.upgrade(current_engine())
        app.test_cli_runner().invoke(args=["demo", "seed", "--professionals", str(wanted)])
        measure(app.test_client(), wanted)


def measure(client: FlaskClient, people: int) -> None:
    """Open both pages in turns."""
    statements: list[str] = []
    with client.application.app_context():
        session = current_session()
        event.listen(current_engine(), "before_cursor_execute", lambda *call: statements.append(call[2]))
        coordinator = session.scalars(select(User).where(User.role == Role.COORDINATOR)).first()
        published = Vacancy.status == VacancyStatus.PUBLISHED
        vacancies = session.scalars(
            select(Vacancy.id).where(published, Vacancy.country.in_(coordinator.countries))
        ).all()
        session_id = sign_in(coordinator)
    with client.session_transaction() as cookie:
        cookie[SESSION_ID] = session_id

    def seconds(path: str) -> float:
        statements.clear()
        began = time.perf_counter()
        assert client.get(path).status_code == 200
        return time.perf_counter() - began

    page = f"/coordinator/vacancies/{vacancies[0]}"
    print(f"{people:,} professionals, SQLite")
    print(f"first list, pool read into memory     {seconds(f'{page}/ranking'):8.3f} s")
    for other in vacancies[1:4]:
        path = f"/coordinator/vacancies/{other}/ranking"
        print(f"another list, ranked and stored       {seconds(path):8.3f} s")
    compare(seconds, page, statements)


def sign_in(user: User) -> str:
    """Begin a session and give its id."""
    session_name = user.fs_uniquifier
    with transaction() as session:
        device = read_device("")
        return begin_session(
            session, user=user, session_name=session_name, device=device, device_id=None
        ).session_id


def compare(seconds: Callable[[str], float], page: str, statements: list[str]) -> None:
    """Print the medians of interleaved repeats and their ratio."""
    paths = (page, f"{page}/ranking")
    times: dict[str, list[float]] = {path: [] for path in paths}
    queries: dict[str, int] = {}
    for _ in range(REPEATS):
        for path in paths:
            times[path].append(seconds(path))
            queries[path] = len(statements)
    vacancy, ranking = (statistics.median(times[path]) for path in paths)
    for name, path, median in zip(("vacancy page", "ranked list"), paths, (vacancy, ranking), strict=True):
        print(f"{name:<38}{median * 1000:8.1f} ms, {queries[path]} queries")
    print(f"ratio                                 {ranking / vacancy:8.2f}")


if __name__ == "__main__":
    main()
