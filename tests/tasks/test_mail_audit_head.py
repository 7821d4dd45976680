"""The end of the audit is mailed to somebody without access to the machine, and found in the mail again."""

from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from tests.factories import MinistryFactory
from tests.support.databases import unguarded
from web.db import transaction
from web.services.audit import record_act
from web.services.audit_heads import find_mailed_heads
from web.services.audit_reports import read_report
from web.tasks.mail_audit_head import mail_audit_head
from web.tasks.verify_audit import verify_audit


@pytest.fixture
def own_settings(app, tmp_path, monkeypatch):
    """Settings with an address for the heads, and folders of this test."""
    settings = replace(
        app.config["SETTINGS"],
        audit_mail="auditor@ministry.example",
        mail_url=f"file:{tmp_path / 'mail'}",
        audit_heads=tmp_path / "heads.jsonl",
    )
    monkeypatch.setitem(app.config, "SETTINGS", settings)
    yield settings
    settings.mailed_head_file.unlink(missing_ok=True)
    settings.checked_audit_file.unlink(missing_ok=True)


@pytest.fixture
def record(app, session):
    ministry = MinistryFactory()
    session.commit()

    def record():
        with app.app_context(), transaction() as writing:
            record_act(writing, actor=None, action="ministry.change", thing=ministry)

    return record


def letters(settings):
    folder = settings.mail_url.removeprefix("file:")
    from_folder = sorted((settings.audit_heads.parent / "mail").glob("*.eml"))
    assert all(str(letter).startswith(folder) for letter in from_folder)
    return [message_from_bytes(letter.read_bytes(), policy=policy.default) for letter in from_folder]


def test_each_new_end_is_mailed_once(app, own_settings, record):
    assert not mail_audit_head(app)
    for _ in range(2):
        record()
        assert [mail_audit_head(app), mail_audit_head(app)] == [True, False]
    first, second = letters(own_settings)
    assert first["To"] == "auditor@ministry.example"
    assert first["Message-ID"] != second["Message-ID"]


def test_mail_that_was_not_noted_leaves_again_as_the_same(app, own_settings, record):
    record()
    mail_audit_head(app)
    (first,) = letters(own_settings)
    own_settings.mailed_head_file.unlink()
    assert mail_audit_head(app)
    (again,) = letters(own_settings)
    assert again["Message-ID"] == first["Message-ID"]


def test_nobody_is_mailed_without_an_address(app, own_settings, record, monkeypatch):
    monkeypatch.setitem(app.config, "SETTINGS", replace(own_settings, audit_mail=""))
    record()
    assert not mail_audit_head(app)


@pytest.mark.parametrize(
    "passed_on", [str, lambda text: "".join(f"> {line}\r\n" for line in text.splitlines())]
)
def test_pasted_mail_shows_a_cut_end(app, own_settings, record, command_line, engine, passed_on):  # noqa: PLR0917
    for _ in range(3):
        record()
    mail_audit_head(app)
    text = passed_on(letters(own_settings)[0].get_content())
    assert [head.number for head in find_mailed_heads(text)] == [3]
    whole = command_line.invoke(args=["audit", "verify", "--mailed", "-"], input=text)
    assert (whole.exit_code, whole.output.splitlines()[-1]) == (0, "3 acts sealed, 1 heads kept, 0 faults.")
    with engine.begin() as connection, unguarded(connection):
        connection.exec_driver_sql("DELETE FROM audit_seal WHERE number = 3")
        connection.exec_driver_sql("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)")
    cut = command_line.invoke(args=["audit", "verify", "--mailed", "-"], input=text)
    assert cut.exit_code == 3
    assert "does not hold what was last at number 3" in cut.output


def test_something_else_pasted_is_refused(command_line, own_settings):
    refused = command_line.invoke(args=["audit", "verify", "--mailed", "-"], input="Good day")
    assert refused.exit_code == 1
    assert "there is no head" in refused.output


def test_check_of_every_hour_is_kept(app, own_settings, record, engine):
    record()
    assert verify_audit(app) == 0
    report = read_report(own_settings.checked_audit_file)
    assert (report.number, report.faults) == (1, 0)
    with engine.begin() as connection, unguarded(connection):
        connection.exec_driver_sql("UPDATE audit_entry SET action = 'another'")
    assert verify_audit(app) == 1
    assert read_report(own_settings.checked_audit_file).faults == 1


def test_report_that_cannot_be_read_is_none(own_settings):
    assert read_report(own_settings.checked_audit_file) is None
    own_settings.checked_audit_file.write_text("{")
    assert read_report(own_settings.checked_audit_file) is None
