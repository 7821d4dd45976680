"""A picture that a telephone reads, drawn as SVG: nothing is asked of anybody else, and nothing kept."""

import io

import segno
from markupsafe import Markup

MARGIN = 4


def draw_qr_code(text: str) -> Markup:
    """Draw a text; black on white whatever the colours of the page, because cameras need that."""
    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        picture,
        kind="svg",
        xmldecl=False,
        svgns=False,
        omitsize=True,
        border=MARGIN,
        dark="#000",
        light="#fff",
        svgclass="qr-code",
        lineclass=None,
    )
    # Written by the library from the modules of the code, of which the text is none.
    return Markup(picture.getvalue().decode())  # noqa: S704
