"""What people have besides a password."""

from datetime import timedelta

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import UserFactory
from tests.support.codes import SECRET
from web.models.base import now
from web.models.second_factor import Authenticator, MailedCode, Passkey, RecoveryCode, SpentChallenge


class AuthenticatorFactory(ModelFactory):
    """An app whose codes tests.support.codes gives; none of them was used."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    secret = SECRET
    last_step = 0


class MailedCodeFactory(ModelFactory):
    """A code under way to somebody's mailbox."""

    class Meta:
        model = MailedCode
        exclude = ("user",)

    user = factory.SubFactory(UserFactory)
    user_id = factory.SelfAttribute("user.id")
    salt = factory.Sequence(lambda n: f"{n:032x}")
    ends_at = factory.LazyFunction(lambda: now() + timedelta(minutes=10))


class PasskeyFactory(ModelFactory):
    """A passkey that no device has."""

    class Meta:
        model = Passkey

    user = factory.SubFactory(UserFactory)
    name = "My telephone"
    credential_id = factory.Sequence(lambda n: f"credential{n:06}")
    public_key = "bm9uZQ"
    sign_count = 0


class SpentChallengeFactory(ModelFactory):
    """A challenge that was answered just now."""

    class Meta:
        model = SpentChallenge

    challenge_hash = factory.Sequence(lambda n: f"{n:064x}")
    ends_at = factory.LazyFunction(lambda: now() + timedelta(minutes=10))


class RecoveryCodeFactory(ModelFactory):
    """A code that fits nothing."""

    class Meta:
        model = RecoveryCode

    user = factory.SubFactory(UserFactory)
    code_hash = factory.Sequence(lambda n: f"{n:064x}")
