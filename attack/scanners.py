"""sqlmap and Wapiti, each from an environment of its own (make attack makes it)."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from attack.browser import Browser
from attack.crawl import Question, find_questions
from attack.figure import Figure
from attack.target import VISITOR, Target

PROGRAMS = Path(__file__).resolve().parent.parent / ".venv-attack" / "bin"
INJECTION = re.compile(r"^Parameter: ", re.MULTILINE)
TRIED = re.compile(r"heuristic \(basic\) test shows")
FRESH_NONCE = "import secrets; nonce = secrets.token_hex(16)"
SQLMAP = (
    *("--batch", "--disable-coloring", "--level=1", "--risk=1", "--technique=BEU", "--dbms=sqlite"),
    *("--drop-set-cookie", "--timeout=20", "--retries=1", "--ignore-code=*", "--flush-session"),
)
MODULES = "sql,xss,permanentxss,file,exec,redirect,crlf,csrf,http_headers,csp"
WAPITI_SECONDS = 150
LEFT_ALONE = ("/account/sign-out", "/account/sessions/end-others", "/account/password")


def measure_sql_injection(target: Target) -> Iterator[Figure]:
    """Let sqlmap at every question that each role can ask and every field that people type into."""
    known: set[tuple[object, ...]] = set()
    tried, found = 0, 0
    for role in (VISITOR, *target.accounts):
        browser = target.browser(role)
        new = [one for one in find_questions(browser) if one.shape not in known]
        known |= {one.shape for one in new}
        output = _ask_all(target, browser, new)
        tried += len(TRIED.findall(output))
        found += len(INJECTION.findall(output))
    yield Figure("sqlmap.questions", len(known), float("inf"), 1)
    yield Figure("sqlmap.parameters", tried, float("inf"), 1)
    yield Figure("sqlmap.injections", found, 0)


def _ask_all(target: Target, browser: Browser, questions: list[Question]) -> str:
    """Ask at length what stands in addresses; of forms, go on (--smart) where a field answers oddly."""
    asked = [one.url for one in questions if one.method == "GET" and "?" in one.url]
    output = _ask_many(target, browser, asked)
    for one in questions:
        if one.method == "POST" and one.typed:
            data = ("--data", urlencode(one.fields), "-p", ",".join(one.typed), "--eval", FRESH_NONCE)
            output += _sqlmap(target, browser, "-u", f"{target.address}{one.url}", "--smart", *data)
    return output


def _ask_many(target: Target, browser: Browser, urls: list[str]) -> str:
    if not urls:
        return ""
    addresses = target.folder / "addresses.txt"
    addresses.write_text("".join(f"{target.address}{url}\n" for url in urls))
    return _sqlmap(target, browser, "-m", str(addresses))


def _sqlmap(target: Target, browser: Browser, *options: str) -> str:
    cookies = ("--cookie", browser.cookie_line) if browser.cookies else ()
    output = ("--output-dir", str(target.folder / "sqlmap"))
    done = subprocess.run(
        [PROGRAMS / "sqlmap", *SQLMAP, *cookies, *output, *options],
        capture_output=True,
        text=True,
        # Without it sqlmap refuses --eval.
        env={**os.environ, "SQLMAP_UNSAFE_EVAL": "1"},
        stdin=subprocess.DEVNULL,
        check=False,
    )
    with (target.folder / "sqlmap.log").open("a", encoding="utf-8") as log:
        log.write(done.stdout + done.stderr)
    return done.stdout


def measure_wapiti(target: Target) -> Iterator[Figure]:
    """Let Wapiti crawl and attack the site as every role."""
    pages, found, failed = 0, 0, 0
    for role in (VISITOR, *target.accounts):
        report = _wapiti(target, role)
        pages += report["infos"]["crawled_pages_nbr"]
        found += sum(map(len, report["vulnerabilities"].values()))
        failed += len(report["anomalies"].get("Internal Server Error", []))
    yield Figure("wapiti.pages", pages, float("inf"), 1)
    yield Figure("wapiti.vulnerabilities", found, 0)
    yield Figure("wapiti.server_errors", failed, 0)


def _wapiti(target: Target, role: str) -> dict[str, Any]:
    report = target.folder / f"wapiti-{role.replace(' ', '-')}.json"
    browser = target.browser(role)
    browser.get("/account/sign-in")
    folder = target.folder / f"wapiti-{role.replace(' ', '-')}"
    command: list[str | Path] = [
        *(
            PROGRAMS / "wapiti",
            "-u",
            f"{target.address}/",
            "-m",
            MODULES,
            "--max-scan-time",
            str(WAPITI_SECONDS),
        ),
        *("--flush-session", "--no-bugreport", "-v", "0", "-f", "json", "-o", report),
        *("--max-links-per-page", "60", "--max-files-per-dir", "12", "-d", "4", "--drop-set-cookie"),
        *("--store-session", folder, "--store-config", folder, "-C", browser.cookie_line),
        *(part for path in LEFT_ALONE for part in ("-x", f"{target.address}{path}")),
    ]
    with (target.folder / "wapiti.log").open("ab") as log:
        subprocess.run(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, check=False)
    read: dict[str, Any] = json.loads(report.read_text())
    return read
