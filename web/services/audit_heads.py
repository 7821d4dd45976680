"""The file of heads: the last seals at many moments, kept where the database is not."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from web.models.base import now
from web.services.audit_seals import Head

# As mail has it: line by line, and perhaps quoted by whoever has passed it on.
MAILED = re.compile(r"Number:\s*(\d+)[\s>]*Seal:\s*([0-9a-f]{64})\b")


class HeadError(ValueError):
    """A line of the file is no head; the message names it."""


def read_heads(path: Path) -> Iterator[Head]:
    """Read all heads that were kept, oldest first; none where there is no file."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            read = json.loads(line)
            yield Head(int(read["number"]), str(read["seal"]))
        except (ValueError, TypeError, KeyError):
            raise HeadError(f"{path}, line {number}: is no head") from None


def write_head(head: Head) -> str:
    """Write a head as a line of JSON, with the moment."""
    return json.dumps({"at": now().isoformat(), "number": head.number, "seal": head.seal})


def keep_head(path: Path, head: Head) -> bool:
    """Add a head to the file, unless it is the last one there; what was kept before stays."""
    if head in list(read_heads(path))[-1:]:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{write_head(head)}\n")
        file.flush()
        os.fsync(file.fileno())
    return True


def write_mail(head: Head) -> str:
    """Write a head as a mail says it, in lines that no mail program breaks."""
    return f"Number: {head.number}\nSeal: {head.seal}\n"


def find_mailed_heads(text: str) -> list[Head]:
    """Find every head in the text of mails, pasted one after the other, whatever stands around them."""
    return [Head(int(number), seal) for number, seal in MAILED.findall(text)]
