"""Names of other servers: a Host that is not ours, and addresses to go to after signing in."""

from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from attack.browser import Browser
from attack.figure import Figure
from attack.target import Target

EVIL = "evil.example"
HOSTS = (
    *(EVIL, f"{EVIL}:80", f"127.0.0.1.{EVIL}", f"127.0.0.1@{EVIL}", f"{EVIL}#127.0.0.1", f"{EVIL}/127.0.0.1"),
    *("localhost.evil.example", "[::1", "a b", "evil.example, 127.0.0.1"),
)
FORWARDED = (
    "X-Forwarded-Host",
    "X-Host",
    "X-Original-URL",
    "X-Rewrite-URL",
    "Forwarded",
    "X-Forwarded-Server",
)
NEXT = tuple(
    line.replace("HOST", EVIL)
    for line in (
        "//HOST",
        "///HOST",
        "////HOST",
        "/\\HOST",
        "\\\\HOST",
        "\\/HOST",
        "/\\/HOST",
        "//\\HOST",
        "http://HOST",
        "https://HOST",
        "HTTP://HOST",
        "http:HOST",
        "http:/HOST",
        "http:///HOST",
        "https:HOST",
        "ftp://HOST",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "blob:x",
        "file:///etc/passwd",
        "mailto:a@HOST",
        " //HOST",
        "\t//HOST",
        "\n//HOST",
        "\r//HOST",
        "/\t/HOST",
        "/\n/HOST",
        "/\r/HOST",
        "/\0/HOST",
        "%2f%2fHOST",
        "/%2fHOST",
        "/%5cHOST",
        "/%09/HOST",
        "%09//HOST",
        "//HOST@127.0.0.1",
        "//127.0.0.1@HOST",
        "http://127.0.0.1@HOST",
        "http://127.0.0.1:5000@HOST",
        "@HOST",
        "HOST",
        "www.HOST",
        "/HOST",
        "//HOST/%2e%2e",
        "/..//HOST",
        "/.//HOST",
        "./\\HOST",
        "/;//HOST",
        "?next=//HOST",
        "#//HOST",
        "//\u2025HOST",
        "/\u2215HOST",
        "\uff0f\uff0fHOST",
        "//HOST%00",
        "//[::1]",
        "//0x7f000001",
        "http://[::ffff:127.0.0.1]",
        "//HOST:80",
        "/\\\\HOST",
        "\u202e//HOST",
    )
)


def measure_names(target: Target) -> Iterator[Figure]:
    """Count foreign hosts that are believed, and sign-ins that end somewhere else."""
    browser = target.browser()
    yield Figure("hosts.believed", sum(_believes(browser, host) for host in HOSTS), 0)
    yield Figure("hosts.forwarded_believed", sum(_repeats(browser, name) for name in FORWARDED), 0)
    away = [wanted for wanted in NEXT if _leads_away(target, wanted)]
    yield Figure("redirects.tried", len(NEXT), float("inf"), 60)
    yield Figure("redirects.leave", len(away), 0)


def _believes(browser: Browser, host: str) -> bool:
    answer = browser.get("/account/reset", Host=host)
    return answer.status < 400


def _repeats(browser: Browser, header: str) -> bool:
    answer = browser.get("/account/settings", **{header: EVIL})
    return EVIL in answer.text or EVIL in answer.location


def _leads_away(target: Target, wanted: str) -> bool:
    browser = target.browser()
    path = f"/account/sign-in?next={quote(wanted, safe='')}"
    fields = {"email": target.accounts["professional"], "password": target.password}
    location = browser.post(path, browser.hidden_fields(path) | fields).location
    # As browsers read it: control characters fall out, backslashes are slashes.
    read = "".join(letter for letter in location if letter > " ").replace("\\", "/")
    return urlsplit(urljoin(f"{target.address}/", read)).netloc != urlsplit(target.address).netloc
