"""flask demo seed | ensure."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import AppGroup
from flask_security.utils import hash_password

from config import Settings
from web.db import current_session, transaction
from web.services.demo import PASSWORD, PROFESSIONALS, SIGN_INS, VACANCIES, DemoSize, count_demo, seed_demo

command = AppGroup("demo", help="Made-up people and vacancies to look around with.")


@command.command("seed")
@click.option("--professionals", default=PROFESSIONALS, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--vacancies", default=VACANCIES, show_default=True, type=click.IntRange(0, 100_000))
@click.option("--seed", default=1, show_default=True, help="Another seed draws other people.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day everything is dated from.  [default: today]"
)
def seed(*, professionals: int, vacancies: int, seed: int, today: datetime | None) -> None:
    """Bring the demo to a size: what is missing is added, nothing is taken away."""
    _require_demo_allowed()
    _seed(DemoSize(professionals, vacancies), seed, today or datetime.now(UTC))
    _print_sign_ins()


@command.command("ensure")
def ensure() -> None:
    """Make the demo unless there is one, and print its sign-ins."""
    ensure_demo()


def ensure_demo() -> None:
    """Make the demo unless there is one, and print its sign-ins."""
    _require_demo_allowed()
    if not count_demo(current_session()()).professionals:
        _seed(DemoSize(PROFESSIONALS, VACANCIES), 1, datetime.now(UTC))
    _print_sign_ins()


def _require_demo_allowed() -> None:
    settings: Settings = current_app.config["SETTINGS"]
    if not settings.demo_sign_ins:
        raise click.ClickException("demo sign-ins are switched off here: their passwords are public")


def _seed(wanted: DemoSize, seed: int, today: datetime) -> None:
    # One hash for all: it is the same password, and hashing is slow on purpose.
    password_hash = hash_password(PASSWORD)
    with transaction() as session:
        added = seed_demo(session, wanted=wanted, seed=seed, today=today.date(), password_hash=password_hash)
    click.echo(f"Added {added.professionals} made-up professionals and {added.vacancies} vacancies.")


def _print_sign_ins() -> None:
    click.echo(f"Sign in as one of these, with the password {PASSWORD}")
    for sign_in in SIGN_INS:
        click.echo(f"  {sign_in.role:<20}{sign_in.email}")
