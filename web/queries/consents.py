"""Reading what somebody has agreed to."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from web.models.professional import Consent, Professional
from web.models.user import User
from web.models.vacancy import Vacancy


def list_consents(session: Session, *, visible_to: User) -> list[tuple[Consent, Vacancy | None]]:
    """List the user's own consents, each with the vacancy it is for."""
    query = (
        select(Consent, Vacancy)
        .join(Consent.professional)
        .outerjoin(Vacancy, Vacancy.id == Consent.vacancy_id)
        .where(Professional.user_id == visible_to.id)
        .options(joinedload(Vacancy.ministry))
        .order_by(Consent.id)
    )
    return [(consent, vacancy) for consent, vacancy in session.execute(query)]
