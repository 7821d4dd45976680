"""What an inspection can say: good, or why not."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """A kind of file that is kept; the value is also the ending of its name."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"
    DOCX = "docx"


class Refusal(StrEnum):
    """Why a file is not kept. The words people read are in web/presenters/refused_files.py."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    HEIC = "heic"
    OTHER_PICTURE = "other_picture"
    OTHER_DOCUMENT = "other_document"
    ARCHIVE = "archive"
    MARKUP = "markup"
    UNKNOWN = "unknown"
    MIXED = "mixed"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_MUCH_INSIDE = "too_much_inside"
    TOO_LONG = "too_long"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    ATTACHMENTS = "attachments"
    MACROS = "macros"
    OUTSIDE = "outside"
    BUSY = "busy"


class RefusedError(Exception):
    """A file cannot be kept."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True)
class Cleaned:
    """What the child makes of a good file: its kind, its pages if it has such, and what to keep of it."""

    kind: FileKind
    pages: int | None
    content: bytes


@dataclass(frozen=True)
class Good:
    """A file that can be kept, as it will be kept."""

    kind: FileKind
    pages: int | None
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        """How many bytes are kept."""
        return len(self.content)
