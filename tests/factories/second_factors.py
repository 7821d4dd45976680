"""What people have besides a password."""

import factory

from tests.factories.base import ModelFactory
from tests.factories.people import UserFactory
from tests.support.codes import SECRET
from web.models.second_factor import Authenticator, RecoveryCode


class AuthenticatorFactory(ModelFactory):
    """An app whose codes tests.support.codes gives; none of them was used."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    secret = SECRET
    last_step = 0


class RecoveryCodeFactory(ModelFactory):
    """A code that fits nothing."""

    class Meta:
        model = RecoveryCode

    user = factory.SubFactory(UserFactory)
    code_hash = factory.Sequence(lambda n: f"{n:064x}")
