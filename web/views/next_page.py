"""Where to go after signing in or proving who one is: a page of ours, whatever the address says."""

from urllib.parse import urlsplit

from flask import request, url_for

from web.models.user import User
from web.navigation import home_endpoint


def next_page(user: User) -> str:
    """Give the page that `next` names, if it is one of ours, or the user's home."""
    wanted = request.args.get("next", "")
    home = url_for(home_endpoint(user.role))
    if not wanted.startswith("/") or wanted.startswith(("//", "/\\")) or "\\" in wanted:
        return home
    parts = urlsplit(wanted)
    return wanted if not parts.scheme and not parts.netloc and wanted.isprintable() else home
