"""Our own service as a target: a throw-away database with made-up people, and the default server."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from werkzeug.routing import Rule

from attack.target import HOST, Target, free_port, running
from config import Settings
from web.app import create_app
from web.services.demo import PASSWORD, SIGN_INS

UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
DEMO = ("--professionals", "300", "--vacancies", "40")


@contextmanager
def running_service(folder: Path) -> Iterator[Target]:
    """Make a small demo in a folder and serve it as people would."""
    port = free_port()
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'attacked.db'}",
        "MAIL_URL": f"file:{folder / 'mail'}",
        "SECRET_KEY": secrets.token_hex(32),
        "PORT": str(port),
        # Each attack must reach the code behind the limits; the limits have tests of their own.
        "RATE_LIMITS": "off",
    }
    environment = {**os.environ, **settings}
    flask = (sys.executable, "-m", "flask", "--app", "wsgi")
    log = folder / "service.log"
    with log.open("wb") as output:
        for command in (("database", "upgrade"), ("demo", "seed", *DEMO)):
            subprocess.run((*flask, *command), env=environment, check=True, stdout=output, stderr=output)
    rules = list(create_app(Settings(database_url=settings["DATABASE_URL"])).url_map.iter_rules())
    with running((*flask, "serve", "--host", HOST), port, log, environment) as pid:
        yield Target(
            name="service",
            port=port,
            pid=pid,
            folder=folder,
            unsafe=[(method, address) for rule in rules for method, address in _unsafe(rule)],
            pages=["/", "/vacancies", "/how-it-works", "/about", "/privacy", "/account/sign-in"],
            accounts={sign_in.role: sign_in.email for sign_in in SIGN_INS},
            password=PASSWORD,
        )


def _unsafe(rule: Rule) -> Iterator[tuple[str, str]]:
    for method in UNSAFE:
        if method in (rule.methods or ()):
            yield method, _address(rule)


def _address(rule: Rule) -> str:
    """Fill a route: a form without its token is refused before anybody looks at numbers and names."""
    values = {name: 1 if name.endswith("_id") else "licences" for name in rule.arguments}
    with Flask(__name__).test_request_context():
        built = rule.build(values)
    assert built is not None
    return built[1]
