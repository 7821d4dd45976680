"""How long data is kept: every rule with its period, the event it runs from, why, and on what ground.

The one place where periods stand: columns only name a rule, so whoever is bound to other periods changes
them here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Event(StrEnum):
    """What a period runs from, or what ends the keeping by itself."""

    ACCOUNT_ERASED = "the account is erased"
    ACCOUNT_CLOSED = "the account was closed"
    SIGN_IN_ENDED = "it is replaced or the account is closed"
    ENTRY_REMOVED = "it is changed, removed or erased"
    DOCUMENT_REPLACED = "it was replaced by another file, and at once if its owner removes it"
    LICENCE_REMOVED = "the licence is removed from the profile"
    CONSENT_ENDED = "the consent was withdrawn or the profile erased"
    CASE_CLOSED = "the case was closed"
    VACANCY_ENDED = "the vacancy was filled, closed or cancelled"
    LETTER_SENT = "the letter was sent"
    FORM_SENT = "the form was sent"
    SESSION_USED = "the browser was last used here"
    ACT_DONE = "the act"
    HOLD_LIFTED = "it was lifted"
    TRY_MADE = "the first try of the window"
    MINISTRY_LEFT = "the ministry no longer takes part"
    REPLACED = "it is replaced"
    UNNAMED = "no case and no act that is kept names it any more"
    SERVICE_ENDED = "the service ends"


class Basis(StrEnum):
    """The legal ground for keeping, in words."""

    CONSENT = "the person's consent, which can be withdrawn at any time"
    AGREEMENT = "needed for the account that the person opened or accepted"
    PUBLIC_TASK = "the public task of the ministries and of the programme"
    LEGAL_CLAIM = "to establish, exercise or defend legal claims"
    SECURITY = "the legitimate interest in a service that is safe and acts once"
    NONE = "none needed: it is about nobody"


class Unit(StrEnum):
    """What periods are counted in."""

    DAYS = "days"
    YEARS = "years"


@dataclass(frozen=True)
class Period:
    """A length of time."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        """Give it in words."""
        return f"{self.count} {self.unit}"


@dataclass(frozen=True)
class Rule:
    """How long something is kept. Without a period it goes with the event itself.

    `goes_with_person`: when somebody is erased, their part goes at once, however much of the period is left.
    What does not go stays under a number that no longer leads to anybody.
    """

    name: str
    event: Event
    because: str
    basis: Basis
    period: Period | None = None
    goes_with_person: bool = False

    def ended_before(self, moment: datetime) -> datetime:
        """Give the moment before which the event must have been for its period to be over."""
        if self.period is None:
            raise ValueError(f"{self.name} has no period")
        if self.period.unit == Unit.DAYS:
            return moment - timedelta(days=self.period.count)
        year = moment.year - self.period.count
        # Of a leap day, the day after: nothing goes a day too early.
        is_leap_day = (moment.month, moment.day) == (2, 29)
        return moment.replace(year=year, day=28) if is_leap_day else moment.replace(year=year)

    @property
    def length(self) -> str:
        """Say how long, in words."""
        return f"{self.period} after {self.event}" if self.period else f"until {self.event}"


def _years(count: int) -> Period:
    return Period(count, Unit.YEARS)


def _days(count: int) -> Period:
    return Period(count, Unit.DAYS)


ACCOUNT = Rule(
    "account",
    Event.ACCOUNT_ERASED,
    "Somebody has to be recognised and written to for as long as they use the service.",
    Basis.AGREEMENT,
    goes_with_person=True,
)
SIGN_IN = Rule(
    "sign-in",
    Event.SIGN_IN_ENDED,
    "Opens the account, so it is of no use after the account and a danger if lost.",
    Basis.SECURITY,
    goes_with_person=True,
)
STAFF = Rule(
    "staff",
    Event.ACCOUNT_CLOSED,
    "Whoever proposed, checked or approved must still have a name and an office while the case is kept.",
    Basis.PUBLIC_TASK,
    _years(10),
)
PROFILE = Rule(
    "profile",
    Event.ENTRY_REMOVED,
    "People are matched for as long as they wish. Silence deletes nothing: many come back after years.",
    Basis.CONSENT,
    goes_with_person=True,
)
DOCUMENT = Rule(
    "document",
    Event.DOCUMENT_REPLACED,
    "Claims are checked against papers. Who decided on a paper can look at it again for a year after another "
    "one took its place; until then it stays as long as the profile.",
    Basis.CONSENT,
    _years(1),
    goes_with_person=True,
)
CHECK = Rule(
    "check",
    Event.LICENCE_REMOVED,
    "Ministries and patients rely on a licence because somebody looked it up; this is the proof.",
    Basis.PUBLIC_TASK,
    goes_with_person=True,
)
CONSENT = Rule(
    "consent",
    Event.CONSENT_ENDED,
    "That there was a consent, to what and until when, has to be shown for as long as a case may rest on it.",
    Basis.LEGAL_CLAIM,
    _years(10),
)
SELECTION = Rule(
    "selection",
    Event.VACANCY_ENDED,
    "Whoever was or was not chosen can have it explained and computed again.",
    Basis.LEGAL_CLAIM,
    _years(5),
    goes_with_person=True,
)
CASE = Rule(
    "case",
    Event.CASE_CLOSED,
    "A placement has consequences for patients, work and pay; it may be asked for long afterwards.",
    Basis.LEGAL_CLAIM,
    _years(10),
)
CASE_WORDS = Rule(
    "words in a case",
    Event.CASE_CLOSED,
    "They explain the decisions of the case, but they may name the person.",
    Basis.LEGAL_CLAIM,
    _years(10),
    goes_with_person=True,
)
ACT = Rule(
    "act",
    Event.ACT_DONE,
    "Abuse and mistakes are found because every act has an actor and a time. Numbers and codes only.",
    Basis.LEGAL_CLAIM,
    _years(10),
)
ACT_WORDS = Rule(
    "words of an act",
    Event.ACT_DONE,
    "Somebody who was locked out must be able to learn why, but the reason may describe the person.",
    Basis.LEGAL_CLAIM,
    _years(10),
    goes_with_person=True,
)
LETTER = Rule(
    "letter",
    Event.LETTER_SENT,
    "Time enough to find out why a letter did not arrive.",
    Basis.AGREEMENT,
    _days(90),
    goes_with_person=True,
)
FORM = Rule(
    "form",
    Event.FORM_SENT,
    "A form that is sent twice acts once; nobody sends one again after a month.",
    Basis.SECURITY,
    _days(30),
    goes_with_person=True,
)
SESSION = Rule(
    "session",
    Event.SESSION_USED,
    "People see where they are signed in, and are told when it is on a device not seen for so long.",
    Basis.SECURITY,
    _days(90),
    goes_with_person=True,
)
TRIES = Rule(
    "tries",
    Event.TRY_MADE,
    "Whoever guesses is stopped after a few tries; the longest window is a day.",
    Basis.SECURITY,
    _days(1),
    goes_with_person=True,
)
NUMBER = Rule(
    "number",
    Event.UNNAMED,
    "Cases and acts that are kept must say that two of them are about the same person. After erasure the "
    "number stands alone and leads to nobody.",
    Basis.LEGAL_CLAIM,
)
HOLD = Rule(
    "hold",
    Event.HOLD_LIFTED,
    "That data was kept longer, for whom and why, can be asked for as long as it is there.",
    Basis.LEGAL_CLAIM,
    _years(10),
    goes_with_person=True,
)
VACANCY = Rule(
    "vacancy",
    Event.VACANCY_ENDED,
    "What was asked for, by whom and with what money is the ministry's record, and the ground of its cases.",
    Basis.PUBLIC_TASK,
    _years(10),
)
MINISTRY = Rule(
    "ministry",
    Event.MINISTRY_LEFT,
    "The service works for ministries that take part.",
    Basis.PUBLIC_TASK,
)
REPLACED = Rule(
    "until replaced",
    Event.REPLACED,
    "Only the present state is of use: posts must be somewhere, and a place ready or not.",
    Basis.PUBLIC_TASK,
)
SERVICE = Rule(
    "service",
    Event.SERVICE_ENDED,
    "Common property of all who use the service, or a counter of its machinery.",
    Basis.NONE,
)

RULES = (
    *(ACCOUNT, SIGN_IN, PROFILE, DOCUMENT, CHECK, CONSENT, SELECTION, CASE, CASE_WORDS, NUMBER),
    *(STAFF, ACT, ACT_WORDS, LETTER, FORM, SESSION, TRIES, HOLD),
    *(VACANCY, MINISTRY, REPLACED, SERVICE),
)
