"""Apps for the tests: putting one together takes longer than most tests, so those of one kind share it."""

from functools import cache

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from config import Settings
from tests.support.client import CommandLine, Reader
from web.app import create_app


class KeptTemplates(BytecodeCache):
    """The compiled templates of this process: every app of it has the same, and compiling takes 1.5 s."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what another app has compiled."""
        if found := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what this app has compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


kept_templates = KeptTemplates()


def open_app(settings: Settings) -> Flask:
    """Put an app together for the tests; whoever adds pages to it needs one of their own."""
    app = create_app(settings)
    app.testing = True
    app.jinja_env.bytecode_cache = kept_templates
    # An error becomes the page people would see, not a traceback in the test.
    app.config["PROPAGATE_EXCEPTIONS"] = False
    # What the waiting is for is measured in tests/views/account/test_equal_time.py and by make attack.
    app.config["BEAT_SECONDS"] = 0
    app.test_client_class = Reader
    app.test_cli_runner_class = CommandLine
    return app


shared_app = cache(open_app)
