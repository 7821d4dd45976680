"""What sort of data a column holds, and of whom: the words the inventory is written in."""

from collections.abc import Mapping
from enum import StrEnum


class Subject(StrEnum):
    """Whom data is about."""

    PROFESSIONAL = "professional"
    STAFF = "staff"
    MINISTRY = "ministry"
    NOBODY = "nobody"


PEOPLE = frozenset({Subject.PROFESSIONAL, Subject.STAFF})


class Kind(StrEnum):
    """The class of data a column belongs to."""

    IDENTIFIER = "identifier"
    IDENTITY = "identity"
    CONTACT = "contact"
    SECRET = "secret"  # noqa: S105
    CLAIM = "claim"
    OWN_WORDS = "own words"
    STAFF_WORDS = "words by staff"
    DECISION = "decision"
    ACT = "act"
    RECORD = "record"
    REQUEST = "request"
    REFERENCE = "reference"
    TECHNICAL = "technical"


MEANINGS: Mapping[Kind, str] = {
    Kind.IDENTIFIER: "a number, reference or pseudonym that stands for a person or a thing",
    Kind.IDENTITY: "who somebody is: names, and numbers that lead to a name in public registers",
    Kind.CONTACT: "how somebody is reached: addresses, telephone, language",
    Kind.SECRET: "what only its owner and the service may know, never shown to anybody",
    Kind.CLAIM: "what professionals state of their work, their countries, their dates and their wishes",
    Kind.OWN_WORDS: "free text written by the professional",
    Kind.STAFF_WORDS: "free text written in a case or about a person, mostly by staff",
    Kind.DECISION: "what was decided, checked, computed or agreed to",
    Kind.ACT: "who did something, and when",
    Kind.RECORD: "several kinds of data copied into one column, as they were at that moment",
    Kind.REQUEST: "what a ministry asks for or states of a post, a place or itself",
    Kind.REFERENCE: "published lists and classifications, and words in common use",
    Kind.TECHNICAL: "what the machinery needs: versions, counters, digests, flags",
}

# Data of these kinds is always about a person.
PERSONAL = frozenset({Kind.IDENTITY, Kind.SECRET, Kind.CLAIM, Kind.OWN_WORDS})
# Anything may have been written into these: the inventory has to say what.
OPEN = frozenset({Kind.OWN_WORDS, Kind.STAFF_WORDS, Kind.RECORD})
# Of a professional who is erased, nothing of these stays.
NEVER_OUTLIVES = PERSONAL | {Kind.CONTACT, Kind.STAFF_WORDS}
