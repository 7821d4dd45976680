"""PDF: read by two readers, and refused where it does more than show pages.

Nothing of it is rewritten: many diplomas carry a signature that a regulator checks, and any change breaks it.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import is_zipfile

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from web.inspection import limits
from web.inspection.verdicts import Cleaned, FileKind, Refusal, RefusedError

END = b"%%EOF"
NOTHING = b"\r\n\t \0\x1a"
STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
MARKUP = re.compile(rb"<(?:!doctype|html|script|svg|body|\?php)", re.IGNORECASE)

# Names that stand for a deed, wherever they are written. What shows pages needs none of them.
REFUSED_NAMES = {
    "/JS": Refusal.ACTIVE,
    "/JavaScript": Refusal.ACTIVE,
    "/AA": Refusal.ACTIVE,
    "/XFA": Refusal.ACTIVE,
    "/Launch": Refusal.ACTIVE,
    "/SubmitForm": Refusal.ACTIVE,
    "/ImportData": Refusal.ACTIVE,
    "/Rendition": Refusal.ACTIVE,
    "/RichMedia": Refusal.ACTIVE,
    "/RichMediaExecute": Refusal.ACTIVE,
    "/Screen": Refusal.ACTIVE,
    "/Movie": Refusal.ACTIVE,
    "/Sound": Refusal.ACTIVE,
    "/3D": Refusal.ACTIVE,
    "/Encrypt": Refusal.ENCRYPTED,
    "/GoToR": Refusal.OUTSIDE,
    "/GoToE": Refusal.OUTSIDE,
    "/EF": Refusal.ATTACHMENTS,
    "/EmbeddedFile": Refusal.ATTACHMENTS,
    "/EmbeddedFiles": Refusal.ATTACHMENTS,
    "/FileAttachment": Refusal.ATTACHMENTS,
    "/Collection": Refusal.ATTACHMENTS,
}
# Where the value of a key, not the key itself, is such a name.
TELLING_KEYS = ("/S", "/Subtype", "/Type")
# In the plain bytes only names too long to come about by chance.
RAW_NAMES = re.compile(
    rb"/(JavaScript|Launch|SubmitForm|ImportData|RichMedia\w*|XFA|GoToE|EmbeddedFiles?|FileAttachment|Encrypt)\b"
)
LINKS = ("http://", "https://", "mailto:", "tel:")
UNPACKING = frozenset({"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"})
FLATE = ("/FlateDecode", "/Fl")


def check_pdf(data: bytes) -> Cleaned:
    """Give a PDF that only shows pages as it is, or refuse it."""
    _check_plain_bytes(data)
    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise RefusedError(Refusal.ENCRYPTED)
    _check_objects(reader)
    pages = len(reader.pages)
    if pages > limits.MOST_PAGES:
        raise RefusedError(Refusal.TOO_MANY_PAGES)
    # Two readers that see different pages would show different people different papers.
    if pages == 0 or pages != _pages_for_chrome(data):
        raise RefusedError(Refusal.DAMAGED)
    return Cleaned(FileKind.PDF, pages, data)


def _pages_for_chrome(data: bytes) -> int:
    with pypdfium2.PdfDocument(data) as document:
        return len(document)


def _check_plain_bytes(data: bytes) -> None:
    """Look at what stands outside streams, also in objects that no table of the file lists."""
    end = data.rfind(END)
    if end < 0:
        raise RefusedError(Refusal.DAMAGED)
    if data[end + len(END) :].strip(NOTHING) or is_zipfile(BytesIO(data)) or MARKUP.search(data[:1024]):
        raise RefusedError(Refusal.MIXED)
    outside = ESCAPE.sub(_unescape, STREAM.sub(b" ", data))
    if found := RAW_NAMES.search(outside):
        name = f"/{found[1].decode()}"
        raise RefusedError(
            Refusal.ENCRYPTED if name == "/Encrypt" else REFUSED_NAMES.get(name, Refusal.ACTIVE)
        )


def _unescape(escaped: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escaped[1].decode())


def _check_objects(reader: PdfReader) -> None:
    unpacked = 0
    for number, found in enumerate(_objects(reader)):
        if number > limits.MOST_OBJECTS:
            raise RefusedError(Refusal.TOO_MUCH_INSIDE)
        for part in _parts(found):
            _check_part(part)
        if isinstance(found, StreamObject):
            unpacked += _check_stream(found)
            if unpacked > limits.ALL_STREAMS:
                raise RefusedError(Refusal.TOO_MUCH_INSIDE)


def _objects(reader: PdfReader) -> Iterator[PdfObject | None]:
    yield reader.trailer
    for generation, numbers in list(reader.xref.items()):
        for number in list(numbers):
            yield reader.get_object(IndirectObject(number, generation, reader))
    for number in list(reader.xref_objStm):
        yield reader.get_object(IndirectObject(number, 0, reader))


def _parts(found: Any) -> Iterator[DictionaryObject]:
    """Give the dictionaries of one object, those inside it too; what it only points to comes by itself."""
    waiting = [found]
    while waiting:
        part = waiting.pop()
        if isinstance(part, DictionaryObject):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, ArrayObject):
            waiting.extend(part)


def _check_part(part: DictionaryObject) -> None:
    told = [part.get(key) for key in TELLING_KEYS]
    for name in (*part.keys(), *(str(name) for name in told if isinstance(name, str))):
        if name in REFUSED_NAMES:
            raise RefusedError(REFUSED_NAMES[name])
    link = part.get("/URI")
    if isinstance(link, str | bytes) and not _text(link).lower().startswith(LINKS):
        raise RefusedError(Refusal.OUTSIDE)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _check_stream(stream: StreamObject) -> int:
    """Count what a stream unpacks to, a little at a time, and look for what it should not be."""
    if not isinstance(stream.get("/F", NullObject()), NullObject):
        raise RefusedError(Refusal.OUTSIDE)
    pixels = _number(stream.get("/Width")) * _number(stream.get("/Height"))
    if stream.get("/Subtype") == "/Image" and pixels > limits.MOST_PIXELS_IN_PDF:
        raise RefusedError(Refusal.TOO_MANY_PIXELS)
    filters = _filters(stream)
    # No honest program packs twice; a few bytes would become all memory there is.
    if len([name for name in filters if name in UNPACKING]) > 1:
        raise RefusedError(Refusal.TOO_MUCH_INSIDE)
    if filters and filters[0] in FLATE:
        return _count_unpacked(stream._data)  # noqa: SLF001 -- get_data would unpack it whole
    return 0


def _filters(stream: StreamObject) -> list[str]:
    named = stream.get("/Filter")
    if isinstance(named, IndirectObject):
        named = named.get_object()
    return [str(name) for name in (named if isinstance(named, ArrayObject) else [named]) if name is not None]


def _number(value: Any) -> int:
    number = value.get_object() if isinstance(value, IndirectObject) else value
    return int(number) if isinstance(number, int | float) else 0


def _count_unpacked(data: bytes) -> int:
    unpacker, waiting, size = zlib.decompressobj(), data, 0
    while waiting and not unpacker.eof:
        try:
            size += len(unpacker.decompress(waiting, limits.MEBIBYTE))
        except zlib.error:
            # Cut short or damaged: readers show what there is, and so much has been counted.
            return size
        if size > limits.LARGEST_STREAM:
            raise RefusedError(Refusal.TOO_MUCH_INSIDE)
        waiting = unpacker.unconsumed_tail
    return size
