"""Forgetting how often somebody tried, once it limits nothing, and what passkeys have answered."""

from flask import Flask

from web.db import transaction
from web.services.passkeys import delete_past_challenges
from web.services.try_counts import delete_past_counts


def forget_tries(app: Flask) -> int:
    """Delete the counts and challenges that are over, and say how many there were."""
    with app.app_context(), transaction() as session:
        return delete_past_counts(session) + delete_past_challenges(session)
