"""A check taken out is noticed: the file it was for gets another verdict. So no check is there for show."""

import re
from typing import Any

import pytest

from tests.inspection.corpus import DISARMED, HOSTILE, unpacked
from web.inspection import RefusedError
from web.inspection.child import clean

NEVER = re.compile(rb"(?!)")
NEVER_IN_TEXT = re.compile(r"(?!)")
ANY_LINK = ("",)
WITHOUT_LIMIT = 2**60


def nothing(*_: object) -> None:
    """Check nothing."""


# Where the check is, what stands in its place, and which file it was for.
FAULTS: list[tuple[str, Any, str]] = [
    ("contents.HEIC_BRANDS", (), "kind: photo of an iPhone"),
    ("contents.BEGINNINGS", {}, "kind: old Word"),
    ("contents.MARKUP", NEVER, "kind: HTML after white space"),
    ("contents.FAR", 0, "pdf: PDF behind a page"),
    ("contents.ENCRYPTED_PACKAGE", b"never", "kind: Word with a password"),
    ("pictures._check_before_unpacking", nothing, "picture: picture of 900 million pixels"),
    ("pictures._check_before_unpacking", nothing, "picture: moving picture"),
    ("pdfs._check_objects", nothing, "pdf: script in a packed object"),
    ("pdfs._check_objects", nothing, "pdf: stream from elsewhere"),
    ("pdfs._check_objects", nothing, "pdf: packed twice"),
    ("pdfs._check_part", nothing, "pdf: folder of files"),
    ("pdfs._check_plain_bytes", nothing, "pdf: script in an older edition"),
    ("pdfs._check_plain_bytes", nothing, "pdf: words behind a PDF"),
    ("pdfs._check_plain_bytes", nothing, "pdf: package inside a PDF"),
    ("pdfs.MARKUP", NEVER, "pdf: PDF with a page in its head"),
    ("pdfs.LINKS", ANY_LINK, "pdf: link to a file"),
    ("limits.MOST_PAGES", WITHOUT_LIMIT, "pdf: a page too many"),
    ("limits.MOST_PIXELS_IN_PDF", WITHOUT_LIMIT, "pdf: scan of 10 thousand million pixels"),
    ("limits.LARGEST_STREAM", WITHOUT_LIMIT, "pdf: 200 MB in 200 kB"),
    ("limits.ALL_STREAMS", WITHOUT_LIMIT, "pdf: a thousand MB in many streams"),
    ("limits.MOST_OBJECTS", WITHOUT_LIMIT, "pdf: 60,000 objects"),
    ("packages._check_end", nothing, "word: words behind a CV"),
    ("packages._check_end", nothing, "word: comment of a package"),
    ("packages._check_amount", nothing, "word: 15 MB in 15 kB"),
    ("limits.LARGEST_XML", WITHOUT_LIMIT, "word: one part of 24 MB"),
    ("packages._check_amount", nothing, "word: 100 MB in many parts"),
    ("packages._check_amount", nothing, "word: 1,500 parts"),
    ("packages._check_entry", nothing, "word: part from the root"),
    ("packages._check_entry", nothing, "word: link to a file"),
    ("packages._check_entry", nothing, "word: part above"),
    ("word_documents._check_type", nothing, "word: macros"),
    ("word_documents._check_type", nothing, "kind: folder of scans"),
    ("word_documents._check_xml", nothing, "word: template from elsewhere"),
    ("word_documents._check_relationship", nothing, "word: object"),
    ("word_documents.ATTACHED", (), "word: page inside"),
    ("word_documents.LINKS", ANY_LINK, "word: link that is a script"),
    ("word_documents.DOING", NEVER_IN_TEXT, "word: field in pieces"),
    ("word_documents.OTHER_PICTURES", frozenset(), "word: SVG inside"),
]


def verdict(sent: bytes) -> str:
    """Say what is made of a file, here and without a child."""
    try:
        return clean(sent).kind
    except RefusedError as refused:
        return refused.refusal
    except Exception as error:  # noqa: BLE001 -- what the child would die of
        return type(error).__name__


@pytest.mark.parametrize(("place", "instead", "name"), FAULTS)
def test_check_taken_out_is_noticed(monkeypatch, place, instead, name):
    make, refusal = HOSTILE[name]
    sent = make()
    assert verdict(sent) == refusal
    monkeypatch.setattr(f"web.inspection.{place}", instead)
    assert verdict(sent) != refusal


@pytest.mark.parametrize(
    ("place", "instead", "name"),
    [
        ("pictures._forget", lambda image: image, "place of a photo"),
        ("word_documents.NOTHING_SAID", {}, "who wrote a CV"),
    ],
)
def test_secret_left_in_is_noticed(monkeypatch, place, instead, name):
    make, _, secret = DISARMED[name]
    assert secret not in unpacked(clean(make()).content)
    monkeypatch.setattr(f"web.inspection.{place}", instead)
    assert secret in unpacked(clean(make()).content)
