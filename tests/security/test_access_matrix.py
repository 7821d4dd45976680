"""Every route, by every kind of person, on one's own object, on another's and on one that is not there.

What to expect follows from the policy: the table of routes only names the objects.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from flask import Response, abort, flash, redirect
from werkzeug.exceptions import NotFound

from tests.factories.scenes import CASES, Side
from tests.security.asking import Answer, ask, cells_of, rules_of
from tests.security.full_scene import fill
from tests.security.reading_answers import is_blind, leaks, unnoted
from tests.security.routes import ROWS
from tests.security.stage import PRINCIPALS, Stage, open_stage
from tests.security.tokens import Tokens, Words, find_unmarked, mark
from tests.support.databases import sqlite_databases
from web.models.inventory import TABLES
from web.permissions import POLICY, Permission, may
from web.services.openings import Opening
from web.views.guards import public, requires

LEAST_CELLS = 4_000
LEAST_BLIND = 10
# Where professionals say who they are or write words of their own.
OF_PERSONS = {"held_occupation", "held_skill", "identity", "licence", "professional", "qualification", "user"}
SHOWN_SOMEWHERE = {
    "audit_entry.reason",
    "identity.family_name",
    "identity.given_name",
    "identity.phone",
    "licence.number",
    "match.pseudonym",
    "ministry.contact_email",
    "outbox_message.recipient",
    "placement.choice_note",
    "placement.pseudonym",
    "placement_event.comment",
    "professional.reference",
    "professional.summary",
    "qualification.title",
    "readiness.note",
    "user.email",
    "user.name",
    "vacancy.budget_line",
    "vacancy.title",
    "verification.note",
    "verification.source",
}
# Coordinators see the whole roster, professionals every open vacancy, admins everybody.
SHARED = {
    Permission.AUDIT_READ,
    Permission.CANDIDATE_READ,
    Permission.DOCUMENT_ANSWER,
    Permission.DOCUMENT_READ,
    Permission.LICENCE_VERIFY,
    Permission.MAIL_READ,
    Permission.MINISTRY_MANAGE,
    Permission.USER_MANAGE,
    Permission.VACANCY_READ_FIT,
    Permission.WORDING_REVOKE,
}


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One scene for all; forms carry neither token nor nonce, so nothing is changed by posting them.

    Whose file was opened is noted with each request, not once an hour, so that no page hides behind another.
    """
    folder = tmp_path_factory.mktemp("matrix")
    with (
        pytest.MonkeyPatch.context() as patch,
        sqlite_databases(folder) as make,
        open_stage(make(), folder, WTF_CSRF_ENABLED=False) as stage,
    ):
        patch.setattr("web.services.openings.WINDOWS", dict.fromkeys(Opening, timedelta()))
        fill(stage.scene)
        stage.tokens = mark(stage.session)
        yield stage


@pytest.fixture(scope="module")
def asked(stage: Stage) -> Callable[[str], list[Answer]]:
    """Give what one of the principals is answered everywhere; each asks once."""
    return cache(lambda principal: list(ask(stage, principal, rules_of(stage))))


def deviations(answers: Iterable[Answer]) -> Iterator[str]:
    """Give the answers that are other than the policy says."""
    absent: dict[tuple[str, str], set[str]] = {}
    for answer in answers:
        cell = answer.cell
        if answer.outcome != cell.expected and not _leads_to_sign_in(answer):
            yield f"{cell}: {answer.outcome} ({answer.status}), not {cell.expected}"
        if answer.outcome == "absent":
            absent.setdefault((cell.rule.endpoint, cell.method), set()).add(answer.digest)
    yield from (f"{name} tells foreign from absent" for (name, _), pages in absent.items() if len(pages) > 1)


def _leads_to_sign_in(answer: Answer) -> bool:
    # A worn-out invitation and the like send people there.
    return answer.cell.rule.endpoint.startswith("account.") and answer.outcome == "sign in"


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_every_cell_is_as_the_policy_says(asked, principal):
    faults = list(deviations(asked(principal)))
    assert not faults, "\n".join(faults)


def test_matrix_is_large_enough(stage):
    """At least 4,000 cells: routes times methods times objects times principals."""
    cells = [
        cell
        for principal in PRINCIPALS
        for rule in rules_of(stage)
        for cell in cells_of(stage, rule, stage.enter(principal)[1])
    ]
    assert len(cells) >= LEAST_CELLS


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_nobody_is_shown_words_they_may_not_know(stage, asked, principal):
    faults = list(leaks(stage, principal, asked(principal)))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("ministry", ["ministry A", "ministry B"])
def test_ministry_meets_a_stranger_in_every_other_case(stage, asked, ministry):
    """It knows the person by name in the case they said yes to, and by nothing in the others."""
    side = stage.scene.a if ministry == "ministry A" else stage.scene.b
    blind = [answer for answer in asked(ministry) if is_blind(answer, side)]
    shown = {words.place for answer in blind for words in answer.shown}
    assert len(blind) >= LEAST_BLIND
    assert shown & {"match.pseudonym", "placement.pseudonym"}
    assert [place for place in shown if place.partition(".")[0] in OF_PERSONS] == []


@pytest.mark.parametrize("principal", PRINCIPALS)
def test_whoever_is_shown_a_name_stands_in_who_opened_my_file(stage, asked, principal):
    assert list(unnoted(stage, principal, asked(principal))) == []


