"""The pool of everybody who may be ranked, kept in memory and brought up to date before each use."""

from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from matcher import Pool
from matcher.pool import PoolBuilder
from web.models.professional import PoolRevision, Professional
from web.services.matching.candidates import is_in_pool, is_placed, load_candidates
from web.services.matching.everybody import load_sheet
from web.services.vocabulary import current_vocabulary, take_up_esco

# More changes than this at once are quicker read as a whole.
MOST_SINGLE_CHANGES = 200


@dataclass(frozen=True)
class KnownPool:
    """A pool and the revision of the database that it shows."""

    pool: Pool
    revision: int


_pools: WeakKeyDictionary[Engine, KnownPool] = WeakKeyDictionary()
_refreshing = Lock()


def current_pool(session: Session) -> KnownPool:
    """Give the pool as it is now: every saved profile counts from the next request on, in every process."""
    engine = session.get_bind().engine
    take_up_esco(session)
    revision = current_revision(session)
    known = _known(engine)
    if known and known.revision == revision:
        return known
    with _refreshing:
        known = _known(engine)
        if known is None or known.revision > revision:
            known = KnownPool(_whole_pool(session), revision)
        elif known.revision < revision:
            known = KnownPool(_with_changes(session, known), revision)
        _pools[engine] = known
    return known


def current_revision(session: Session) -> int:
    """Give the number of the last change to the pool."""
    return session.scalar(select(PoolRevision.revision)) or 0


def _known(engine: Engine) -> KnownPool | None:
    """Give the pool in memory, unless other words were taken up since it was read."""
    known = _pools.get(engine)
    return known if known and known.pool.vocabulary is current_vocabulary() else None


def _whole_pool(session: Session) -> Pool:
    builder = PoolBuilder(current_vocabulary())
    builder.add_sheet(load_sheet(session))
    pool = builder.build()
    # Days on which people are already placed are not free.
    for candidate in load_candidates(session, is_placed() & is_in_pool()):
        pool = pool.replace(candidate)
    return pool


def _with_changes(session: Session, known: KnownPool) -> Pool:
    changed = Professional.revision > known.revision
    numbers = list(session.scalars(select(Professional.id).where(changed).limit(MOST_SINGLE_CHANGES + 1)))
    if len(numbers) > MOST_SINGLE_CHANGES:
        return _whole_pool(session)
    pool = known.pool
    staying = {
        candidate.id: candidate
        for candidate in load_candidates(session, Professional.id.in_(numbers) & is_in_pool())
    }
    for number in map(str, numbers):
        if number in staying:
            pool = pool.replace(staying[number])
        elif number in pool:
            pool = pool.remove(number)
    return pool
