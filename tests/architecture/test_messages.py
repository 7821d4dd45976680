"""Every e-mail has a module, a place in the register and both templates."""

from collections.abc import Collection
from pathlib import Path

from tests.architecture.house import ROOT, TEMPLATES
from web.emails.register import COMPOSERS
from web.models.outbox import Message

MODULES = ROOT / "web" / "emails"


def find_missing_parts(
    messages: Collection[str], composers: Collection[str], modules: Path, templates: Path
) -> list[str]:
    """Find what a message lacks."""
    wanted = [
        (message, path)
        for message in messages
        for path in (modules / f"{message}.py", templates / f"{message}.txt", templates / f"{message}.html")
    ]
    missing = [path.name for _, path in wanted if not path.is_file()]
    return missing + [f"composer of {message}" for message in messages if message not in composers]


def test_every_message_is_complete():
    assert find_missing_parts(list(Message), COMPOSERS, MODULES, TEMPLATES / "emails") == []


def test_every_composer_has_a_message():
    assert set(COMPOSERS) == set(Message)


def test_incomplete_message_is_noticed(tmp_path):
    (tmp_path / "reminder.py").touch()
    (tmp_path / "reminder.txt").touch()
    assert find_missing_parts(["reminder"], [], tmp_path, tmp_path) == [
        "reminder.html",
        "composer of reminder",
    ]
