"""`flask data inventory`: the page in docs is what the command prints."""

import pytest

from tests.architecture.house import ROOT
from tests.factories import AdminFactory, UserFactory
from web.models import Base

PAGE = ROOT / "docs" / "data.md"


def test_committed_page_is_what_the_command_prints(command_line):
    printed = command_line.invoke(args=["data", "inventory"])
    assert printed.exit_code == 0, printed.output
    assert PAGE.read_text("utf-8") == printed.output, "run: flask --app wsgi data inventory > docs/data.md"


@pytest.mark.parametrize("number", ["0", "-1", str(2**70), "1e3"])
def test_number_that_no_account_has_is_refused(command_line, number):
    for words in (["hold", "--reason", "A court", "--"], ["release", "--"], ["erase", "--yes", "--"]):
        told = command_line.invoke(args=["data", *words, number])
        assert (told.exit_code, "Invalid value for 'NUMBER'" in told.output) == (2, True), told.output


def test_holds_are_placed_listed_and_released(command_line, page, client, sign_in, session):
    user = UserFactory()
    session.commit()

    def run(*words):
        done = command_line.invoke(args=["data", *words])
        assert done.exit_code == 0, done.output
        return done.output

    assert run("holds") == ""
    for count in (1, 2):
        assert f"Holds on it: {count}." in run("hold", "--reason", "A court", str(user.id))
    assert run("holds").count(f"account {user.id}, since ") == 2
    assert "A court" in run("holds")
    sign_in(client, AdminFactory())
    assert "nothing about this account is deleted" in page(client.get(f"/admin/users/{user.id}")).text()
    assert "Holds lifted: 2." in run("release", str(user.id))
    assert f"There is no hold on account {user.id}." in run("release", str(user.id))
    assert "nothing about this account is deleted" not in page(client.get(f"/admin/users/{user.id}")).text()


def test_page_names_every_column():
    page = PAGE.read_text("utf-8")
    columns = [
        f"`{column.table.name}.{column.name}`" for table in Base.metadata.sorted_tables for column in table.c
    ]
    assert [column for column in columns if f"| {column} |" not in page] == []


def test_page_has_a_table_for_each_kind_of_person():
    headings = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings == [
        "## How long",
        "## Kinds of data",
        "## Professionals",
        "## Staff of ministries and of the programme",
        "## Ministries",
        "## About nobody",
        "## Free text and copies",
        "## How somebody's data is found",
    ]


def test_every_row_has_the_cells_of_its_table():
    widths = {
        heading: {line.count(" | ") for line in lines if line.startswith("|")}
        for heading, *lines in (part.splitlines() for part in PAGE.read_text("utf-8").split("\n## ")[1:])
    }
    assert all(len(width) == 1 for width in widths.values()), widths
