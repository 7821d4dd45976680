"""Somebody with a browser: fills in what a page asks, presses its button, follows its links."""

import re
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import BrowserContext, Locator, Page, Response

from tests.journeys.service import Service
from tests.support.accounts import PASSWORD
from tests.support.client import Reader
from tests.support.codes import code_of, code_of_app

ERRORS_FROM = 400


@dataclass
class Person:
    """One person, one browser of their own."""

    service: Service
    context: BrowserContext
    page: Page
    email: str = ""

    def open(self, path: str) -> Response:
        """Open a page by its address."""
        response = self.page.goto(self.service.address + path)
        assert response is not None
        return response

    def follow_mail(self, message: str) -> None:
        """Open the link of the last mail of a kind."""
        text = self.service.wait_for_mail(self.email, message)
        link = re.search(rf"{re.escape(self.service.address)}/\S+", text)
        assert link, text
        self.page.goto(link.group())

    def give_password(self, password: str = PASSWORD) -> None:
        """Begin to sign in with the address this person has."""
        self.open("/account/sign-in")
        self.send(email=self.email, password=password)

    def set_up_app(self) -> None:
        """Set up an app for the second step, where the page asks for it."""
        self.follow("/account/security/app")
        key = self.page.locator(".typed-key").text_content()
        assert key is not None
        self.send(code=code_of(key))

    def sign_in(self, password: str = PASSWORD) -> None:
        """Sign in, with the second step if there is one."""
        self.give_password(password)
        if "/second-step/app" in self.page.url:
            self.send(code=code_of_app())
        assert "/account/" not in self.page.url, self.text()

    def take_session(self, reader: Reader) -> None:
        """Go on as a test client of an app with the same key, signed in or not."""
        cookie = reader.get_cookie("sankofa")
        assert cookie is not None
        self.context.add_cookies(
            [{"name": cookie.key, "value": cookie.value, "url": self.service.address, "httpOnly": True}]
        )

    def send(self, form: str = "", **answers: object) -> None:
        """Answer the fields of the page's form and press its one button."""
        scope = self.page.locator(f"main form[method=post]{form}").first
        for name, answer in answers.items():
            self.answer(scope, name, answer)
        scope.locator("button[type=submit].btn-primary, button[type=submit].btn-danger").first.click()
        self.page.wait_for_load_state()

    def answer(self, scope: Locator, name: str, answer: object) -> None:
        """Give one answer in the way its control wants it."""
        if isinstance(answer, date):
            for part, value in zip(
                ("day", "month", "year"), (answer.day, answer.month, answer.year), strict=True
            ):
                scope.locator(f"[name={name}-{part}]").fill(str(value))
            return
        controls = scope.locator(f"[name={name}]")
        kind = controls.first.evaluate("e => e.type || e.tagName.toLowerCase()")
        if kind in {"radio", "checkbox"}:
            wanted = answer if isinstance(answer, list) else [answer]
            for value in wanted:
                choice = controls.first if value is True else scope.locator(f"[name={name}][value='{value}']")
                choice.check()
        elif kind == "select-one":
            controls.first.select_option(str(answer))
        else:
            controls.first.fill(str(answer))

    def press(self, action: str) -> None:
        """Press the button of the first form that goes to an address ending in these words."""
        self.page.locator(f"main form[action$='{action}'] button[type=submit]").first.click()
        self.page.wait_for_load_state()

    def follow(self, ending: str) -> None:
        """Follow the first link of the page whose address ends like this."""
        self.page.locator(f"main a[href$='{ending}']").first.click()
        self.page.wait_for_load_state()

    def text(self) -> str:
        """Read the page."""
        return self.page.locator("main").inner_text()

    def path(self) -> str:
        """Say where we are."""
        return self.page.url.removeprefix(self.service.address)

    def is_refused(self, path: str) -> bool:
        """Say whether a page is plainly refused."""
        return self.open(path).status in {403, 404} and bool(self.page.locator("main h1").inner_text())
