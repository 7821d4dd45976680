"""A ministry user of Ghana, signed in."""

import pytest

from tests.factories import MinistryUserFactory


@pytest.fixture
def user(client, sign_in, session):
    user = MinistryUserFactory()
    sign_in(client, user)
    return user
