"""What the fork server makes ready once, so that rivals meet in the database and not in reading files."""

from sqlalchemy.orm import configure_mappers

from tests.data import approvals
from web import db
from web.services.vocabulary import learn

__all__ = ["approvals"]

learn()
configure_mappers()
# Seven of eight wait for SQLite's lock most of the time: looking for it as often as a server does would cost
# more than approving. And a busy machine is no fault of theirs.
db.LOOK_AGAIN_SECONDS = (0.005, 0.02)
db.BUSY_TIMEOUT_SECONDS = 60
