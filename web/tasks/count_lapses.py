"""Counting what has ended since yesterday: licences, and the checks of them."""

from flask import Flask

from web.db import current_session, transaction
from web.models.base import now
from web.models.professional import Professional
from web.services.licence_lapses import count_lapse, list_lapsed


def count_lapses(app: Flask) -> int:
    """Bring the level of everybody concerned up to date, one commit each, and say how many there were."""
    today = now().date()
    with app.app_context():
        lapsed = list_lapsed(current_session()(), today=today)
        for number in lapsed:
            with transaction() as session:
                count_lapse(session, professional=session.get_one(Professional, number))
    return len(lapsed)
