"""Showing the ranked list of a vacancy: the same steps for coordinators and ministries."""

from urllib.parse import urlencode

from flask import request

from web.db import current_session, transaction
from web.models.ranking import Ranking
from web.models.vacancy import Vacancy
from web.queries.rankings import find_view
from web.services.matching import rank_vacancy
from web.services.rankings import SomebodyLeftError, find_current_ranking, note_view, store_ranking
from web.views.guards import the_user


def ranking_to_show(vacancy: Vacancy) -> Ranking:
    """Give the current ranking, stored and marked as shown to this user.

    The one place where a page that only reads also writes: what people were shown must be kept, see
    docs/adr/0003. The ranking is computed before the write begins, so that nobody waits for it; if somebody
    in it has left meanwhile, it is computed again without them.
    """
    session, viewer = current_session()(), the_user()
    ranking = find_current_ranking(session, vacancy=vacancy)
    if ranking and find_view(session, ranking_id=ranking.id, user_id=viewer.id):
        return ranking
    ranked = None if ranking else rank_vacancy(session, vacancy=vacancy)
    try:
        with transaction() as session:
            if ranked:
                ranking = store_ranking(session, vacancy=vacancy, ranked=ranked)
            assert ranking is not None
            note_view(session, ranking=ranking, viewer=viewer)
    except SomebodyLeftError:
        return ranking_to_show(vacancy)
    return ranking


def reasons_address(name: str) -> str:
    """Give the address of this list with the reasons of one person open; nothing if they are open here.

    One row at a time: the reasons of a whole page would be fifteen times its size.
    """
    if request.args.get("open") == name:
        return ""
    return f"{request.path}?{urlencode({**request.args.to_dict(), 'open': name})}"