def test_page_that_notes_nothing_is_noticed(stage, monkeypatch):
    """The planted fault: a page that shows a name and tells nobody."""
    monkeypatch.setattr("web.views.coordinator.placements.note_cases", lambda *_: None)
    answers = ask(stage, "coordinator of country 1", rules_of(stage, "coordinator.placement"))
    assert len(list(unnoted(stage, "coordinator of country 1", answers))) == len(CASES)


def test_words_are_really_found(asked):
    """Whoever may know is shown it somewhere: a sweep that finds nothing would say nothing."""
    shown = {words.place for principal in PRINCIPALS for each in asked(principal) for words in each.shown}
    assert SHOWN_SOMEWHERE - shown == set()


def test_every_text_has_a_token(stage):
    assert find_unmarked(stage.tokens) == []


def test_text_without_a_token_is_noticed(stage):
    forgotten = Tokens({"zq": Words(TABLES[0].columns[1], None)})
    assert len(find_unmarked(forgotten)) > len(SHOWN_SOMEWHERE)


def packed(name: str) -> bytes:
    """Make a sheet with a name in it."""
    sheet = BytesIO()
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet1.xml", f"<c>{name}</c>")
    return sheet.getvalue()


def in_cookie(name: str) -> str:
    """Say a name in a notice, which waits in the sealed cookie for the next page."""
    flash(f"{name} is free")
    return "shown later"


PLANTED = {
    "hidden input": lambda name: f'<input type="hidden" value="{name}">',
    "comment": lambda name: f"<!-- {name.upper()} -->",
    "header": lambda name: ("fine", {"X-Person": name}),
    "file name": lambda name: ("fine", {"Content-Disposition": f'attachment; filename="{name}.txt"'}),
    "redirect": lambda name: redirect(f"/?who={name}"),
    "sheet": lambda name: Response(packed(name), mimetype="application/zip"),
    "PDF": lambda name: Response(b"%PDF-1.7\nstream\n" + zlib.compress(name.encode()) + b"endstream"),
    "notice in the cookie": in_cookie,
}


@pytest.mark.parametrize("way", PLANTED)
def test_leak_is_noticed(stage, monkeypatch, way):
    """The planted fault: a page that says the name of somebody to a stranger."""
    name = stage.scene.a.professional.identity.given_name
    monkeypatch.setitem(stage.app.view_functions, "public.about", public(lambda: PLANTED[way](name)))
    answers = ask(stage, "ministry B", rules_of(stage, "public.about"))
    found = set(leaks(stage, "ministry B", answers))
    assert [fault.partition("shows ")[2] for fault in found] == ["identity.given_name of Identity"]


def test_every_route_has_a_row_and_every_row_a_route(app):
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROWS)


def test_rows_name_the_parameters_of_their_route(app):
    named = {rule.endpoint: rule.arguments for rule in app.url_map.iter_rules()}
    assert {name for name, row in ROWS.items() if set(row.parameters) != named.get(name)} == set()


@pytest.mark.parametrize("permission", sorted(set(POLICY) - SHARED))
def test_nobody_may_do_the_same_to_both_sides(stage, permission):
    """The policy itself keeps the sides apart, whatever the routes make of it."""
    scene = stage.scene
    things = [(_things(scene.a), _things(scene.b))]
    users = [pick(scene) for pick in PRINCIPALS.values()]
    both = [
        (user.email, name)
        for of_a, of_b in things
        for name in of_a
        for user in users
        if user and may(user, permission, of_a[name]) and may(user, permission, of_b[name])
    ]
    assert both == []


def _things(side: Side) -> dict[str, Any]:
    return {
        "document": side.document,
        "professional": side.professional,
        "user": side.ministry_user,
        "facility": side.facility,
        "vacancy": side.vacancy,
        "placement": side.placement,
    }


def test_signing_in_again_is_not_needed_to_lose_a_right(stage):
    """The demoted user's browser was signed in as a coordinator's; the next request knows better."""
    client, user = stage.enter("just demoted")
    assert user.countries == frozenset()
    assert client.get("/coordinator/").status_code == 403


def test_open_door_is_noticed(stage, monkeypatch):
    """The planted fault: a page that forgets to ask whose object it shows."""
    monkeypatch.setattr("web.views.ministry.desk.check", lambda permission, thing: thing or abort(404))
    faults = list(deviations(ask(stage, "ministry A", rules_of(stage, "ministry.vacancy_time"))))
    assert [fault.split(": ")[1] for fault in faults] == [
        "answer (200), not absent",
        "answer (422), not absent",
    ]


def test_difference_between_foreign_and_absent_is_noticed(stage, monkeypatch):
    """The planted fault: a page that says whether there is such an object."""
    monkeypatch.setattr(
        "web.views.ministry.desk.check", lambda _, thing: abort(404, "Not yours" if thing else None)
    )
    monkeypatch.setattr("web.views.errors.error_page", lambda status, **words: (str(words), status))
    monkeypatch.setitem(stage.app.error_handler_spec[None][404], NotFound, lambda error: (str(error), 404))
    faults = list(deviations(ask(stage, "ministry A", rules_of(stage, "ministry.vacancy_time"))))
    assert any("tells foreign from absent" in fault for fault in faults)


def test_locked_door_is_noticed(stage, monkeypatch):
    """The planted fault: a page that its own people cannot open."""
    monkeypatch.setitem(
        stage.app.view_functions, "admin.ministries", requires(Permission.MINISTRY_MANAGE)(_refuse)
    )
    assert len(list(deviations(ask(stage, "admin", rules_of(stage, "admin.ministries"))))) == 2


def _refuse() -> None:
    abort(403)
