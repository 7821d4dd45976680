"""Whatever a file does to the child, the server stays as it was and its owner gets an answer."""

import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.inspection import pictures
from web.inspection import Refusal, RefusedError, inspect_file, inspector, limits

ROOT = Path(__file__).resolve().parents[2]
BEGIN = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom web.inspection import child, limits\n"
GIVEN_UP = BEGIN + "child.give_up_rights()\n"

MISDEEDS: dict[str, tuple[str, Refusal]] = {
    "falls over": ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", Refusal.DAMAGED),
    "says nothing": ("", Refusal.DAMAGED),
    "says nonsense": ("print('[' * 100_000)", Refusal.DAMAGED),
    "says good and keeps nothing": ("""print('{"kind": "pdf", "pages": 1}')""", Refusal.DAMAGED),
    "says a kind there is not": ("""print('{"kind": "exe"}')""", Refusal.DAMAGED),
    "says a refusal there is not": ("""print('{"refusal": ["x"]}')""", Refusal.DAMAGED),
    "sleeps": ("import time\ntime.sleep(600)", Refusal.TOO_LONG),
    "thinks for ever": (
        f"{BEGIN}child.LIMITS[child.resource.RLIMIT_CPU] = 1\nchild.give_up_rights()\nwhile True: pass",
        Refusal.TOO_LONG,
    ),
}
# What is tried after the rights are given up; the child must not come to its last line.
TRIES = {
    "memory": "held = bytearray(limits.MEMORY)",
    "the network": "import socket\nsocket.socket()",
    "another program": "import subprocess\nsubprocess.run(['true'])",
    "a shell": "import os\nos.system('true')",
    "a file to write": "open('written', 'w')",
    "many files": "held = [open('/dev/null') for _ in range(100)]",
    "a file to write by its number": "import os\nos.close(os.open('written', os.O_CREAT | os.O_WRONLY))",
}


@pytest.fixture
def put_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a function that puts another program in the place of the child."""

    def put(program: str) -> None:
        (tmp_path / "another.py").write_text(program)
        monkeypatch.setattr(inspector, "HOUSE", tmp_path)
        monkeypatch.setattr(inspector, "CHILD", "another")

    return put


@pytest.mark.parametrize("name", MISDEEDS)
def test_misdeed_of_the_child_is_a_refusal(put_in_its_place, monkeypatch, name):
    program, refusal = MISDEEDS[name]
    put_in_its_place(program)
    if name == "sleeps":
        monkeypatch.setattr(inspector, "WALL_CLOCK_SECONDS", 1)
    with pytest.raises(RefusedError) as refused:
        inspect_file(BytesIO(pictures.jpeg()))
    assert refused.value.refusal == refusal


@pytest.mark.parametrize("name", TRIES)
def test_child_cannot_take(tmp_path, name):
    assert not comes_to_its_end(tmp_path, GIVEN_UP, name)
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize("name", TRIES)
def test_only_the_limits_stop_it(tmp_path, name):
    """The planted fault: the same without giving anything up."""
    assert comes_to_its_end(tmp_path, BEGIN, name)


def comes_to_its_end(place: Path, begin: str, name: str) -> bool:
    """Try something, and say whether the last line was reached."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", f"{begin}{TRIES[name]}\nprint('done')"],
        cwd=place,
        capture_output=True,
        check=False,
    )
    return done.stdout.endswith(b"done\n")


def test_child_cannot_fill_the_disk(tmp_path):
    program = f"{GIVEN_UP}import os\nwhile True: os.write(1, bytes(limits.MEBIBYTE)) or sys.exit()"
    with (tmp_path / "said").open("wb") as said:
        subprocess.run(
            [sys.executable, "-B", "-c", program], stdout=said, stderr=subprocess.DEVNULL, check=False
        )
    assert (tmp_path / "said").stat().st_size == limits.LARGEST_CLEANED


def test_keys_are_not_handed_to_the_child(put_in_its_place, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "the key to everything")
    put_in_its_place(f"import os\nopen({str(tmp_path / 'seen')!r}, 'w').write(repr(dict(os.environ)))")
    with pytest.raises(RefusedError):
        inspect_file(BytesIO(pictures.jpeg()))
    assert "SECRET_KEY" not in (tmp_path / "seen").read_text()


def test_open_connections_are_not_handed_to_the_child(put_in_its_place, tmp_path):
    put_in_its_place(
        f"import os\nopen({str(tmp_path / 'seen')!r}, 'w').write(str(len(os.listdir('/proc/self/fd'))))"
    )
    with socket.socket(), socket.socket(), socket.socket(), pytest.raises(RefusedError):
        inspect_file(BytesIO(pictures.jpeg()))
    # Its three, the file for what is kept, the folder it lists and the file it writes.
    assert int((tmp_path / "seen").read_text()) <= 6


def test_nobody_waits_for_ever_for_a_turn(monkeypatch):
    monkeypatch.setattr(inspector, "SECONDS_TO_WAIT_FOR_A_TURN", 0)
    with inspector._turns, inspector._turns, pytest.raises(RefusedError) as refused:
        inspect_file(BytesIO(pictures.jpeg()))
    assert refused.value.refusal == Refusal.BUSY
    assert inspect_file(BytesIO(pictures.jpeg())).kind == "jpg"


MEASURED = """
import sys
from web.inspection import inspect_file
from web.inspection.child import clean
def held():
    lines = open("/proc/self/status").read().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = held()
with open(sys.argv[1], "rb") as file:
    {look}
print(held() - before)
"""


def test_server_holds_no_more_than_the_file(tmp_path):
    """48 million pixels are unpacked by the child; the planted fault unpacks them here."""
    picture = tmp_path / "large.png"
    picture.write_bytes(pictures.png((8_000, 6_000)))
    assert grown(picture, "inspect_file(file)") < 20 * limits.MEBIBYTE
    assert grown(picture, "clean(file.read())") > 100 * limits.MEBIBYTE


def grown(picture: Path, look: str) -> int:
    """Say by how many bytes a process grows that has a picture looked into."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(look=look), str(picture)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)
