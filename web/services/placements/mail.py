"""Who hears of what happens to a case. The words are in web/emails."""

from sqlalchemy.orm import Session

from web.models.outbox import Message
from web.models.placement import Placement
from web.queries.staff import list_coordinators, list_ministry_users
from web.services.outbox import queue_message


def tell_professional(session: Session, *, placement: Placement, message: Message) -> None:
    """Queue a mail to the professional of the case."""
    queue_message(session, message=message, to=placement.professional.user, placement_id=placement.id)


def tell_ministry(session: Session, *, placement: Placement, message: Message) -> None:
    """Queue a mail to whoever wrote the vacancy, or to the whole ministry if they have left."""
    vacancy = placement.vacancy
    colleagues = list_ministry_users(session, vacancy.ministry)
    writers = [user for user in colleagues if user.id == vacancy.created_by_id]
    for user in writers or colleagues:
        queue_message(session, message=message, to=user, placement_id=placement.id)


def tell_coordinators(session: Session, *, placement: Placement, message: Message) -> None:
    """Queue a mail to every coordinator of the vacancy's country."""
    for user in list_coordinators(session, country=placement.vacancy.country):
        queue_message(session, message=message, to=user, placement_id=placement.id)
