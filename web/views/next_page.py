"""Where to go after signing in or proving who one is: a page of ours, whatever the address says."""

from urllib.parse import urlsplit

from flask import request, url_for

from web.models.user import User
from web.navigation import home_endpoint


def next_page(user: User) -> str:
    """Give the page that `next` names, if it is one of ours, or the user's home."""
    return next_or(url_for(home_endpoint(user.role)))


def next_or(other: str) -> str:
    """Give the page that `next` names, if it is one of ours, or another one."""
    wanted = request.args.get("next", "")
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or "\\" in wanted:
        return other
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and wanted.isprintable() else other
