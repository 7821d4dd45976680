"""Photographs and scans: read, turned upright, and written anew without what they say of places."""

from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin, MpoImagePlugin, PngImagePlugin

from web.inspection.limits import LONGEST_SIDE_KEPT, MOST_PIXELS
from web.inspection.verdicts import Cleaned, FileKind, Refusal, RefusedError

# Only these readers are asked, and loaded before the limits; telephones write the second.
READERS = {FileKind.JPEG: ("JPEG", "MPO"), FileKind.PNG: ("PNG",)}
PLUGINS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin)
QUALITY = 85
SEE_THROUGH = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})

# We count pixels ourselves, and before anything is unpacked.
Image.MAX_IMAGE_PIXELS = None


def clean_picture(data: bytes, kind: FileKind) -> Cleaned:
    """Give the picture alone: no place, no camera, no words, nothing behind its end."""
    with Image.open(BytesIO(data), formats=READERS[kind]) as image:
        _check_before_unpacking(image)
        image.thumbnail((LONGEST_SIDE_KEPT, LONGEST_SIDE_KEPT))
        upright = ImageOps.exif_transpose(image)
        return Cleaned(kind, 1, _write(upright, kind))


def _check_before_unpacking(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise RefusedError(Refusal.TOO_MANY_PIXELS)
    if getattr(image, "is_animated", False) and image.format == "PNG":
        raise RefusedError(Refusal.OTHER_PICTURE)


def _write(image: Image.Image, kind: FileKind) -> bytes:
    file = BytesIO()
    if kind == FileKind.JPEG:
        plain = image if image.mode in {"L", "RGB"} else image.convert("RGB")
        _forget(plain).save(file, "JPEG", quality=QUALITY)
    else:
        see_through = image.mode in SEE_THROUGH or "transparency" in image.info
        plain = image.convert("RGBA" if see_through else _opaque_mode(image))
        _forget(plain).save(file, "PNG")
    return file.getvalue()


def _opaque_mode(image: Image.Image) -> str:
    return image.mode if image.mode in {"1", "L"} else "RGB"


def _forget(image: Image.Image) -> Image.Image:
    # What a picture says beside its pixels would be written with it.
    image.info = {}
    image.getexif().clear()
    return image
