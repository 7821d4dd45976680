"""Accounts: what is kept of everybody who can sign in."""

from web.models.browser_session import BrowserSession
from web.models.doomed_key import DoomedKey
from web.models.hold import LegalHold
from web.models.inventory import rules
from web.models.inventory.entries import (
    Line,
    Link,
    TableEntry,
    number,
    of_nobody,
    of_professionals,
    of_staff,
    version,
)
from web.models.inventory.kinds import Kind
from web.models.submission import Submission
from web.models.try_count import TryCount
from web.models.user import CoordinatorCountry, User, UserWord

_NUMBER = (of_professionals(rules.NUMBER), of_staff(rules.NUMBER))
_ANSWERABLE = (of_professionals(rules.ACCOUNT), of_staff(rules.STAFF))
_SIGN_IN = (of_professionals(rules.SIGN_IN), of_staff(rules.SIGN_IN))

USER = TableEntry(
    User,
    "Account",
    (of_professionals(rules.ACCOUNT), of_staff(rules.ACCOUNT)),
    (
        number(User.id, *_NUMBER),
        version(User.version),
        Line(User.key_id, Kind.IDENTIFIER, "by which key all that is sealed about the person opens"),
        Line(User.email, Kind.CONTACT, "signing in, and where letters go"),
        Line(User.email_index, Kind.TECHNICAL, "a code by which the account of an address is found"),
        Line(User.new_email, Kind.CONTACT, "the address that is to take its place, until it is confirmed"),
        Line(
            User.name,
            Kind.IDENTITY,
            "how the person is addressed; of staff, who stands behind an act",
            _ANSWERABLE,
        ),
        Line(User.password, Kind.SECRET, "a digest from which a password can be checked, not read", _SIGN_IN),
        Line(
            User.fs_uniquifier,
            Kind.SECRET,
            "the name sessions know the account by; a new one ends them",
            _SIGN_IN,
        ),
        Line(User.role, Kind.TECHNICAL, "what the person may do here", _ANSWERABLE),
        Line(User.language, Kind.CONTACT, "the language of pages and letters"),
        Line(User.active, Kind.DECISION, "whether the person is let in, or locked out"),
        Line(User.is_demo, Kind.TECHNICAL, "whether the person is made up"),
        Line(User.confirmed_at, Kind.ACT, "when the address was shown to be the person's own"),
        Line(User.invited_at, Kind.ACT, "when the person was invited"),
        Line(
            User.password_changed_at,
            Kind.ACT,
            "when the password was last changed; ends older links",
            _SIGN_IN,
        ),
        Line(User.second_factor_since, Kind.ACT, "since when the account has a second factor", _SIGN_IN),
        Line(User.codes_by_mail_since, Kind.ACT, "since when codes for signing in are mailed", _SIGN_IN),
        Line(User.created_at, Kind.ACT, "when the account was made"),
        Line(User.erased_at, Kind.ACT, "when the person was erased", _NUMBER),
        Line(
            User.ministry_id,
            Kind.IDENTIFIER,
            "the ministry somebody works for, and whose data they see",
            (of_staff(rules.STAFF),),
        ),
    ),
)

LEGAL_HOLD = TableEntry(
    LegalHold,
    "Legal hold",
    (of_professionals(rules.HOLD), of_staff(rules.HOLD)),
    (
        number(LegalHold.id),
        Line(LegalHold.user_id, Kind.IDENTIFIER, "whose data must not go"),
        Line(
            LegalHold.reason,
            Kind.STAFF_WORDS,
            "who needs the data, and what for",
            may_hold="names and numbers of courts, inquiries and disputes",
        ),
        Line(LegalHold.placed_by_id, Kind.ACT, "who said so", (of_staff(rules.HOLD),)),
        Line(LegalHold.placed_at, Kind.ACT, "since when"),
        Line(LegalHold.lifted_at, Kind.ACT, "when it ended"),
    ),
)

