"""A double click does nothing twice, and a form opened before somebody else's change is held back."""

from collections.abc import Iterator

import pytest
from werkzeug.utils import redirect

from tests.security.crawl import Found
from tests.security.rehearsal import Rehearsal
from tests.security.sending import fill, send, send_times
from tests.support.dump import changed_tables, count_rows, dump
from web.db import transaction
from web.models.ministry import Ministry
from web.views.guards import public
from web.views.pages import Page

# Whoever is signed in is not signed in again, and whoever is out stays out.
WITHOUT_NONCE = {
    "account.prove",
    "account.prove_app",
    "account.second_step_app",
    "account.second_step_mail",
    "account.second_step_passkey",
    "account.second_step_recovery",
    "account.sign_in",
    "account.sign_out",
}
# A new password begins a new session, and with it every open form of the old one ends.
ENDS_SESSION = {"account.password"}


def list_writing(rehearsal: Rehearsal) -> list[Found]:
    """List the forms that change something."""
    forms = rehearsal.forms
    return [form for form in forms if form.form.method == "post" and form.endpoint not in WITHOUT_NONCE]


def twice(rehearsal: Rehearsal, forms: list[Found]) -> Iterator[str]:
    """Send each form twice, and give what the second time did or answered otherwise."""
    engine = rehearsal.stage.engine
    rehearsal.restore()
    counts: list[dict[str, int]] = []
    for found in forms:
        first, second = send_times(found, fill(found), 2, lambda: counts.append(count_rows(engine)))
        before, after = counts[-2:]
        answers = [(answer.status_code, answer.location) for answer in (first, second)]
        if first.status_code != 303 or (len(set(answers)) > 1 and found.endpoint not in ENDS_SESSION):
            yield f"{found}: {answers}"
        elif more := [name for name, count in after.items() if count != before[name]]:
            yield f"{found}: the second time added to {more}"
        rehearsal.restore()


def test_sent_twice_acts_once(rehearsal):
    """Every form of the service is sent as it should be, and again."""
    faults = list(twice(rehearsal, list_writing(rehearsal)))
    assert not faults, "\n".join(faults)


def test_sent_twice_acts_once_on_postgresql(rehearsal_on_postgresql):
    faults = list(twice(rehearsal_on_postgresql, list_writing(rehearsal_on_postgresql)))
    assert not faults, "\n".join(faults)


def test_act_done_twice_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a view that writes without asking whether it has."""

    @public
    def careless() -> Page:
        with transaction() as session:
            session.add(
                Ministry(name=f"Ministry {len(dump(rehearsal.stage.engine)['ministry'])}", country="TG")
            )
        return redirect("/", code=303)

    # The forms are found on the page as it is, then the view is put in its place.
    settings = [form for form in list_writing(rehearsal) if form.endpoint == "account.settings"]
    monkeypatch.setitem(rehearsal.stage.app.view_functions, "account.settings", careless)
    (fault,) = twice(rehearsal, settings)
    assert "ministry" in fault


def stale(rehearsal: Rehearsal, forms: list[Found]) -> Iterator[str]:
    """Send each form with the version before the stored one, and give those that did not mind."""
    rehearsal.restore()
    before = dump(rehearsal.stage.engine)
    for found in forms:
        newest = found.form.values["version"][0]
        old = str(int(newest) - 1) if newest.isdigit() else "1"
        response = send(found, fill(found) | {"version": [old]})
        if response.status_code != 409 or changed_tables(before, dump(rehearsal.stage.engine)):
            yield f"{found}: {response.status_code}"
            rehearsal.restore()


def list_versioned(rehearsal: Rehearsal) -> list[Found]:
    """List the forms about a row that others may edit too; an empty version is of a row to be made."""
    return [form for form in list_writing(rehearsal) if form.form.values.get("version", [""])[0]]


def test_stale_form_is_held_back(rehearsal):
    faults = list(stale(rehearsal, list_versioned(rehearsal)))
    assert not faults, "\n".join(faults)


def test_overwriting_is_noticed(rehearsal, monkeypatch):
    """The planted fault: a service that does not look at the version."""
    version = property(lambda form: int(form.version.object_data or 0))
    monkeypatch.setattr("web.forms.base.VersionedForm.expected_version", version)
    faults = list(stale(rehearsal, list_versioned(rehearsal)[:3]))
    assert len(faults) == 3


@pytest.mark.parametrize("endpoint", ["admin.ministry_change", "ministry.vacancy_post"])
def test_stale_form_shows_what_is_stored_and_renews_its_version(rehearsal, endpoint):
    (found,) = (form for form in list_versioned(rehearsal) if form.endpoint == endpoint)
    values = fill(found) | {"version": ["0"]}
    held = send(found, values)
    assert held.status_code == 409
    assert found.form.values["version"][0] in held.text
