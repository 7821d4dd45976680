"""A professional with a browser."""

import pytest

from tests.factories import ActiveProfessionalFactory, UserFactory


@pytest.fixture
def newcomer(client, sign_in, session):
    """Somebody who has an account and nothing else, signed in."""
    user = UserFactory()
    sign_in(client, user)
    return user


@pytest.fixture
def professional(client, sign_in, session):
    """A midwife whose profile is in use, signed in."""
    professional = ActiveProfessionalFactory()
    sign_in(client, professional.user)
    return professional
