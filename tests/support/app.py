"""Apps for the tests: putting one together takes longer than most tests, so those of one kind share it."""

from functools import cache

from flask import Flask

from config import Settings
from tests.support.client import CommandLine, Reader
from web.app import create_app


def open_app(settings: Settings) -> Flask:
    """Put an app together for the tests; whoever adds pages to it needs one of their own."""
    app = create_app(settings)
    app.testing = True
    # An error becomes the page people would see, not a traceback in the test.
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.test_client_class = Reader
    app.test_cli_runner_class = CommandLine
    return app


shared_app = cache(open_app)