USER_WORD = TableEntry(
    UserWord,
    "Word of a name",
    (of_professionals(rules.ACCOUNT), of_staff(rules.ACCOUNT)),
    (
        Line(UserWord.user_id, Kind.IDENTIFIER, "of whose name or address it is a word"),
        Line(UserWord.code, Kind.TECHNICAL, "a code by which whoever has the word in their name is found"),
    ),
)

COORDINATOR_COUNTRY = TableEntry(
    CoordinatorCountry,
    "Country of a coordinator",
    (of_staff(rules.STAFF),),
    (
        Line(CoordinatorCountry.user_id, Kind.IDENTIFIER, "whose country this is"),
        Line(CoordinatorCountry.country, Kind.TECHNICAL, "the country the coordinator works for"),
    ),
)

SUBMISSION = TableEntry(
    Submission,
    "Form already sent",
    (of_professionals(rules.FORM), of_staff(rules.FORM)),
    (
        Line(
            Submission.nonce,
            Kind.TECHNICAL,
            "the chance number the form carried, so that a double click acts once",
        ),
        Line(Submission.user_id, Kind.IDENTIFIER, "who sent the form, if signed in"),
        Line(
            Submission.location,
            Kind.TECHNICAL,
            "the page that came next; holds numbers of cases and vacancies",
        ),
        Line(Submission.notice, Kind.TECHNICAL, "a sentence shown there; nothing is written into it today"),
        Line(Submission.created_at, Kind.ACT, "when the form was sent"),
    ),
)

BROWSER_SESSION = TableEntry(
    BrowserSession,
    "Browser signed in",
    (of_professionals(rules.SESSION), of_staff(rules.SESSION)),
    (
        number(BrowserSession.id),
        Line(
            BrowserSession.id_hash,
            Kind.SECRET,
            "a digest of what the browser holds, from which nobody can sign in",
        ),
        Line(BrowserSession.user_id, Kind.IDENTIFIER, "who is signed in"),
        Line(
            BrowserSession.device_hash,
            Kind.TECHNICAL,
            "tells a device seen before from a new one; a digest of a chance number in its cookie",
        ),
        Line(BrowserSession.browser, Kind.TECHNICAL, "the kind of browser, for the person to know it by"),
        Line(BrowserSession.system, Kind.TECHNICAL, "the system it runs on, for the same"),
        Line(BrowserSession.created_at, Kind.ACT, "when the person signed in"),
        Line(BrowserSession.seen_at, Kind.ACT, "when a page was last opened, to the minute"),
        Line(BrowserSession.idle_ends_at, Kind.TECHNICAL, "when it ends if no page is opened"),
        Line(BrowserSession.ends_at, Kind.TECHNICAL, "when it ends in any case"),
        Line(BrowserSession.proved_at, Kind.ACT, "when the person last proved there who they are"),
        Line(BrowserSession.ended_at, Kind.ACT, "when it was ended"),
    ),
)

TRY_COUNT = TableEntry(
    TryCount,
    "Count of tries",
    (of_professionals(rules.TRIES), of_staff(rules.TRIES)),
    (
        Line(TryCount.key, Kind.IDENTIFIER, "what was tried and by whom, as a digest made with our key"),
        Line(TryCount.count, Kind.TECHNICAL, "how often it was tried"),
        Line(TryCount.ends_at, Kind.TECHNICAL, "when it is forgotten"),
    ),
    links=(Link(TryCount.key, "made with our key from an e-mail address, account or network address"),),
)

DOOMED_KEY = TableEntry(
    DoomedKey,
    "Key to destroy",
    (of_nobody(rules.SERVICE),),
    (
        Line(DoomedKey.key_id, Kind.TECHNICAL, "the number of the key of somebody who was erased"),
        Line(DoomedKey.since, Kind.TECHNICAL, "when they were erased, or their last letter left"),
    ),
)

TABLES = (
    *(USER, USER_WORD, LEGAL_HOLD, COORDINATOR_COUNTRY),
    *(SUBMISSION, BROWSER_SESSION, TRY_COUNT, DOOMED_KEY),
)
