"""What the service notes for itself: mail to send, acts, forms already sent."""

from datetime import timedelta

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import UserFactory
from web.keys.envelope import KEY_ID_BYTES
from web.models.audit import AuditEntry, AuditSeal
from web.models.base import now
from web.models.doomed_key import DoomedKey
from web.models.hold import LegalHold
from web.models.outbox import Message, OutboxMessage
from web.models.submission import Submission
from web.models.try_count import TryCount
from web.models.wording import CodeKind, ConfirmedWording


class OutboxMessageFactory(ModelFactory):
    """A notice to a user that their password was changed."""

    class Meta:
        model = OutboxMessage

    user = factory.SubFactory(UserFactory)
    message = Message.PASSWORD_CHANGED
    recipient = factory.SelfAttribute("user.email")
    language = factory.SelfAttribute("user.language")
    details = factory.LazyAttribute(lambda made: {"user_id": made.user.id})
    message_id = factory.Sequence(lambda n: f"<{n + 1}@tests>")


class AuditEntryFactory(ModelFactory):
    class Meta:
        model = AuditEntry
        exclude = ("actor",)

    actor = factory.SubFactory(UserFactory)
    actor_id = factory.SelfAttribute("actor.id")
    action = "user.update"
    kind = "user"
    object_id = factory.SelfAttribute("actor.id")


class AuditSealFactory(ModelFactory):
    """A seal that fits nothing."""

    class Meta:
        model = AuditSeal
        exclude = ("entry",)

    entry = factory.SubFactory(AuditEntryFactory)
    number = factory.Sequence(lambda n: n + 1)
    entry_id = factory.SelfAttribute("entry.id")
    seal = "0" * 64


class ConfirmedWordingFactory(ModelFactory):
    """Words of Ghana that people take for a midwife."""

    class Meta:
        model = ConfirmedWording

    kind = CodeKind.OCCUPATION
    words = factory.Sequence(lambda n: f"catcher of babies {n + 1}")
    language = "en"
    country = "GH"
    code = "2222"


class DoomedKeyFactory(ModelFactory):
    """The key of somebody who was erased."""

    class Meta:
        model = DoomedKey

    key_id = factory.Sequence(lambda n: n.to_bytes(KEY_ID_BYTES))


class SubmissionFactory(ModelFactory):
    class Meta:
        model = Submission

    nonce = factory.Sequence(lambda n: f"nonce-{n + 1}")
    location = "/"


class TryCountFactory(ModelFactory):
    """One try of somebody, in a window that lasts longer than any test."""

    class Meta:
        model = TryCount

    key = factory.Sequence(lambda n: f"{n:064x}")
    count = 1
    ends_at = factory.LazyFunction(lambda: now() + timedelta(hours=1))


class LegalHoldFactory(ModelFactory):
    """A hold that nobody has lifted."""

    class Meta:
        model = LegalHold

    user = factory.SubFactory(UserFactory)
    reason = "Case 7 of the court"
