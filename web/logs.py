"""The log: one line for each answer and each failure, without anything that people are or have written.

An answer is logged by its route, never by its address: links to a new password and words searched for stand
in addresses. Of a failure the log has where it happened; what a library says of it may repeat the data.
"""

import json
import logging
import time
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import Flask, Response, g, request
from flask.logging import default_handler

from config import Settings

NAME = "sankofa.answers"
# What a record of an answer has beside its words.
PARTS = ("request", "method", "route", "status", "ms")

logger = logging.getLogger(NAME)


def init_app(app: Flask) -> None:
    """Log each answer, under the number that its error page shows."""

    @app.before_request
    def note_begin() -> None:
        g.begun = time.monotonic()

    @app.after_request
    def log_answer(response: Response) -> Response:
        taken = round((time.monotonic() - g.get("begun", time.monotonic())) * 1000)
        parts = (
            g.get("request_id", "-"),
            request.method,
            request.endpoint or "-",
            response.status_code,
            taken,
        )
        logger.info(
            "request %s: %s %s answered %s in %s ms", *parts, extra=dict(zip(PARTS, parts, strict=True))
        )
        return response


def set_up(settings: Settings) -> None:
    """Send the log to standard error, as lines of text or, with JSON_LOGS, of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.json_logs else Lines())
    logging.getLogger("web").removeHandler(default_handler)
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


class Lines(logging.Formatter):
    """Writes a record as text; of an exception its kinds and places, not its words."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """Write the record, whatever another formatter has already made of its exception."""
        own = logging.makeLogRecord(vars(record))
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: Any) -> str:  # noqa: N802 -- the name is logging's
        """Name the exceptions of a chain and where each was raised."""
        error = ei[1]
        found = []
        while error is not None:
            places = traceback.extract_tb(error.__traceback__)
            frames = [f"  {place.filename}:{place.lineno} in {place.name}" for place in places]
            found.append("\n".join([type(error).__qualname__, *frames]))
            error = error.__cause__ or error.__context__
        return "\n".join(found)


class JsonLines(Lines):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the record."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {part: vars(record)[part] for part in PARTS if part in vars(record)}
        if record.exc_info:
            line["failure"] = self.formatException(record.exc_info)
        return json.dumps(line)
