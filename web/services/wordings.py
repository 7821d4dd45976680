"""Suggesting codes for typed words, and learning from what people choose.

What somebody chose for their words is suggested first to the next who writes the same in the same language
and country. Nothing is coded by it without a person: it only changes the order of what is offered. A wording
of the vocabulary itself is never displaced, so nobody can teach that a nurse is a doctor.
"""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from web.models.base import now
from web.models.user import User
from web.models.wording import CodeKind, ConfirmedWording
from web.queries.wordings import find_wording, list_confirmed_codes
from web.services.audit import record_act
from web.services.errors import ConflictError
from web.services.vocabulary import SUGGESTIONS, Suggestion, complete, is_known, label, plain, resolve

LONGEST = 200
# What people confirmed for the very words is as good as a wording of the vocabulary, but for its order.
CONFIRMED = 0.95
# From here on a guess is better than completing what was typed.
SURE = 0.9
# From here on it is a wording of the vocabulary, in whatever order, gender or number; no guess is as sure.
WORDING = 0.95
# Below, a guess is right once in fifty at most: beside others it is in the way.
FAR_FETCHED = 0.02


class AlreadyRevokedError(ConflictError):
    """Somebody else has revoked the wording."""


def suggest_codes(
    session: Session, *, kind: CodeKind, text: str, language: str, country: str | None = None
) -> list[Suggestion]:
    """Suggest up to five codes for words that may not be finished.

    First a wording of the vocabulary, then what others chose for the same words, then what is nearly sure,
    what begins like the words, and what is near.
    """
    found = resolve(kind, text, language=language, country=country)
    begun = complete(kind, text, language=language, country=country)
    sure = [suggestion for suggestion in found if suggestion.confidence >= SURE]
    codes = list_confirmed_codes(
        session, kind=kind, words=plain(text), language=language, country=country or ""
    )
    known = {suggestion.code: suggestion for suggestion in found}
    confirmed = [
        known.get(code) or _suggestion(kind, code, text, language) for code in codes if is_known(kind, code)
    ]
    certain = found[:1] if _is_certain(found, text) else []
    near = [suggestion for suggestion in found if suggestion.confidence >= FAR_FETCHED]
    first: dict[str, Suggestion] = {}
    for suggestion in (*certain, *confirmed, *sure, *begun, *near):
        first.setdefault(suggestion.code, suggestion)
    return list(first.values())[:SUGGESTIONS]


def _suggestion(kind: CodeKind, code: str, text: str, language: str) -> Suggestion:
    return Suggestion(code, label(kind, code, language), kind.value, CONFIRMED, text, None)


def _is_certain(found: list[Suggestion], text: str) -> bool:
    return bool(found) and (found[0].confidence >= WORDING or plain(found[0].matched) == plain(text))


def confirm_wording(
    session: Session, *, kind: CodeKind, text: str, language: str, country: str | None, code: str
) -> None:
    """Keep that somebody chose a code for their words, unless the vocabulary itself knows the words.

    Only what was offered can be learnt, and nothing from the beginning of a wording: "inf" is no name.
    """
    words = plain(text)
    found = resolve(kind, text, language=language, country=country)
    offered = suggest_codes(session, kind=kind, text=text, language=language, country=country)
    is_offered = code in {suggestion.code for suggestion in offered}
    is_begun = code in {each.code for each in complete(kind, text, language=language, country=country)}
    if not is_offered or is_begun or _is_certain(found, text) or len(words) > LONGEST:
        return
    place = country or ""
    wording = find_wording(session, kind=kind, words=words, language=language, country=place, code=code)
    if wording is None:
        _add(session, ConfirmedWording(kind=kind, words=words, language=language, country=place, code=code))
    else:
        wording.confirmations += 1
        wording.last_at = now()


def _add(session: Session, wording: ConfirmedWording) -> None:
    try:
        with session.begin_nested():
            session.add(wording)
    except IntegrityError:
        # Somebody else has confirmed the same at this moment; once is enough.
        return


def revoke_wording(session: Session, *, actor: User, wording: ConfirmedWording) -> None:
    """Take a wording out of use for good; choosing it again does not bring it back."""
    session.refresh(wording, with_for_update=True)
    if wording.revoked_at is not None:
        raise AlreadyRevokedError
    wording.revoked_at = now()
    wording.revoked_by_id = actor.id
    record_act(session, actor=actor, action="wording.revoke", thing=wording, code=wording.code)
