"""Writing down, outside the database, where the audit ends."""

from flask import Flask

from config import Settings
from web.db import current_session
from web.services.audit_heads import keep_head
from web.services.audit_seals import find_head


def keep_audit_head(app: Flask) -> bool:
    """Add the last seal to AUDIT_HEADS if acts were recorded since, and say whether there were."""
    settings: Settings = app.config["SETTINGS"]
    with app.app_context():
        head = find_head(current_session()())
    return head is not None and keep_head(settings.heads_file, head)
