"""Reminding people of licences that are about to end."""

from flask import Flask

from web.db import current_session, transaction
from web.models.base import now
from web.services.licence_reminders import list_due_reminders, remind


def remind_of_expiry(app: Flask) -> int:
    """Write to everybody who has to hear of it, one commit each, and say how many letters that were."""
    today = now().date()
    with app.app_context():
        due = list_due_reminders(current_session()(), today=today)
        for ending in due:
            with transaction() as session:
                remind(session, ending=ending)
    return len(due)
