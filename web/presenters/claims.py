"""What a professional states, in words: one title and a few facts for each entry."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from web.models.base import now
from web.models.claims import (
    Availability,
    Claim,
    HeldOccupation,
    HeldSkill,
    Licence,
    LicenceStatus,
    Qualification,
    SpokenLanguage,
    VerificationResult,
)
from web.presenters.differences import difference_words
from web.presenters.names import country_name, language_name, long_date, years
from web.presenters.wording import codes
from web.services.credential_levels import is_checked
from web.services.profile_sections import Section, is_ahead


@dataclass(frozen=True)
class ClaimView:
    """One entry of a list: what it is, what is known of it, and where to change it."""

    title: str
    facts: list[str]
    tag: tuple[str, str] | None
    change_url: str
    remove_url: str
    asked: str = ""


def present_claim(section: Section, claim: Claim) -> ClaimView:
    """Put one entry into words."""
    title, facts = _WORDS[type(claim)](claim)
    return ClaimView(
        title=title,
        facts=[fact for fact in facts if fact],
        tag=_tag(claim),
        change_url=url_for(f"professional.profile_{section}_change", claim_id=claim.id),
        remove_url=url_for("professional.profile_claims_remove", section=section.value, claim_id=claim.id),
        asked=_asked(claim),
    )


def _asked(claim: Claim) -> str:
    """Say what was not confirmed, and what to do."""
    check = claim.latest_verification if isinstance(claim, Licence) else None
    if check is None or check.result == VerificationResult.CONFIRMED:
        return ""
    next_step = _("Change what is not right; if all of it is right, send a document that shows it.")
    return f"{difference_words(check.difference)} {next_step}"


Words = tuple[str, list[str]]


def _occupation(claim: HeldOccupation) -> Words:
    facts = [
        codes.specialty(claim.specialty) if claim.specialty else "",
        years(claim.years) if claim.years is not None else _("years not given"),
    ]
    return codes.occupation(claim.code, claim.title), facts


def _skill(claim: HeldSkill) -> Words:
    # What has no code is compared by its words alone; the person should know.
    kept = "" if claim.code else _("kept in your words")
    title = codes.skill({"code": claim.code, "phrase": claim.phrase})
    return title, [skill_level_words(claim.level), kept]


def _language(claim: SpokenLanguage) -> Words:
    return language_name(claim.code), [cefr_words(claim.cefr.value if claim.cefr else None)]


def _qualification(claim: Qualification) -> Words:
    country = country_name(claim.country) if claim.country else ""
    return claim.title, [claim.institution, country, str(claim.year or "")]


def _licence(claim: Licence) -> Words:
    number = _("number %(number)s", number=claim.number) if claim.number else ""
    state = licence_status_words(claim.status)
    facts = [country_name(claim.country), number, state, _validity(claim), _end_of_check(claim)]
    return claim.regulator, facts


def _validity(claim: Licence) -> str:
    if claim.valid_until is None:
        return ""
    return _("valid until %(day)s", day=long_date(claim.valid_until))


def _end_of_check(claim: Licence) -> str:
    check = claim.latest_verification
    if check is None or check.expires_on is None:
        return ""
    return _("check counts until %(day)s", day=long_date(check.expires_on))


def _period(claim: Availability) -> Words:
    start = long_date(claim.starts_on)
    if claim.ends_on is None:
        return _("From %(start)s", start=start), [_("without an end")]
    return _("From %(start)s to %(end)s", start=start, end=long_date(claim.ends_on)), []


_WORDS: dict[type[Claim], Callable[[Any], Words]] = {
    HeldOccupation: _occupation,
    HeldSkill: _skill,
    SpokenLanguage: _language,
    Qualification: _qualification,
    Licence: _licence,
    Availability: _period,
}


def _tag(claim: Claim) -> tuple[str, str] | None:
    if isinstance(claim, Availability) and not is_ahead(claim):
        return _("Over"), "neutral"
    if not isinstance(claim, Licence):
        return None
    latest = claim.latest_verification
    if latest is None:
        return _unverified(claim), "neutral"
    if not is_checked(claim, now().date()):
        return _("The check has ended: a coordinator looks it up again"), "neutral"
    if latest.result == VerificationResult.CONFIRMED:
        return _("Verified on %(day)s", day=long_date(latest.checked_at)), "good"
    return _("Could not be confirmed"), "attention"


def _unverified(licence: Licence) -> str:
    """Say why a licence counts as not verified: waiting, changed since, or never looked at."""
    if licence.waiting_verification:
        return _("Checked once, waits for a second look")
    if any(check.is_complete for check in licence.verifications):
        return _("No longer verified: you changed it after the check")
    return _("Not verified yet")


def licence_status_words(status: LicenceStatus) -> str:
    """Say what the register says."""
    return {
        LicenceStatus.ACTIVE: _("active"),
        LicenceStatus.EXPIRED: _("expired"),
        LicenceStatus.SUSPENDED: _("suspended"),
        LicenceStatus.UNKNOWN: _("status not known"),
    }[status]


def skill_level_words(level: int | None) -> str:
    """Say what somebody at this level can do, in their own mouth."""
    return {
        1: _("I know the basics and work under supervision"),
        2: _("I work independently"),
        3: _("I handle difficult cases"),
        4: _("I can teach it"),
    }.get(level or 0, _("level not given"))


def cefr_words(level: str | None) -> str:
    """Say what somebody can do in a language at this level, with the name of the level."""
    return {
        "A1": _("A1: a few words and phrases"),
        "A2": _("A2: simple everyday talk"),
        "B1": _("B1: familiar matters at work"),
        "B2": _("B2: most matters with patients and colleagues"),
        "C1": _("C1: fluent, also in writing"),
        "C2": _("C2: almost as a first language"),
        "native": _("First language"),
    }.get(level or "", _("level not given"))
