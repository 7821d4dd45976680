"""The sections of the vacancy form, and which of them still want an answer."""

from enum import StrEnum

from web.models.vacancy import Vacancy


class Section(StrEnum):
    """One part of the form, on pages of its own."""

    POST = "post"
    REQUIREMENTS = "requirements"
    TIME = "time"
    CONDITIONS = "conditions"


def list_missing_sections(vacancy: Vacancy) -> list[Section]:
    """List the sections without which nobody can review the vacancy.

    Post and time are there from the first draft on: a vacancy begins with them.
    """
    missing = []
    if not any(language.required for language in vacancy.languages) or lacks_working_language(vacancy):
        missing.append(Section.REQUIREMENTS)
    if not vacancy.description or not vacancy.local_candidates:
        missing.append(Section.CONDITIONS)
    return missing


def lacks_working_language(vacancy: Vacancy) -> bool:
    """Say whether nobody has said yet how well the working language must be spoken."""
    return all(language.code != vacancy.language for language in vacancy.languages)
