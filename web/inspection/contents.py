"""What a file is, by its first bytes: its name says what somebody wants us to believe."""

import re

from web.inspection.verdicts import FileKind, Refusal, RefusedError

JPEG, PNG, PDF, ZIP = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
# A document that asks for a password is wrapped in the old format; this entry of it says so.
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
# Marks of order and white space may stand before markup; browsers do not mind.
MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?[!?A-Za-z]")
# How far readers of PDF look for its beginning.
FAR = 1024

KINDS = {JPEG: FileKind.JPEG, PNG: FileKind.PNG, PDF: FileKind.PDF, ZIP: FileKind.DOCX}
# How files begin that we know and do not keep.
BEGINNINGS = {
    OLE: Refusal.OTHER_DOCUMENT,
    b"{\\rtf": Refusal.OTHER_DOCUMENT,
    **dict.fromkeys((b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0", b"8BPS"), Refusal.OTHER_PICTURE),
    **dict.fromkeys((b"Rar!", b"7z\xbc\xaf'\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), Refusal.ARCHIVE),
    **dict.fromkeys((b"PK\5\6", b"PK\7\x08"), Refusal.ARCHIVE),
}


def kind_of(data: bytes) -> FileKind:
    """Tell the kind of a file, or refuse it under the name that helps its owner most."""
    for beginning, kind in KINDS.items():
        if data.startswith(beginning):
            return kind
    raise RefusedError(_refusal(data))


def _refusal(data: bytes) -> Refusal:
    if data.startswith(OLE) and ENCRYPTED_PACKAGE in data:
        return Refusal.ENCRYPTED
    # Behind something else, a PDF is two files in one.
    if PDF in data[:FAR]:
        return Refusal.MIXED
    for beginning, refusal in BEGINNINGS.items():
        if data.startswith(beginning):
            return refusal
    return _refusal_of_container(data) or (Refusal.MARKUP if MARKUP.match(data) else Refusal.UNKNOWN)


def _refusal_of_container(data: bytes) -> Refusal | None:
    if data[4:8] == b"ftyp" and data[8:12] in HEIC_BRANDS:
        return Refusal.HEIC
    is_avif = data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"}
    is_webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    return Refusal.OTHER_PICTURE if is_avif or is_webp else None
