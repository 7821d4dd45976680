"""What somebody has agreed to: for which purpose, with whom, since when and until when."""

from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from web.models.professional import Consent, ConsentPurpose
from web.models.vacancy import Vacancy
from web.presenters.names import long_date

Fact = dict[str, str]


@dataclass(frozen=True)
class ConsentView:
    """One consent; without an address to withdraw where it counts no more."""

    purpose: str
    word: str
    tone: str
    facts: list[Fact]
    withdraw_url: str
    withdraw_words: str


def disclosure_wording() -> str:
    """Say what somebody agrees to with their yes to a post; what they read is kept as they read it."""
    return _(
        "If I say yes, the ministry of this post may see who I am, how to reach me, the licences that were"
        " checked and the documents I let ministries see. It counts for this post only, and I can take it"
        " back at any time."
    )


def present_consents(pairs: list[tuple[Consent, Vacancy | None]], today: date) -> list[ConsentView]:
    """Put consents into words, those that count first, then the latest."""
    in_order = sorted(pairs, key=lambda pair: (not pair[0].is_in_force(today), -pair[0].id))
    return [_present(consent, vacancy, today) for consent, vacancy in in_order]


def _present(consent: Consent, vacancy: Vacancy | None, today: date) -> ConsentView:
    in_force = consent.is_in_force(today)
    return ConsentView(
        purpose=_purpose(consent),
        word=_word(consent, today),
        tone="good" if in_force else "neutral",
        facts=[{"key": key, "value": value} for key, value in _facts(consent, vacancy)],
        withdraw_url=_withdraw_url(consent) if in_force else "",
        withdraw_words=_("See what taking it back means"),
    )


def _purpose(consent: Consent) -> str:
    if consent.purpose == ConsentPurpose.DISCLOSURE:
        return _("A ministry may know who I am")
    return _("My profile may be compared with vacancies")


def _word(consent: Consent, today: date) -> str:
    if consent.withdrawn_at:
        return _("Taken back")
    return _("Counts") if consent.is_in_force(today) else _("Has ended")


def _facts(consent: Consent, vacancy: Vacancy | None) -> list[tuple[str, str]]:
    facts = [(_("What I agreed to, in the words I read"), consent.wording)]
    if vacancy:
        facts += [(_("Who may know"), vacancy.ministry.name), (_("For which post"), vacancy.title)]
    else:
        readers = _("The coordinators of the programme, and ministries without your name")
        facts.append((_("Who may know"), readers))
    facts.append((_("Since"), long_date(consent.given_at)))
    if consent.withdrawn_at:
        facts.append((_("Taken back on"), long_date(consent.withdrawn_at)))
    else:
        facts.append((_("Until"), _until(consent)))
    return facts


def _until(consent: Consent) -> str:
    if consent.ends_on:
        return long_date(consent.ends_on)
    if consent.purpose == ConsentPurpose.DISCLOSURE:
        return _("A while after the case is over, or until you take it back")
    return _("Until you take it back")


def _withdraw_url(consent: Consent) -> str:
    if consent.purpose == ConsentPurpose.DISCLOSURE:
        return url_for("professional.consents_withdraw", consent_id=consent.id)
    return url_for("professional.profile_consent_withdraw")
