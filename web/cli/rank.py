"""flask rank: the ranked list of a vacancy, as coordinators are shown it."""

import json
from collections.abc import Sequence

import click
from flask.cli import with_appcontext

from web.cli.row_number import RowNumber
from web.db import current_session, transaction
from web.models.ranking import Match, Ranking
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.rankings import find_latest_ranking, list_first_matches
from web.queries.roster import map_references
from web.queries.vacancies import find_vacancy
from web.services.matching import rank_vacancy
from web.services.rankings import SomebodyLeftError, find_current_ranking, store_ranking
from web.services.vocabulary import take_up_esco

OVER = frozenset({VacancyStatus.CLOSED, VacancyStatus.CANCELLED})


@click.command("rank")
@click.argument("vacancy_id", type=RowNumber())
@click.option(
    "--limit", default=20, show_default=True, type=click.IntRange(1, 10_000), help="How many to list."
)
@click.option("--json", "as_json", is_flag=True, help="One line of JSON with all reasons.")
@with_appcontext
def command(*, vacancy_id: int, limit: int, as_json: bool) -> None:
    """List who may and should fill a vacancy, best first: the stored list, made now if something changed.

    People are named by the reference coordinators use; in JSON by the number the engine knows them by.
    """
    ranking = _ranking_of(_load_vacancy(vacancy_id))
    matches = list_first_matches(current_session()(), ranking_id=ranking.id, limit=limit)
    if as_json:
        click.echo(_as_json(ranking, matches))
    else:
        _print_table(ranking, matches)


def _load_vacancy(vacancy_id: int) -> Vacancy:
    vacancy = find_vacancy(current_session()(), vacancy_id)
    if vacancy is None:
        raise click.ClickException(f"there is no vacancy {vacancy_id}")
    if vacancy.status == VacancyStatus.DRAFT:
        raise click.ClickException(
            f"vacancy {vacancy_id} is a draft: nobody is ranked before the ministry submits it. "
            "Coordinators are told that there is no such page."
        )
    if vacancy.status in OVER:
        raise click.ClickException(
            f"vacancy {vacancy_id} is {vacancy.status}: nobody can be chosen any more. "
            f"Its page would rank the people of today. {_last_list(vacancy)}"
        )
    return vacancy


def _last_list(vacancy: Vacancy) -> str:
    latest = find_latest_ranking(current_session()(), vacancy_id=vacancy.id)
    if latest is None:
        return "No list of it was ever shown."
    return f"The last list shown is ranking {latest.id} of {latest.created_at:%Y-%m-%d}."


def _ranking_of(vacancy: Vacancy) -> Ranking:
    # The steps of the page; computed before the write begins, so that nobody waits for it.
    session = current_session()()
    take_up_esco(session)
    ranking = find_current_ranking(session, vacancy=vacancy)
    if ranking is None:
        ranked = rank_vacancy(session, vacancy=vacancy)
        try:
            with transaction() as session:
                ranking = store_ranking(session, vacancy=vacancy, ranked=ranked)
        except SomebodyLeftError:
            return _ranking_of(vacancy)
    return ranking


def _as_json(ranking: Ranking, matches: Sequence[Match]) -> str:
    return json.dumps(
        {
            "position": ranking.position["id"],
            "engine": ranking.engine,
            "vocabulary": ranking.vocabulary,
            "weights": ranking.weights,
            "matches": [match.body for match in matches],
        },
        ensure_ascii=False,
    )


def _print_table(ranking: Ranking, matches: Sequence[Match]) -> None:
    references = map_references(current_session()(), [match.professional_id for match in matches])
    click.echo(
        f"{ranking.position['title']}: ranking {ranking.id} of {ranking.created_at:%Y-%m-%d %H:%M} UTC"
    )
    click.echo(f"engine {ranking.engine}, weights {ranking.weights}, vocabulary {ranking.vocabulary}")
    if matches:
        click.echo(f"{'place':>5}  {'person':<12}{'section':<12}{'must-haves':<12}points")
    for match in matches:
        skills = match.body["must_have_skills"]
        shown = f"{skills['shown']} of {skills['asked']}"
        low, high = match.body["score"]
        click.echo(
            f"{match.place:>5}  {references[match.professional_id]:<12}{match.section:<12}{shown:<12}"
            f"{low:.2f} to {high:.2f}"
        )
    counts = ", ".join(f"{section.replace('_', ' ')} {count}" for section, count in ranking.counts.items())
    click.echo(f"{len(matches)} of {ranking.listed} listed. In all: {counts}.")
