"""The checks of a licence as coordinators read them: by whom, how, what was found, whether each counts."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from web.models.claims import Licence, Verification, VerificationMethod, VerificationResult
from web.models.user import User
from web.presenters.differences import difference_label
from web.presenters.names import long_date, short_date
from web.presenters.wording import codes
from web.services.credential_levels import is_checked


@dataclass(frozen=True)
class CheckView:
    """One check of a licence; `standing` says since when it counts, or why it does not."""

    day: str
    by: str
    lines: list[str]
    word: str
    tone: str
    sign_url: str
    disagree_url: str


def method_words(method: VerificationMethod) -> str:
    """Say how a licence was checked."""
    return {
        VerificationMethod.DOCUMENT_SEEN: _("Document seen"),
        VerificationMethod.REGISTER_LOOK_UP: _("Register looked up"),
        VerificationMethod.PRIMARY_SOURCE: _("Regulator asked"),
    }[method]


def present_checks(licence: Licence, today: date, reader: User) -> list[CheckView]:
    """Put the checks of a licence into words, the latest first; a colleague's may wait for the reader."""
    return [_check(check, licence, today, reader) for check in reversed(licence.verifications)]


def _check(check: Verification, licence: Licence, today: date, reader: User) -> CheckView:
    confirmed = check.result == VerificationResult.CONFIRMED
    counts = check is licence.latest_verification and is_checked(licence, today)
    may_sign = check is licence.waiting_verification and check.checked_by_id != reader.id
    lines = [
        codes.listing([method_words(check.method), check.source]),
        difference_label(check.difference) if check.difference else "",
        check.note,
        _second_look(check),
        _standing(check, licence, today),
    ]
    return CheckView(
        day=short_date(check.checked_at),
        by=check.checked_by.name,
        lines=[line for line in lines if line],
        word=_("Confirmed") if confirmed else _("Not confirmed"),
        tone=("good" if confirmed else "bad") if counts else "neutral",
        sign_url=_act_url("countersign", check) if may_sign else "",
        disagree_url=_act_url("disagree", check) if may_sign else "",
    )


def _act_url(act: str, check: Verification) -> str:
    return url_for(f"coordinator.licences_{act}", licence_id=check.licence_id, verification_id=check.id)


def _second_look(check: Verification) -> str:
    if check.countersigned_by and check.countersigned_at:
        signed = {"name": check.countersigned_by.name, "day": long_date(check.countersigned_at)}
        return _("Signed by %(name)s on %(day)s.", **signed)
    if check.disagreed_by and check.disagreed_at:
        refused = {"name": check.disagreed_by.name, "day": long_date(check.disagreed_at)}
        said = _("%(name)s did not sign it on %(day)s and found:", **refused)
        return f"{said} {check.disagreement}"
    return ""


def _standing(check: Verification, licence: Licence, today: date) -> str:
    if check.disagreed_at is not None:
        return _("Does not count: the second coordinator did not sign it.")
    if check.checked_at < licence.changed_at:
        return _("No longer counts: the licence was changed later.")
    if check is licence.waiting_verification:
        return _("Does not count yet: it waits for the signature of a second coordinator.")
    if check is not licence.latest_verification:
        return _("No longer counts: it was checked again later.")
    return _how_long(check, today)


def _how_long(check: Verification, today: date) -> str:
    if check.result == VerificationResult.NOT_CONFIRMED:
        return _("Stands until the licence is changed or checked again.")
    if check.expires_on is None:
        return _("Counts as long as the licence stands as it is.")
    if check.expires_on < today:
        return _("No longer counts: it ended on %(day)s.", day=long_date(check.expires_on))
    return _("Counts until %(day)s.", day=long_date(check.expires_on))
