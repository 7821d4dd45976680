"""Word documents: checked part by part, and packed anew without who wrote them and where."""

import re
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from defusedxml.ElementTree import fromstring

from web.inspection import limits
from web.inspection.packages import Packed, read_package
from web.inspection.pictures import clean_picture
from web.inspection.verdicts import Cleaned, FileKind, Refusal, RefusedError

CONTENT_TYPES, MAIN = "[Content_Types].xml", "word/document.xml"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PICTURES = {"jpg": FileKind.JPEG, "jpeg": FileKind.JPEG, "jpe": FileKind.JPEG, "png": FileKind.PNG}
OTHER_PICTURES = frozenset({"gif", "tif", "tiff", "bmp", "emf", "wmf", "wdp", "svg", "webp", "ico", "pct"})
XML = frozenset({"xml", "rels", "vml"})
LINKS = ("http://", "https://", "mailto:", "tel:", "#")
# Relationships to what is run or read in, not shown.
ATTACHED = ("oleObject", "package", "control", "aFChunk", "subDocument", "frame", "afchunk")
# Fields that run or fetch something as soon as the document is opened.
DOING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|MACROBUTTON|IMPORT)\b", re.IGNORECASE)
# Who wrote it, when, with what, for how long: left behind.
NOTHING_SAID = {
    "docProps/core.xml": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
    b'metadata/core-properties"/>',
    "docProps/app.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"/>',
    "docProps/custom.xml": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'custom-properties"/>',
}


def clean_word_document(data: bytes) -> Cleaned:
    """Give a Word document that only shows text and pictures, packed anew, or refuse it."""
    parts = read_package(data)
    _check_type(parts)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            # One moment for all: when a part was changed is nobody's business.
            package.writestr(ZipInfo(name), _clean_part(name, content), ZIP_DEFLATED)
    return Cleaned(FileKind.DOCX, None, file.getvalue())


def _check_type(parts: Packed) -> None:
    if CONTENT_TYPES not in parts:
        raise RefusedError(Refusal.OTHER_DOCUMENT if "mimetype" in parts else Refusal.ARCHIVE)
    types = _parse(parts[CONTENT_TYPES])
    stated = {element.get("ContentType", "") for element in types}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in stated):
        raise RefusedError(Refusal.MACROS)
    main = {element.get("PartName") for element in types if element.get("ContentType") == MAIN_TYPE}
    if main != {f"/{MAIN}"} or MAIN not in parts:
        raise RefusedError(Refusal.OTHER_DOCUMENT)


def _clean_part(name: str, content: bytes) -> bytes:
    ending = name.rpartition(".")[2].lower()
    if "vba" in name.lower():
        raise RefusedError(Refusal.MACROS)
    if name in NOTHING_SAID:
        return NOTHING_SAID[name]
    if ending in XML:
        _check_xml(ending, _parse(content))
        return content
    if ending in PICTURES:
        return clean_picture(content, PICTURES[ending]).content
    raise RefusedError(Refusal.OTHER_PICTURE if ending in OTHER_PICTURES else Refusal.ATTACHMENTS)


def _parse(content: bytes) -> Element:
    if len(content) > limits.LARGEST_XML:
        raise RefusedError(Refusal.TOO_MUCH_INSIDE)
    parsed: Element = fromstring(content, forbid_dtd=True)
    return parsed


def _check_xml(ending: str, root: Element) -> None:
    if ending == "rels":
        for relationship in root:
            _check_relationship(relationship)
        return
    fields = "".join(_field_words(element) for element in root.iter())
    if DOING.search(fields):
        raise RefusedError(Refusal.ACTIVE)


def _field_words(element: Element) -> str:
    tag = str(element.tag).rpartition("}")[2]
    if tag == "instrText":
        return element.text or ""
    if tag == "fldSimple":
        return f" {next((value for name, value in element.items() if name.endswith('instr')), '')} "
    return " " if tag == "fldChar" else ""


def _check_relationship(relationship: Element) -> None:
    kind = relationship.get("Type", "").rpartition("/")[2]
    if kind == "vbaProject":
        raise RefusedError(Refusal.MACROS)
    if kind in ATTACHED:
        raise RefusedError(Refusal.ATTACHMENTS)
    if relationship.get("TargetMode") == "External":
        is_link = kind == "hyperlink" and relationship.get("Target", "").lower().startswith(LINKS)
        if not is_link:
            raise RefusedError(Refusal.OUTSIDE)
