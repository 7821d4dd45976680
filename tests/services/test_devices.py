"""Reading a device from what a browser says of itself: coarsely, whatever it says."""

import time

import pytest

from web.models.browser_session import Browser, System
from web.services.devices import Device, read_device

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
APPLE = "AppleWebKit/605.1.15 (KHTML, like Gecko)"
CHROME = "Chrome/142.0.0.0"
SAFARI = "Safari/537.36"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)"
IPAD = "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X)"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)"

SAYS = {
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "firefox linux",
    "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0": "firefox android",
    f"{WINDOWS} {WEBKIT} {CHROME} {SAFARI}": "chrome windows",
    f"{WINDOWS} {WEBKIT} {CHROME} {SAFARI} Edg/142.0": "edge windows",
    f"{WINDOWS} {WEBKIT} {CHROME} {SAFARI} OPR/123.0": "opera windows",
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} {CHROME} Mobile {SAFARI}": "chrome android",
    f"Mozilla/5.0 (Linux; Android 14) {WEBKIT} SamsungBrowser/28.0 {CHROME} {SAFARI}": "samsung android",
    "Opera/9.80 (Android; Opera Mini/36.2.2254/191.249; U; en) Presto/2.12": "opera android",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8": "opera other",
    f"{IPHONE} {APPLE} Version/18.1 Mobile/15E148 Safari/604.1": "safari ios",
    f"{IPAD} {APPLE} CriOS/142.0 Mobile/15E148 Safari/604.1": "chrome ios",
    f"{MAC} {APPLE} Version/18.1 Safari/605.1.15": "safari macos",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} {CHROME} {SAFARI}": "chrome chrome_os",
    "curl/8.5.0": "other other",
    "": "other other",
}


@pytest.mark.parametrize("user_agent", SAYS)
def test_browser_and_system_are_told_apart(user_agent):
    browser, system = SAYS[user_agent].split()
    assert read_device(user_agent) == Device(Browser(browser), System(system))


@pytest.mark.parametrize(
    "user_agent", ["\0" * 40, "\u202eswodniW\u2066", "\ud800", "<script>", "Linux" * 200_000, " " * 1_000_000]
)
def test_whatever_is_said_becomes_one_of_our_words_at_once(user_agent):
    began = time.perf_counter()
    device = read_device(user_agent)
    assert time.perf_counter() - began < 0.05
    assert device.browser == Browser.OTHER
    assert device.system in {System.OTHER, System.LINUX}
