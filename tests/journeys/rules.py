"""What holds on every page, whoever reads it and in whatever language."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    # Neither style sheets nor frames of others: there are none.
    "preload": False,
    "iframes": False,
}
# The whole answer is large: only what is wrong leaves the browser. Contrast takes longer than all the rest;
# what stands around `main` is the same on every page of one reader, and is looked at on one of them.
CONTRAST = "color-contrast"
RUN_AXE = """async ([options, contrast, around]) => {
  const rest = {...options, rules: {[contrast]: {enabled: false}}};
  const alone = {...options, runOnly: {type: 'rule', values: [contrast]}};
  const answers = [await axe.run(rest), await axe.run(around ? document : 'main', alone)];
  return answers.flatMap(answer => answer.violations);
}"""
SMALLEST_TARGET = 24
EN_DASH = "\N{EN DASH}"
# Links within text are as high as their text; the space between lines keeps them apart, which axe checks.
LOOK = """smallest => {
  const targets = 'a[href], button, select, textarea, summary, input:not([type=hidden])';
  const shown = e => e.checkVisibility() && !e.closest('.visually-hidden, .skip-link');
  const low = e => e.getBoundingClientRect().height < smallest && getComputedStyle(e).display !== 'inline';
  return {
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map(h => h.innerText),
    language: document.documentElement.lang,
    width: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
    wide: [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 3).map(e => e.outerHTML.slice(0, 120)),
    small: [...document.querySelectorAll(targets)].filter(e => shown(e) && low(e))
      .map(e => e.outerHTML.slice(0, 160)),
  };
}"""
SKIP_LINK = "document.activeElement.matches('a.skip-link[href=\"#main\"]')"


def faults_of(
    page: Page, *, language: str, service_name: str = "Sankofa", around: bool = True
) -> Iterator[str]:
    """Say in words everything that is wrong with the page that is open; `around` its main part as well."""
    yield from quick_faults_of(page, language=language, service_name=service_name)
    page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE, [AXE_OPTIONS, CONTRAST, around])
    for violation in found:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:200]}"


def quick_faults_of(page: Page, *, language: str, service_name: str = "Sankofa") -> Iterator[str]:
    """Say what is wrong that takes no time to find: all but what axe looks at."""
    seen = page.evaluate(LOOK, SMALLEST_TARGET)
    if len(seen["headings"]) != 1:
        yield f"{len(seen['headings'])} first headings: {seen['headings']}"
    elif _spaced(seen["title"]) not in _titles(seen["headings"][0], service_name, language):
        yield f"title {seen['title']!r} over heading {seen['headings'][0]!r}"
    if seen["language"] != language:
        yield f"language {seen['language']!r}"
    if seen["width"] > seen["room"]:
        yield f"scrolls sideways: {seen['width']} px in {seen['room']} px: {seen['wide']}"
    yield from (f"less than {SMALLEST_TARGET} px high: {target}" for target in seen["small"])


def first_key_faults(page: Page) -> Iterator[str]:
    """Say whether the first key on a page just opened fails to reach the link past the navigation."""
    page.keyboard.press("Tab")
    if not page.evaluate(SKIP_LINK):
        yield "the first Tab does not reach the link past the navigation"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _titles(heading: str, service_name: str, language: str) -> set[str]:
    title = _spaced(f"{heading} {EN_DASH} {service_name}")
    return {title, {"en": "Error: ", "fr": "Erreur : "}[language] + title}
