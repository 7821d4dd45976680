"""Where somebody is signed in, in words."""

from dataclasses import dataclass
from datetime import timedelta

from flask_babel import gettext as _

from web.models.browser_session import Browser, BrowserSession, System
from web.models.user import Role
from web.presenters.names import labelled, moment
from web.services.browser_sessions import lifetime_of

BROWSER = {
    Browser.CHROME: "Chrome",
    Browser.EDGE: "Edge",
    Browser.FIREFOX: "Firefox",
    Browser.OPERA: "Opera",
    Browser.SAFARI: "Safari",
    Browser.SAMSUNG: "Samsung Internet",
}
SYSTEM = {
    System.ANDROID: "Android",
    System.CHROME_OS: "ChromeOS",
    System.IOS: "iOS",
    System.LINUX: "Linux",
    System.MACOS: "macOS",
    System.WINDOWS: "Windows",
}


@dataclass(frozen=True)
class SessionRow:
    """One browser in the list of its owner."""

    number: int
    device: str
    facts: tuple[str, str]
    is_here: bool


def present_session(session: BrowserSession, *, here: int) -> SessionRow:
    """Put a session into one line; `here` is the number of the one that asks."""
    return SessionRow(
        number=session.id,
        device=device_name(session),
        facts=(
            labelled(_("Signed in"), moment(session.created_at)),
            labelled(_("Last page"), moment(session.seen_at)),
        ),
        is_here=session.id == here,
    )


def device_name(session: BrowserSession) -> str:
    """Name browser and system as far as they are known: Firefox on Windows."""
    browser = BROWSER.get(session.browser) or _("Another browser")
    system = SYSTEM.get(session.system)
    return str(_("%(browser)s on %(system)s", browser=browser, system=system) if system else browser)


def how_long_it_lasts(role: Role) -> str:
    """Say when a browser is signed out by itself."""
    lifetime = lifetime_of(role)
    if role == Role.PROFESSIONAL:
        return str(
            _(
                "You are signed out in a browser once you have opened no page there for %(idle)d days,"
                " and after %(whole)d days in any case.",
                idle=lifetime.idle // timedelta(days=1),
                whole=lifetime.whole // timedelta(days=1),
            )
        )
    return str(
        _(
            "You are signed out in a browser once you have opened no page there for %(idle)d minutes,"
            " and after %(whole)d hours in any case.",
            idle=lifetime.idle // timedelta(minutes=1),
            whole=lifetime.whole // timedelta(hours=1),
        )
    )
