"""Reading what somebody was answered: foreign words, strangers met by name, openings nobody noted."""

from collections.abc import Iterable, Iterator
from functools import cache

from sqlalchemy import select

from tests.factories.scenes import Side
from tests.security.asking import Answer
from tests.security.knowledge import may_know, person_of
from tests.security.stage import PRINCIPALS, Stage
from web.models.audit import AuditEntry
from web.services.openings import Opening

# What is a person's file: whoever is shown a word of it stands in their list.
OF_FILES = {"identity", "licence", "qualification"}


def leaks(stage: Stage, principal: str, answers: Iterable[Answer]) -> Iterator[str]:
    """Give the answers that hold words which their reader may not know."""
    user = PRINCIPALS[principal](stage.scene)
    known = cache(lambda words: may_know(user, words))
    for answer in answers:
        foreign = sorted(str(words) for words in answer.shown if not known(words))
        yield from (f"{answer.cell} ({answer.status}) shows {words}" for words in foreign)


def is_blind(answer: Answer, side: Side) -> bool:
    """Say whether a page of a ministry is about somebody who has not said yes."""
    endpoint = answer.cell.rule.endpoint
    if endpoint.startswith(("ministry.candidate", "ministry.placements_")):
        return True
    return endpoint == "ministry.placement" and answer.cell.url.endswith(f"/{side.placement.id}")


def unnoted(stage: Stage, principal: str, answers: Iterable[Answer]) -> Iterator[str]:
    """Give the answers that showed somebody's name to somebody else, and no line of their file says so."""
    user = PRINCIPALS[principal](stage.scene)
    acts = select(AuditEntry).where(AuditEntry.action.in_(Opening))
    noted = {(act.request_id, act.actor_id, act.object_id) for act in stage.session.scalars(acts)}
    for answer in answers:
        named = {person_of(words.row) for words in answer.shown if words.column.table in OF_FILES}
        for person in named:
            if user is None or person.user_id != user.id:
                line = (answer.request_id, user.id if user else None, person.id)
                yield from () if line in noted else [f"{answer.cell} shows {person.reference}"]
