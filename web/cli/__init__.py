"""The commands behind `flask --app wsgi`, one file for each noun."""

from flask import Flask

from web.cli import (
    audit,
    data,
    database,
    demo,
    facilities,
    mail,
    rank,
    rankings,
    read_only,
    server,
    vocabulary,
)


def init_app(app: Flask) -> None:
    """Add our commands to the app."""
    for module in (
        audit,
        data,
        database,
        demo,
        facilities,
        mail,
        rank,
        rankings,
        read_only,
        server,
        vocabulary,
    ):
        app.cli.add_command(module.command)
