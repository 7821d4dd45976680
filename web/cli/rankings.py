"""flask ranking replay."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from web.cli.row_number import RowNumber
from web.db import current_session
from web.queries.stored_rankings import StoredRanking, list_ranking_numbers
from web.services.matching import Obstacle, versions
from web.services.ranking_checks import Difference
from web.services.ranking_replays import Replay, replay_ranking
from web.services.vocabulary import take_up_esco

SOME_DIFFER = 3  # as 1 and 2 mean that nothing was compared

command = AppGroup("ranking", help="Ranked lists that people were shown.")


@command.command("replay")
@click.argument("numbers", metavar="[RANKING_ID]...", nargs=-1, type=RowNumber())
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
        found = replay_ranking(session, number=number)
        if found is None:
            raise click.ClickException(f"there is no ranking {number}")
        yield found


def _print(found: Replay) -> str:
    """Print what came of one ranking; give the word it is counted under."""
    if found.ranking is None:
        click.echo(f"ranking {found.number}: DIFFERENT")
    else:
        click.echo(
            f"{_made(found.ranking)}: {_outcome(found, found.ranking)}{_left_out(found, found.ranking)}"
        )
    if not found.differences:
        return "not to be computed" if found.obstacle else "the same"
    if found.obstacle:
        click.echo("  DIFFERENT from what was stored then:")
    _print_differences(found.differences)
    return "different"


def _made(ranking: StoredRanking) -> str:
    return f"ranking {ranking.id}, vacancy {ranking.vacancy_id}, {ranking.created_at:%Y-%m-%d}"


def _outcome(found: Replay, ranking: StoredRanking) -> str:
    if found.obstacle:
        return f"cannot be computed again: {_reason(found.obstacle, ranking)}"
    word = "DIFFERENT" if found.differences else "the same"
    return f"{word}, {found.same} of {found.compared} people the same"


def _left_out(found: Replay, ranking: StoredRanking) -> str:
    erased = pseudonyms = ""
    if ranking.erased:
        erased = f"; {ranking.erased} {'person' if ranking.erased == 1 else 'people'} erased"
    if found.has_other_pseudonyms:
        pseudonyms = "; pseudonyms not compared, none is made with the SECRET_KEY in use"
    return erased + pseudonyms


def _print_differences(differences: Sequence[Difference]) -> None:
    """Print those in the list line by line, those in the row of one person side by side."""
    for (place, reference), several in groupby(differences, key=lambda each: (each.place, each.reference)):
        names = [each.what for each in several]
        lines = [f"place {place}, {reference}: {', '.join(names)}"] if reference else names
        click.echo("\n".join(f"  {line}" for line in lines))


def _reason(obstacle: Obstacle, ranking: StoredRanking) -> str:
    here = versions()
    if obstacle is Obstacle.ENGINE:
        return (
            f"it was made by engine {ranking.engine}, and this release has the rules of engine {here.engine}"
        )
    if obstacle is Obstacle.VOCABULARY:
        return (
            f"it was made with vocabulary {ranking.vocabulary}, and the one in use is {here.vocabulary}: "
            "it needs the release, and the ESCO import, of that time"
        )
    if obstacle is Obstacle.WEIGHTS:
        return f"it was made with weights {ranking.weights}, which this release does not have"
    return "it was stored before what the engine read of people was kept"


def _end(outcomes: Sequence[str]) -> None:
    counts = {word: outcomes.count(word) for word in ("the same", "different", "not to be computed")}
    summary = ", ".join(f"{count} {word}" for word, count in counts.items())
    click.echo(f"{len(outcomes)} {'ranking' if len(outcomes) == 1 else 'rankings'}: {summary}.")
    if counts["different"]:
        click.get_current_context().exit(SOME_DIFFER)
