"""What a person calls their device: the family of the browser and the system, read from its own words."""

from dataclasses import dataclass
from typing import TypeVar

from web.models.browser_session import Browser, System

# The families we look for stand near the beginning; whoever writes more does not get it read.
LONGEST_READ = 500

# The first that fits counts: most browsers also name those they descend from.
BROWSERS = (
    (("Edg/", "EdgA/", "EdgiOS/"), Browser.EDGE),
    (("OPR/", "OPT/", "Opera"), Browser.OPERA),
    (("SamsungBrowser/",), Browser.SAMSUNG),
    (("Firefox/", "FxiOS/"), Browser.FIREFOX),
    (("Chrome/", "CriOS/", "Chromium/"), Browser.CHROME),
    (("Safari/",), Browser.SAFARI),
)
SYSTEMS = (
    (("iPhone", "iPad", "iPod"), System.IOS),
    (("Android",), System.ANDROID),
    (("CrOS",), System.CHROME_OS),
    (("Windows",), System.WINDOWS),
    (("Macintosh", "Mac OS"), System.MACOS),
    (("Linux", "X11"), System.LINUX),
)

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Device:
    """A browser and a system, as coarsely as their owner would name them."""

    browser: Browser
    system: System


def read_device(user_agent: str) -> Device:
    """Tell browser and system from the header User-Agent, of which nothing else is kept."""
    text = user_agent[:LONGEST_READ]
    return Device(_first(BROWSERS, text, Browser.OTHER), _first(SYSTEMS, text, System.OTHER))


def _first(kinds: tuple[tuple[tuple[str, ...], Kind], ...], text: str, otherwise: Kind) -> Kind:
    return next((kind for signs, kind in kinds if any(sign in text for sign in signs)), otherwise)
