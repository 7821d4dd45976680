"""The child process that opens one file: python -m web.inspection.child CLEANED < FILE > VERDICT.

It gives up what it does not need before it reads the first byte: memory, time, new files, other programs, the
network. What goes wrong in here, goes wrong in here: it dies, and its parent takes that for a damaged file.
"""

import json
import os
import resource
import sys
from typing import Any

# Whatever reads files is loaded before the limits: nothing new is opened afterwards.
from web.inspection import limits
from web.inspection.contents import kind_of
from web.inspection.pdfs import check_pdf
from web.inspection.pictures import clean_picture
from web.inspection.verdicts import Cleaned, FileKind, Refusal, RefusedError
from web.inspection.word_documents import clean_word_document

LIMITS = {
    resource.RLIMIT_AS: limits.MEMORY,
    resource.RLIMIT_CPU: limits.PROCESSOR_SECONDS,
    resource.RLIMIT_FSIZE: limits.LARGEST_CLEANED,
    resource.RLIMIT_NOFILE: limits.OPEN_FILES,
    resource.RLIMIT_NPROC: 0,
    resource.RLIMIT_CORE: 0,
}
NOT_NEEDED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "shutil.",
)


def main(cleaned: int) -> None:
    """Inspect standard input; the verdict goes to standard output, what is kept to the other file."""
    give_up_rights()
    data = sys.stdin.buffer.read(limits.LARGEST_FILE + 1)
    try:
        found = clean(data)
        with open(cleaned, "wb", closefd=False) as file:
            file.write(found.content)
        verdict: dict[str, Any] = {"kind": found.kind, "pages": found.pages}
    except RefusedError as error:
        verdict = {"refusal": error.refusal}
    except MemoryError:
        verdict = {"refusal": Refusal.TOO_MUCH_INSIDE}
    sys.stdout.write(json.dumps(verdict))


def clean(data: bytes) -> Cleaned:
    """Tell what the file is and give what to keep of it, or refuse it."""
    kind = kind_of(data)
    if kind == FileKind.PDF:
        cleaned = check_pdf(data)
    elif kind == FileKind.DOCX:
        cleaned = clean_word_document(data)
    else:
        cleaned = clean_picture(data, kind)
    if len(cleaned.content) > limits.LARGEST_CLEANED:
        raise RefusedError(Refusal.TOO_MUCH_INSIDE)
    return cleaned


def give_up_rights() -> None:
    """Set the limits; nothing in this process can raise them again."""
    for kind, most in LIMITS.items():
        _, hard = resource.getrlimit(kind)
        lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (lower, lower))
    sys.addaudithook(refuse_what_is_not_needed)


def refuse_what_is_not_needed(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop at once where anything asks for the network, another program, or a file to write."""
    if event.startswith(NOT_NEEDED) or (event == "open" and _writes(*arguments)):
        os._exit(1)


def _writes(path: Any, _mode: Any, flags: int) -> bool:
    # A file that is open already is known by its number.
    return not isinstance(path, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


if __name__ == "__main__":
    main(int(sys.argv[1]))
