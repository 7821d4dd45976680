"""While nothing can be written, reading goes on and nothing is lost unseen."""

from urllib.parse import urlsplit

import pytest
from sqlalchemy import event

from tests.factories import UserFactory
from tests.factories.scenes import make_scene
from tests.security.crawl import Opened
from tests.support.dump import changed_tables, dump
from web.db import current_engine
from web.tasks.count_lapses import count_lapses
from web.tasks.deliver_mail import deliver_due

MOST_WRITES = 200


@pytest.fixture
def read_only(command_line):
    """The switch, as somebody throws it while the service runs."""
    assert command_line.invoke(args=["read-only", "on"]).exit_code == 0
    yield
    assert command_line.invoke(args=["read-only", "off"]).exit_code == 0


def send_all(rehearsal) -> list[tuple[str, int]]:
    """Send every form that writes as it was opened, and give the answers."""
    return [
        (found.url, found.client.post(found.url, data=found.form.values).status_code)
        for found in rehearsal.forms
        if found.form.method == "post" and found.endpoint != "account.sign_out"
    ]


def test_pages_are_read_and_no_form_is_taken(rehearsal):
    pages: list[Opened] = [page for page in rehearsal.pages if page.status == 200]
    forms = rehearsal.forms
    settings = rehearsal.stage.app.config["SETTINGS"]
    before = dump(rehearsal.stage.engine)
    settings.read_only_file.touch()
    try:
        refused = {page.url: page.client.get(page.url).status_code for page in pages}
        refused = {url: status for url, status in refused.items() if status != 200}
        assert len(pages) > 50
        # What is shown of a ranking must be kept: a list that nobody has seen yet has to wait.
        assert set(refused.values()) == {503}
        # So must be whose name or paper was shown to whom. What people read of themselves goes on.
        own = [url for url in refused if url.startswith(("/account", "/professional"))]
        assert [url for url in own if not urlsplit(url).path.endswith("/file")] == []
        answers = send_all(rehearsal)
        assert len(answers) > 50
        assert [(url, status) for url, status in answers if status != 503] == []
        assert changed_tables(before, dump(rehearsal.stage.engine)) == []
    finally:
        settings.read_only_file.unlink()
    assert forms


@pytest.mark.usefixtures("read_only")
class TestSwitch:
    def test_page_says_so_and_form_says_what_still_works(self, client, page):
        assert "You can only read at the moment" in page(client.get("/account/sign-up")).text()
        answer = client.submit("/account/reset", email="ama@people.example")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")
        assert "You can go on reading" in page(answer).text()

    def test_whoever_leaves_gets_out(self, client, sign_in, page):
        sign_in(client, UserFactory())
        forms = page(client.get("/account/settings")).forms(everywhere=True)
        (leave,) = [form for form in forms if form.action == "/account/sign-out"]
        assert client.post(leave.action, data=leave.values).status_code == 303
        assert client.get("/account/settings").status_code == 303

    def test_mail_and_dates_wait(self, app):
        assert deliver_due(app) == 0
        assert count_lapses(app) == 0

    def test_command_says_how_it_stands(self, command_line):
        assert command_line.invoke(args=["read-only", "status"]).output == "reading only\n"


def test_switched_back_everything_works(client, command_line):
    assert command_line.invoke(args=["read-only", "status"]).output == "reading and writing\n"
    assert client.submit("/account/reset", email="ama@people.example").status_code == 303


class TestDiskFull:
    @pytest.fixture
    def leave_no_room(self, app, session):
        """Give a function after which SQLite finds no room for one page more, as on a full disk."""
        with app.app_context():
            engine = current_engine()

        def limit(connection, _record, _proxy):
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")

        def leave() -> None:
            session.commit()
            driver = engine.raw_connection()
            driver.driver_connection.execute("VACUUM")
            driver.close()
            event.listen(engine, "checkout", limit)

        yield leave
        event.remove(engine, "checkout", limit)
        engine.dispose()

    def test_reading_goes_on_and_writing_is_503(self, client, sign_in, page, leave_no_room):
        side = make_scene().a
        sign_in(client, side.professional.user)
        leave_no_room()
        for number in range(MOST_WRITES):
            answer = client.submit("/account/settings", having="name", name=f"Ama Owusu the {number}")
            if answer.status_code != 303:
                break
        assert answer.status_code == 503
        assert page(answer).heading == "We are away for a moment"
        shown = page(client.get("/account/settings")).form(having="name")
        assert shown.values["name"] != [f"Ama Owusu the {number}"]
        assert client.get("/professional/profile").status_code == 200
