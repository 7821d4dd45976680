"""Whatever a browser sends for a cookie, it is ours and open, or a visitor's."""

import pytest
from flask.sessions import SecureCookieSessionInterface
from flask_login import encode_cookie

from tests.factories import UserFactory
from tests.support.sessions import hold
from tests.views.account.browsers import COOKIE, OWN, enter, is_in

pytestmark = pytest.mark.usefixtures("database")


class TestCookies:
    @pytest.mark.parametrize(
        "change",
        [
            lambda value: value[:-1],
            lambda value: "x" + value,
            lambda value: value.replace(".", ".."),
            lambda value: value + "\0",
            lambda value: "\u202e" + value,
            lambda value: "",
        ],
    )
    def test_other_than_ours_is_a_visitors(self, client, change):
        enter(client, UserFactory())
        client.set_cookie(COOKIE, change(client.get_cookie(COOKIE).value))
        assert client.get(OWN).status_code == 303
        assert client.get("/").status_code == 200

    @pytest.mark.parametrize("value", [b"\xff\xfe", b"=;=;", b'"\\', b"a" * 100_000, b"." * 1_000_000])
    def test_raw_bytes_are_a_visitors(self, client, value):
        header = f"{COOKIE}={value.decode('latin-1')}"
        assert client.get(OWN, headers={"Cookie": header}).status_code == 303

    @pytest.mark.parametrize("value", [None, 7, [], {"a": 1}, "", "\0", "\ud800", "x" * 3_000])
    def test_signed_by_us_is_not_enough(self, client, value):
        """Whoever has the key that signs cookies still has no session."""
        hold(client, value)
        assert client.get(OWN).status_code == 303

    def test_cookies_from_before_sessions_were_kept_are_visitors(self, app, client):
        user = UserFactory()
        old = {"_user_id": user.fs_uniquifier, "_fresh": True, "_permanent": True}
        signed = SecureCookieSessionInterface().get_signing_serializer(app).dumps(old)
        client.set_cookie(COOKIE, signed)
        assert not is_in(client)

    def test_cookie_tells_nobody_who_or_where_somebody_is(self, client):
        user = UserFactory()
        enter(client, user)
        with client.session_transaction() as cookie:
            names = set(cookie)
            assert user.fs_uniquifier not in str(dict(cookie))
        assert names <= {"_user_id", "_fresh", "_permanent", "device", "csrf_token", "fs_cc", "fs_paa"}

    def test_cookie_is_sent_only_when_it_changes(self, client):
        """So that a late answer to an earlier request does not put an older one back."""
        enter(client, UserFactory())
        client.get(OWN)
        assert "Set-Cookie" not in client.get(OWN).headers


class TestOtherWays:
    def test_tokens_of_the_library_open_nothing(self, app, client, session):
        """They would have no end that anybody could bring about."""
        user = UserFactory()
        session.commit()
        with app.test_request_context():
            token = user.get_auth_token()
        assert client.get(OWN, headers={"Authentication-Token": token}).status_code == 303
        assert client.get(f"{OWN}?auth_token={token}").status_code == 303

    def test_cookies_of_the_library_open_nothing(self, app, client):
        user = UserFactory()
        with app.test_request_context():
            remembered = encode_cookie(user.fs_uniquifier)
        client.set_cookie("remember_token", remembered)
        assert not is_in(client)
