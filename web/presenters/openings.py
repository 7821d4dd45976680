"""Who opened my file, in words: an office and a country, never the name of somebody who works there."""

from dataclasses import dataclass

from flask_babel import format_datetime
from flask_babel import gettext as _

from web.models.document import Document
from web.models.professional import Consent, ConsentPurpose
from web.models.user import Role
from web.presenters.documents import document_title
from web.presenters.mail import MOMENT
from web.presenters.names import country_name, long_date
from web.presenters.wording import codes
from web.queries.openings import OpeningRow
from web.services.documents import OPENED
from web.services.openings import Opening

ACTIONS = (*Opening, OPENED)


@dataclass(frozen=True)
class OpeningView:
    """One line: when, who, what, and on which consent."""

    when: str
    who: str
    what: str
    consent: str


def present_openings(rows: list[OpeningRow]) -> list[OpeningView]:
    """Put the notes into words."""
    return [
        OpeningView(
            format_datetime(row.act.at, MOMENT),
            _who(row),
            _what(row),
            _consent(row.consent),
        )
        for row in rows
    ]


def _who(row: OpeningRow) -> str:
    if row.ministry:
        return row.ministry.name
    role = row.act.details.get("role")
    if role == Role.COORDINATOR:
        countries = [country_name(code) for code in row.act.details.get("countries", [])]
        return _("A coordinator for %(countries)s", countries=codes.listing(countries)) if countries else ""
    return _("An administrator of the service") if role == Role.ADMIN else _("Somebody of the programme")


def _what(row: OpeningRow) -> str:
    words = {
        Opening.NAME.value: _("Saw your name in a list"),
        Opening.PROFILE.value: _("Read your whole profile"),
        Opening.LICENCE.value: _("Read one of your licences, and who you are"),
        Opening.CASE.value: _("Read one of your cases, with your name"),
        Opening.IDENTITY.value: _("Read your name and how to reach you"),
        OPENED: _opened_words(row.document),
    }[row.act.action]
    return _("%(what)s (%(post)s)", what=words, post=row.vacancy.title) if row.vacancy else words


def _opened_words(document: Document | None) -> str:
    if document is None:
        return _("Opened one of your documents, which is gone by now")
    return _("Opened your document “%(title)s”", title=document_title(document))


def _consent(consent: Consent | None) -> str:
    if consent is None:
        return _("None was in force that day")
    day = long_date(consent.given_at)
    if consent.purpose == ConsentPurpose.DISCLOSURE:
        return _("Your yes to this post on %(day)s", day=day)
    return _("Your consent to matching of %(day)s", day=day)
