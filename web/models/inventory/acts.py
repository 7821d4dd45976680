"""What the service writes down of what was done, and the letters it sends about it."""

from web.models.audit import AuditEntry, AuditSeal
from web.models.inventory import rules
from web.models.inventory.entries import Line, Link, TableEntry, number, of_professionals, of_staff
from web.models.inventory.kinds import Kind
from web.models.outbox import OutboxMessage

AUDIT_ENTRY = TableEntry(
    AuditEntry,
    "Act",
    (of_professionals(rules.ACT), of_staff(rules.ACT)),
    (
        number(AuditEntry.id),
        Line(AuditEntry.at, Kind.ACT, "when it was done"),
        Line(AuditEntry.actor_id, Kind.ACT, "who did it"),
        Line(AuditEntry.action, Kind.ACT, "what was done"),
        Line(AuditEntry.kind, Kind.TECHNICAL, "the table of the row it was done to"),
        Line(AuditEntry.object_id, Kind.IDENTIFIER, "the number of the row it was done to"),
        Line(
            AuditEntry.reason,
            Kind.STAFF_WORDS,
            "why an account was locked",
            (of_professionals(rules.ACT_WORDS), of_staff(rules.ACT_WORDS)),
            may_hold="name and conduct of the person who was locked out",
        ),
        Line(
            AuditEntry.reason_in_plain,
            Kind.STAFF_WORDS,
            "the same in acts from before there were keys; written no more",
            (of_staff(rules.ACT),),
            may_hold="as above; it cannot be taken out without breaking the seals",
        ),
        Line(
            AuditEntry.request_id, Kind.TECHNICAL, "leads to the lines of the log that were written with it"
        ),
        Line(
            AuditEntry.details,
            Kind.RECORD,
            "which values were changed to what",
            may_hold="numbers and codes only: role, countries, states, results of checks, level, imports",
        ),
    ),
    links=(
        Link(
            AuditEntry.object_id,
            "with the kind it names the row acted upon, whose own way leads on to the person",
        ),
    ),
)

AUDIT_SEAL = TableEntry(
    AuditSeal,
    "Seal of an act",
    (of_professionals(rules.ACT), of_staff(rules.ACT)),
    (
        number(AuditSeal.number),
        Line(AuditSeal.entry_id, Kind.TECHNICAL, "the act that it seals"),
        Line(AuditSeal.seal, Kind.TECHNICAL, "a code that shows whether the act was changed since"),
    ),
)

OUTBOX_MESSAGE = TableEntry(
    OutboxMessage,
    "Letter",
    (of_professionals(rules.LETTER), of_staff(rules.LETTER)),
    (
        number(OutboxMessage.id),
        Line(
            OutboxMessage.message,
            Kind.TECHNICAL,
            "which letter it is; its text is put together when it leaves",
        ),
        Line(OutboxMessage.user_id, Kind.IDENTIFIER, "whom it is for"),
        Line(OutboxMessage.recipient, Kind.CONTACT, "the address it goes to"),
        Line(OutboxMessage.language, Kind.CONTACT, "the language it is written in"),
        Line(
            OutboxMessage.details,
            Kind.RECORD,
            "what it is about: numbers of account, case and vacancy",
            may_hold="a coordinator's words, in the letter that returns a vacancy: names of anybody",
        ),
        Line(
            OutboxMessage.message_id,
            Kind.TECHNICAL,
            "a chance number, so that a letter sent twice shows once",
        ),
        Line(OutboxMessage.created_at, Kind.ACT, "when it was written"),
        Line(OutboxMessage.due_at, Kind.TECHNICAL, "when it is tried next"),
        Line(OutboxMessage.sent_at, Kind.ACT, "when it left"),
        Line(OutboxMessage.attempts, Kind.TECHNICAL, "how often it was tried"),
        Line(OutboxMessage.last_error, Kind.TECHNICAL, "the kind of the last failure, never its text"),
    ),
)

TABLES = (AUDIT_ENTRY, AUDIT_SEAL, OUTBOX_MESSAGE)
