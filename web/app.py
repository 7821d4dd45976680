"""Putting the service together: settings, database, accounts, pages, error pages, commands."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from flask import Flask, request
from flask_bootstrap import Bootstrap5
from flask_compress import Compress
from flask_wtf.csrf import CSRFProtect
from sqlalchemy.exc import OperationalError

from config import Settings
from web import accounts, cli, db, headers, i18n, logs, sessions
from web.navigation import navigation
from web.presenters import names
from web.services.vocabulary import take_up_esco
from web.views import (
    account,
    admin,
    coordinator,
    errors,
    files,
    ministry,
    professional,
    public,
    shown,
    writing,
)
from web.views.converters import IdConverter

LARGEST_BODY = 1024 * 1024
# These ask the database nothing.
WITHOUT_WORDS = {"static", "bootstrap.static", "public.healthz", "public.readyz"}
STATIC = Path(__file__).resolve().parent / "static"
# Read once: looking it up takes longer than all else of a small page.
BOOTSTRAP = version("Bootstrap-Flask")


def create_app(settings: Settings) -> Flask:
    """Build the application from its settings."""
    app = Flask("web", root_path=str(STATIC.parent))
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        MAX_FORM_MEMORY_SIZE=LARGEST_BODY,
        MAX_FORM_PARTS=1_000,
        WTF_CSRF_TIME_LIMIT=None,
        BOOTSTRAP_SERVE_LOCAL=True,
        SETTINGS=settings,
        TRUSTED_HOSTS=settings.trusted_hosts,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.converters["id"] = IdConverter
    db.init_app(app, settings)
    i18n.init_app(app)
    headers.init_app(app, https=settings.production)
    logs.init_app(app)
    accounts.init_app(app, settings)
    sessions.init_app(app, settings)
    CSRFProtect(app)
    Bootstrap5(app)
    Compress(app)
    app.url_defaults(add_content_hash)
    app.jinja_env.globals.update(
        service_name=settings.service_name,
        operator_name=settings.operator_name,
        contact_email=settings.contact_email,
        navigation=navigation,
        is_read_only=db.is_read_only,
    )
    app.jinja_env.filters.update(names.FILTERS)
    for audience in (public, account, professional, ministry, coordinator, admin):
        app.register_blueprint(audience.bp)
    app.before_request(take_up_words)
    files.init_app(app)
    writing.init_app(app)
    shown.init_app(app)
    errors.init_app(app)
    cli.init_app(app)
    return app


def take_up_words() -> None:
    """Read the vocabulary again if another one has been imported."""
    if request.endpoint in WITHOUT_WORDS:
        return
    try:
        take_up_esco(db.current_session()())
    except OperationalError:
        # Pages that need no data are shown while the database is away.
        db.current_session().rollback()


def add_content_hash(endpoint: str, values: dict[str, Any]) -> None:
    """Give static files an address that changes with their content, so that browsers may keep them."""
    if endpoint == "static":
        values.setdefault("v", _file_hash(str(values["filename"])))
    elif endpoint == "bootstrap.static":
        values.setdefault("v", BOOTSTRAP)


@cache
def _file_hash(filename: str) -> str:
    path = STATIC / filename
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else "absent"
