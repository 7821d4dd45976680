"""Confirmed wordings as an administrator reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _

from web.models.wording import CodeKind, ConfirmedWording
from web.presenters.names import country_name, language_name, short_date
from web.presenters.wording.codes import language
from web.services.vocabulary import label


@dataclass(frozen=True)
class WordingView:
    """One wording: what was written, what it was taken for, where, how often."""

    id: int
    words: str
    kind: str
    meaning: str
    code: str
    where: str
    confirmations: int
    last: str
    is_revoked: bool


def present_wordings(wordings: Iterable[ConfirmedWording]) -> list[WordingView]:
    """Put wordings into words."""
    return [
        WordingView(
            id=wording.id,
            words=wording.words,
            kind=_kind_words(wording.kind),
            meaning=label(wording.kind, wording.code, language()),
            code=wording.code,
            where=_where(wording),
            confirmations=wording.confirmations,
            last=short_date(wording.last_at.date()),
            is_revoked=wording.revoked_at is not None,
        )
        for wording in wordings
    ]


def _kind_words(kind: CodeKind) -> str:
    return {
        CodeKind.OCCUPATION: _("Occupation"),
        CodeKind.SPECIALTY: _("Specialty"),
        CodeKind.SKILL: _("Skill"),
    }[kind]


def _where(wording: ConfirmedWording) -> str:
    name = language_name(wording.language)
    if not wording.country:
        return name
    return _("%(language)s, %(country)s", language=name, country=country_name(wording.country))
