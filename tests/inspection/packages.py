"""Word documents and other packages, with one part more or other than they should have."""

import struct
import warnings
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{KIND}.document.main+xml"

MODES = {True: 'TargetMode="External"', False: ""}

Parts = Mapping[str, str | bytes]


def types(main: str = MAIN, name: str = "/word/document.xml", more: str = "") -> str:
    """Write which part is of which kind."""
    return (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{name}" ContentType="{main}"/>{more}</Types>'
    )


def relations(*rows: tuple[str, str, bool]) -> str:
    """Write what a part needs: kind, target, and whether that is outside."""
    written = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}" {MODES[outside]}/>'
        for number, (kind, target, outside) in enumerate(rows)
    )
    return f'<Relationships xmlns="{RELATIONS}">{written}</Relationships>'


def document(body: str = "<w:p><w:r><w:t>I am a midwife.</w:t></w:r></w:p>", before: str = "") -> str:
    """Write the text of a document."""
    return f'{before}<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'


def field(*pieces: str) -> str:
    """Write a field whose words are spread over several pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}</w:p>'


def docx_parts(more: Parts | None = None) -> dict[str, str | bytes]:
    """Give the parts of an honest document, and more or other ones."""
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml", False)),
        "word/document.xml": document(),
        **(more or {}),
    }


def docx(more: Parts | None = None, **options: object) -> bytes:
    """Write a Word document."""
    return package(docx_parts(more), **options)


def package(parts: Parts, *, method: int = ZIP_DEFLATED) -> bytes:
    """Pack parts."""
    file = BytesIO()
    with ZipFile(file, "w", method) as packed:
        for name, content in parts.items():
            packed.writestr(ZipInfo(name), content, method)
    return file.getvalue()


def docx_with_entry(name: str, content: bytes = b"<x/>", **attributes: int) -> bytes:
    """Write a Word document with an entry that says odd things of itself."""
    file = BytesIO()
    with warnings.catch_warnings(), ZipFile(file, "w", ZIP_DEFLATED) as packed:
        warnings.simplefilter("ignore")
        for part, words in docx_parts().items():
            packed.writestr(ZipInfo(part), words)
        entry = ZipInfo(name)
        for attribute, value in attributes.items():
            setattr(entry, attribute, value)
        packed.writestr(entry, content)
    return file.getvalue()


def patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """Write other bytes into the last record with this signature."""
    place = data.rindex(signature) + offset
    return data[:place] + value + data[place + len(value) :]


def encrypted_docx() -> bytes:
    """Say of the last entry, in both places, that a password is needed."""
    data = patched(docx(), b"PK\x01\x02", 8, b"\x01\x00")
    return patched(data, b"PK\x03\x04", 6, b"\x01\x00")


def overlapping_docx() -> bytes:
    """Let the last entry of the list lie where the one before it lies."""
    data = docx({"word/a.xml": "<x/>", "word/b.xml": "<x/>"}, method=ZIP_STORED)
    first = data.index(b"word/a.xml") - 30
    return patched(data, b"PK\x01\x02", 42, struct.pack("<L", first))


def giant_docx() -> bytes:
    """Write the end of a package for giants, which says where everything is a second time."""
    data = docx()
    end = data.rindex(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 3, 3, 2**40, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return data[:end] + record + locator + data[end:]


def renamed_docx() -> bytes:
    """Call an entry in its place otherwise than in the list."""
    data = docx({"word/styles.xml": "<x/>"})
    return data.replace(b"word/styles.xml", b"word/macros.bin", 1)
