"""The commands behind `flask --app wsgi`, one file for each noun."""

from flask import Flask

from web.cli import (
    audit,
    data,
    database,
    demo,
    facilities,
    keys,
    mail,
    rank,
    rankings,
    read_only,
    server,
    vocabulary,
)

MODULES = (
    audit,
    data,
    database,
    demo,
    facilities,
    keys,
    mail,
    rank,
    rankings,
    read_only,
    server,
    vocabulary,
)


def init_app(app: Flask) -> None:
    """Add our commands to the app."""
    for module in MODULES:
        app.cli.add_command(module.command)
