"""flask ranking replay."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from web.db import current_session
from web.models.ranking import Ranking
from web.queries.rankings import list_ranking_numbers
from web.services.matching import Obstacle, versions
from web.services.ranking_replays import Difference, Replay, replay_ranking
from web.services.vocabulary import take_up_esco

LARGEST_NUMBER = 2**63 - 1
SOME_DIFFER = 3  # as 1 and 2 mean that nothing was compared

command = AppGroup("ranking", help="Ranked lists that people were shown.")


@command.command("replay")
@click.argument("numbers", metavar="[RANKING_ID]...", nargs=-1, type=click.IntRange(1, LARGEST_NUMBER))
@click.option("--all", "everything", is_flag=True, help="Every ranking that is stored.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Every ranking stored on this day or later.")
def replay(*, numbers: tuple[int, ...], everything: bool, since: datetime | None) -> None:
    """Compute stored rankings again, from what was read of people then, and compare them byte for byte.

    Ends with 0 if nothing differs, with 3 if something does. A ranking that this release cannot compute is
    named with the reason; it is no difference.
    """
    if [bool(numbers), everything, since is not None].count(True) != 1:
        raise click.UsageError("name rankings by number, or give --all, or --since with a date")
    session = current_session()()
    take_up_esco(session)
    if not numbers:
        numbers = tuple(list_ranking_numbers(session, since=since and since.replace(tzinfo=UTC)))
    outcomes = [_print(found) for found in _replays(session, numbers)]
    _end(outcomes)


def _replays(session: Session, numbers: Sequence[int]) -> Iterator[Replay]:
    for number in numbers:
        ranking = session.get(Ranking, number)
        if ranking is None:
            raise click.ClickException(f"there is no ranking {number}")
        yield replay_ranking(session, ranking=ranking)


def _print(found: Replay) -> str:
    """Print what came of one ranking; give the word it is counted under."""
    ranking = found.ranking
    made = f"ranking {ranking.id}, vacancy {ranking.vacancy_id}, {ranking.created_at:%Y-%m-%d}"
    erased = ""
    if ranking.erased:
        erased = f"; {ranking.erased} {'person' if ranking.erased == 1 else 'people'} erased"
    if found.obstacle:
        click.echo(f"{made}: cannot be computed again: {_reason(found)}{erased}")
    else:
        word = "DIFFERENT" if found.differences else "the same"
        click.echo(f"{made}: {word}, {found.same} of {found.compared} people the same{erased}")
    if not found.differences:
        return "not to be computed" if found.obstacle else "the same"
    if found.obstacle:
        click.echo("  DIFFERENT from what was stored then:")
    _print_differences(found.differences)
    return "different"


def _print_differences(differences: Sequence[Difference]) -> None:
    for (place, reference), several in groupby(differences, key=lambda each: (each.place, each.reference)):
        who = f"place {place}, {reference}: " if reference else ""
        click.echo(f"  {who}{', '.join(each.what for each in several)}")


def _reason(found: Replay) -> str:
    here, ranking = versions(), found.ranking
    if found.obstacle is Obstacle.ENGINE:
        return (
            f"it was made by engine {ranking.engine}, and this release has the rules of engine {here.engine}"
        )
    if found.obstacle is Obstacle.VOCABULARY:
        return (
            f"it was made with vocabulary {ranking.vocabulary}, and the one in use is {here.vocabulary}: "
            "it needs the release, and the ESCO import, of that time"
        )
    if found.obstacle is Obstacle.WEIGHTS:
        return f"it was made with weights {ranking.weights}, which this release does not have"
    return "it was stored before what the engine read of people was kept"


def _end(outcomes: Sequence[str]) -> None:
    counts = {word: outcomes.count(word) for word in ("the same", "different", "not to be computed")}
    summary = ", ".join(f"{count} {word}" for word, count in counts.items())
    click.echo(f"{len(outcomes)} {'ranking' if len(outcomes) == 1 else 'rankings'}: {summary}.")
    if counts["different"]:
        click.get_current_context().exit(SOME_DIFFER)
