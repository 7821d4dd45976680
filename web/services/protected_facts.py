"""Keeping what is only ever counted: nothing that ranks, proposes or shows people imports this."""

from sqlalchemy.orm import Session

from web.models.base import now
from web.models.protected_facts import ProtectedFacts, Sex
from web.models.user import User
from web.services.audit import record_act
from web.services.profiles import open_profile


def save_protected_facts(
    session: Session, *, user: User, sex: Sex | None, birth_year: int | None, nationality: str | None
) -> None:
    """Keep the answers in the place of those before. No ranking changes, so the profile counts no change."""
    professional = open_profile(session, user=user)
    facts = session.get(ProtectedFacts, professional.id) or ProtectedFacts(professional_id=professional.id)
    facts.sex, facts.birth_year, facts.nationality = sex, birth_year, nationality
    facts.answered_at = now()
    session.add(facts)
    session.flush()
    record_act(session, actor=user, action="protected_facts.save", thing=professional)
