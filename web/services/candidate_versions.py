"""Keeping what the engine read of people: each state of a profile once, however many rankings rest on it."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from web.models.candidate_version import CandidateVersion
from web.models.sealing import keys_of_people, seal_rows
from web.services.matching import Inputs

_INSERT: Mapping[str, Callable[..., Any]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def keep_candidate_versions(session: Session, *, inputs: Mapping[int, Inputs]) -> dict[int, int]:
    """Store the states of people that are not there yet; give the number of each one's, by person."""
    kept = _find_kept(session, inputs)
    # In one order, so that two who store do not wait in a circle.
    new = sorted(inputs.keys() - kept.keys())
    if not new:
        return kept
    rows = [
        {"professional_id": person, "digest": inputs[person].digest, "body": inputs[person].body}
        for person in new
    ]
    keys = keys_of_people(session, new)
    # Somebody else may be shown a list of the same people at this moment.
    insert = _INSERT[session.get_bind().dialect.name](CandidateVersion).on_conflict_do_nothing()
    session.execute(insert, seal_rows(session, CandidateVersion, rows, [keys[person] for person in new]))
    return _find_kept(session, inputs)


def _find_kept(session: Session, inputs: Mapping[int, Inputs]) -> dict[int, int]:
    columns = (CandidateVersion.professional_id, CandidateVersion.digest, CandidateVersion.id)
    rows = session.execute(select(*columns).where(CandidateVersion.professional_id.in_(inputs)))
    return {person: number for person, digest, number in rows if digest == inputs[person].digest}
