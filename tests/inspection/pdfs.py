"""PDFs written by hand, so that each has exactly one thing that is wrong with it."""

import zlib
from collections.abc import Sequence

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
WORDS = b"BT ET"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Write a stream with its length."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def flate(content: bytes, entries: bytes = b"") -> bytes:
    """Write a packed stream."""
    return stream(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def pdf(
    *extra: bytes,
    catalogue: bytes = b"",
    page: bytes = b"",
    pages: int = 1,
    trailer: bytes = b"",
    content: bytes = b"",
    version: bytes = b"1.7",
) -> bytes:
    """Write a PDF: object 1 the catalogue, 2 the page tree, 3 the page, 4 its content, 5 and on `extra`."""
    kids = b" ".join([b"3 0 R"] * pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        PAGE[:-2] + page + b" >>",
        content or stream(WORDS),
        *extra,
    ]
    return write(objects, trailer=trailer, head=b"%PDF-" + version)


def write(objects: Sequence[bytes], *, trailer: bytes = b"", head: bytes = b"%PDF-1.7") -> bytes:
    """Write objects with a table that says where each begins."""
    data, places = bytearray(head + b"\n%\xe2\xe3\xcf\xd3\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return bytes(data) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(data))
    )


def packed_objects(*hidden: bytes, catalogue: bytes = b"") -> bytes:
    """Write a PDF whose objects from number 6 on lie packed in a stream, as new programs do."""
    numbers = range(6, 6 + len(hidden))
    heads, bodies = b"", b""
    for number, body in zip(numbers, hidden, strict=True):
        heads += b"%d %d " % (number, len(bodies))
        bodies += body + b" "
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        PAGE,
        stream(WORDS),
        flate(heads + bodies, b"/Type /ObjStm /N %d /First %d" % (len(hidden), len(heads))),
    ]
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    own = 6 + len(hidden)
    rows = [b"\0\0\0\0\0\0\xff"]
    rows += [b"\1" + place.to_bytes(4, "big") + b"\0\0" for place in places]
    rows += [b"\2" + (5).to_bytes(4, "big") + index.to_bytes(2, "big") for index in range(len(hidden))]
    rows += [b"\1" + len(data).to_bytes(4, "big") + b"\0\0"]
    table = flate(b"".join(rows), b"/Type /XRef /W [1 4 2] /Size %d /Root 1 0 R" % (own + 1))
    return data + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, table, len(data))


def later_edition(data: bytes, number: int, content: bytes) -> bytes:
    """Add an object behind the end, as programs do that save only what was changed."""
    place, before = len(data), data.rindex(b"startxref") + 10
    old = int(data[before : data.index(b"\n", before)])
    entry = b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Prev %d >>\n" % (
        number,
        place,
        old,
    )
    return data + entry + table + b"startxref\n%d\n%%%%EOF\n" % (place + len(entry))
