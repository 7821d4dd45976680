"""Pictures: real ones by Pillow, and heads of such as say something else than they are."""

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

# A place in Accra; the tests look for these bytes.
LATITUDE = (5, 33, 21)
SECRET = "Canary-7f3a"
ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def drawing(size: tuple[int, int] = (120, 80), mode: str = "RGB") -> Image.Image:
    """Draw something: left half dark, right half light."""
    image = Image.new("L", size, 230)
    image.paste(20, (0, 0, size[0] // 2, size[1]))
    return image.convert(mode)


def jpeg(size: tuple[int, int] = (120, 80), mode: str = "RGB", **options: object) -> bytes:
    """Write a JPEG."""
    return _written(drawing(size, mode), "JPEG", **options)


def png(size: tuple[int, int] = (120, 80), mode: str = "RGB", **options: object) -> bytes:
    """Write a PNG."""
    return _written(drawing(size, mode), "PNG", **options)


def telephone_photo(orientation: int = 6) -> bytes:
    """Write a JPEG as a telephone does: lying on its side, with its place and its maker."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, SECRET
    exif.get_ifd(GPS).update({1: "N", 2: LATITUDE, 3: "W", 4: (0, 11, 48)})
    return jpeg(exif=exif.tobytes(), comment=SECRET.encode())


def telling_png() -> bytes:
    """Write a PNG with words beside its pixels."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    return png(pnginfo=words)


def moving_png() -> bytes:
    """Write a PNG of two pictures."""
    return _written(drawing(), "PNG", save_all=True, append_images=[Image.new("RGB", (120, 80), "red")])


def two_in_one() -> bytes:
    """Write a JPEG with a second picture behind the first, as telephones do for depth."""
    return _written(drawing(), "MPO", save_all=True, append_images=[drawing((60, 40))])


def other_kind(name: str) -> bytes:
    """Write a picture of a kind that is not kept."""
    return _written(drawing(), name)


def png_that_claims(width: int, height: int) -> bytes:
    """Write the head of a PNG of a size, with hardly anything behind it."""
    rows = zlib.compress(b"\0" * 1_000)
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data) for name, data in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )


def jpeg_that_claims(width: int, height: int) -> bytes:
    """Take a real JPEG and write another size into its head."""
    data = jpeg()
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + struct.pack(">2H", height, width) + data[place + 4 :]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _written(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
