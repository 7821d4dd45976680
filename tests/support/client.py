"""A reader without scripts: opens pages, fills forms, presses buttons."""

from typing import Any

from flask.testing import FlaskClient, FlaskCliRunner
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.page import Page


class Reader(FlaskClient):
    """A test client that keeps the test's session and the app's apart.

    What the test has prepared is committed before each request, and what it has read is forgotten after
    it. So the app only sees stored rows, and the test only sees what the app has committed.
    """

    test_session: Session

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Send a request."""
        self.test_session.commit()
        response = super().open(*args, **kwargs)
        self.test_session.expire_all()
        return response

    def submit(
        self,
        url: str,
        *,
        action: str | None = None,
        having: str | None = None,
        press: str | None = None,
        **answers: object,
    ) -> TestResponse:
        """Open a page, answer its form and send it; several forms are told apart by action or by a field.

        `press="name=value"` presses the button of that name. The token and the nonce travel as they would
        from a browser.
        """
        shown = self.get(url)
        assert shown.status_code == 200, f"{url} answered {shown.status_code}"
        form = Page(shown).form(action=action, having=having)
        values = form.fill(**answers)
        if press:
            name, _, value = press.partition("=")
            values[name] = [value]
        target = form.action or url
        if form.method == "get":
            return self.get(target, query_string=values)
        return self.post(target, data=values)


class CommandLine(FlaskCliRunner):
    """Runs commands under the same rule as Reader."""

    test_session: Session

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command."""
        self.test_session.commit()
        result = super().invoke(*args, **kwargs)
        self.test_session.expire_all()
        return result
