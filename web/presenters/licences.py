"""A licence as coordinators read it: whose it is, what is stated, and what was checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from web.models.claims import HeldOccupation, Licence, VerificationResult
from web.models.placement import Placement
from web.models.professional import Professional, ProfessionalStatus
from web.presenters.ages import age
from web.presenters.cases import case_reference, status_word
from web.presenters.claims import licence_status_words
from web.presenters.names import country_name, long_date, short_date, years
from web.presenters.wording import codes
from web.queries.licences import SOON, LicenceQueue
from web.services.credential_levels import is_checked


@dataclass(frozen=True)
class LicenceRow:
    """One licence in a queue."""

    person: str
    reference: str
    licence: str
    country: str
    stated: str
    when: str
    word: str
    tone: str
    has_case: bool
    act: str
    url: str


@dataclass(frozen=True)
class CaseLink:
    """An open case of the person: which post, how far it is, and where its page is."""

    label: str
    state: str
    url: str


def person_name(professional: Professional) -> str:
    """Name the person, or give the reference of somebody without a name."""
    identity = professional.identity
    return (identity and identity.full_name) or professional.reference


def queue_words(queue: LicenceQueue) -> str:
    """Name a queue."""
    return {
        LicenceQueue.TO_VERIFY: _("To verify"),
        LicenceQueue.TO_SIGN: _("To sign"),
        LicenceQueue.WITH_COLLEAGUE: _("With a colleague to sign"),
        LicenceQueue.VERIFIED: _("Verified"),
        LicenceQueue.EXPIRING: _("Verified, ended or ending soon"),
        LicenceQueue.NOT_CONFIRMED: _("Not confirmed"),
    }[queue]


def licence_tag(licence: Licence, today: date) -> tuple[str, str]:
    """Sum up in a word and a tone what is known of a licence."""
    check = licence.latest_verification
    if check is None:
        return _unchecked_tag(licence)
    if not is_checked(licence, today):
        return _("The check has ended"), "attention"
    if check.result == VerificationResult.NOT_CONFIRMED:
        return _("Not confirmed"), "bad"
    ends = [day for day in (check.expires_on, licence.valid_until) if day]
    if ends and min(ends) < today:
        return _("Confirmed, but expired on %(day)s", day=short_date(min(ends))), "attention"
    if ends and min(ends) <= today + SOON:
        return _("Confirmed until %(day)s", day=short_date(min(ends))), "attention"
    return _("Confirmed"), "good"


def _unchecked_tag(licence: Licence) -> tuple[str, str]:
    if licence.waiting_verification:
        return _("Waits for a colleague"), "attention"
    return _("Changed since it was checked") if licence.verifications else _("Not checked yet"), "neutral"


def present_licences(licences: Iterable[Licence], with_case: set[int], today: date) -> list[LicenceRow]:
    """Put licences into the rows of a queue; `when` is the wait, or the day of the check that counts."""
    return [_row(licence, licence.professional_id in with_case, today) for licence in licences]


def _row(licence: Licence, has_case: bool, today: date) -> LicenceRow:  # noqa: FBT001
    word, tone = licence_tag(licence, today)
    check = licence.latest_verification if is_checked(licence, today) else None
    until = _("until %(day)s", day=short_date(licence.valid_until)) if licence.valid_until else ""
    return LicenceRow(
        person=person_name(licence.professional),
        reference=licence.professional.reference,
        licence=codes.listing([licence.regulator, licence.number]),
        country=country_name(licence.country),
        stated=codes.listing([licence_status_words(licence.status), until]),
        when=short_date(check.checked_at) if check else age(licence.changed_at, today),
        word=word,
        tone=tone,
        has_case=has_case,
        act=_("Open") if check or licence.waiting_verification else _("Verify"),
        url=url_for("coordinator.licence", licence_id=licence.id),
    )


def stated_facts(licence: Licence) -> list[dict[str, str]]:
    """List what the person states, for `summary_list`."""
    facts = [
        (_("Regulator"), licence.regulator),
        (_("Country"), country_name(licence.country)),
        (_("Number"), licence.number),
        (_("Status"), _begin_with_capital(licence_status_words(licence.status))),
        *([(_("Valid from"), long_date(licence.valid_from))] if licence.valid_from else []),
        (_("Valid until"), long_date(licence.valid_until)),
        (_("Last changed"), long_date(licence.changed_at)),
    ]
    return [{"key": key, "value": value} for key, value in facts]


def _begin_with_capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def person_facts(professional: Professional) -> list[dict[str, str | list[str]]]:
    """List who the person is, as far as a look-up needs it, for `summary_list`."""
    origin, residence = professional.country_of_origin, professional.residence_country
    facts: list[tuple[str, str | list[str]]] = [
        (_("Name"), person_name(professional)),
        (_("Reference"), professional.reference),
        (_("Occupation"), [_occupation(held) for held in professional.occupations]),
        (_("Country of origin"), country_name(origin)),
        (_("Country of residence"), country_name(residence)),
    ]
    if professional.status == ProfessionalStatus.PAUSED:
        facts.append((_("Profile"), _("Paused by the person")))
    return [{"key": key, "value": value} for key, value in facts]


def _occupation(held: HeldOccupation) -> str:
    specialty = codes.specialty(held.specialty) if held.specialty else ""
    experience = years(held.years) if held.years is not None else ""
    return codes.listing([codes.occupation(held.code, held.title), specialty, experience])


def present_cases(placements: Iterable[Placement]) -> list[CaseLink]:
    """List the cases that a check may move on."""
    return [
        CaseLink(
            label=codes.listing([placement.vacancy.title, placement.vacancy.facility.name]),
            state=codes.listing([case_reference(placement), status_word(placement.status)]),
            url=url_for("coordinator.placement", placement_id=placement.id),
        )
        for placement in placements
    ]
