"""Whether the service lives and is ready, for the machines that watch it, and whom to tell of a weakness."""

from datetime import timedelta

from flask import Response, current_app
from sqlalchemy import text

from config import Settings
from web import schema
from web.db import current_engine, current_session
from web.models.base import now
from web.views.guards import public
from web.views.public.blueprint import bp

# RFC 9116 asks for less than a year; whoever reads it sees that somebody still stands behind it.
CONTACT_HOLDS = timedelta(days=180)


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


@bp.get("/.well-known/security.txt")
@public
def security_txt() -> Response:
    """Say whom to tell of a weakness of the service."""
    settings: Settings = current_app.config["SETTINGS"]
    contact = settings.security_contact or settings.contact_email
    lines = (
        f"Contact: {contact if ':' in contact else f'mailto:{contact}'}",
        f"Expires: {(now() + CONTACT_HOLDS).strftime('%Y-%m-%dT00:00:00Z')}",
        "Preferred-Languages: en, fr",
        f"Canonical: {settings.base_url}/.well-known/security.txt",
    )
    return Response("".join(f"{line}\n" for line in lines), mimetype="text/plain")
