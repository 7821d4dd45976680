"""Whether the service lives and is ready, for the machines that watch it."""

from flask import Response
from sqlalchemy import text

from web import schema
from web.db import current_engine, current_session
from web.views.guards import public
from web.views.public.blueprint import bp


@bp.get("/healthz")
@public
def healthz() -> Response:
    """Answer without asking the database."""
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@public
def readyz() -> Response:
    """Answer 200 if the database answers and is at the newest migration."""
    current_session().execute(text("SELECT 1"))
    ready = schema.current_revision(current_engine()) == schema.head_revision()
    return Response(
        "ready\n" if ready else "migrations are missing\n", 200 if ready else 503, mimetype="text/plain"
    )
