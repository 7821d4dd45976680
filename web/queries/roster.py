"""Reading the people who have submitted a profile, by the reference coordinators use."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from web.models.claims import Licence
from web.models.professional import Professional


def find_professional_by_reference(session: Session, reference: str) -> Professional | None:
    """Find a person with everything their file shows; ask permissions before showing it."""
    return session.scalar(
        select(Professional)
        .where(Professional.reference == reference)
        .options(
            joinedload(Professional.identity),
            joinedload(Professional.user),
            selectinload(Professional.occupations),
            selectinload(Professional.skills),
            selectinload(Professional.languages),
            selectinload(Professional.qualifications),
            selectinload(Professional.licences).selectinload(Licence.verifications),
            selectinload(Professional.availability),
            selectinload(Professional.consents),
        )
    )


def map_references(session: Session, professional_ids: Collection[int]) -> dict[int, str]:
    """Map the numbers of people to their references."""
    rows = session.execute(
        select(Professional.id, Professional.reference).where(Professional.id.in_(professional_ids))
    )
    return {number: reference for number, reference in rows}  # noqa: C416


def list_numbers(session: Session, references: Collection[str]) -> list[int]:
    """List the numbers of the people with these references."""
    return list(session.scalars(select(Professional.id).where(Professional.reference.in_(references))))
