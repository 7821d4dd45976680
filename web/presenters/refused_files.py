"""Files that are not kept: what is wrong with one, and what to do, in words for whoever sent it."""

from flask_babel import gettext as _

from web.inspection import LARGEST_FILE, MOST_PAGES, Refusal

MEGABYTE = 1024 * 1024


def refusal_words(refusal: Refusal) -> str:
    """Say why a file is not kept and how to send it so that it is."""
    return _of_kind(refusal) or _of_content(refusal)


def _of_kind(refusal: Refusal) -> str:
    as_pdf = _("Save it as PDF and send that.")
    words = {
        Refusal.EMPTY: _("This file is empty. Choose it again; perhaps it was still being copied."),
        Refusal.TOO_LARGE: _(
            "This file is larger than %(most)d MB. Scan it with fewer dots or make the photo smaller.",
            most=LARGEST_FILE // MEGABYTE,
        ),
        Refusal.HEIC: _(
            "This is an iPhone photo (HEIC), which many computers cannot open. On the iPhone, open Settings,"
            " Camera, Formats, choose “Most Compatible” and take the photo again. Or send a screenshot."
        ),
        Refusal.OTHER_PICTURE: _(
            "We cannot keep pictures of this kind. Save it as JPEG or PNG and send that."
        ),
        Refusal.OTHER_DOCUMENT: _("We cannot keep documents of this kind.") + " " + as_pdf,
        Refusal.ARCHIVE: _("This is a packed folder. Send the papers in it one by one."),
        Refusal.MARKUP: _("This is a web page, not a paper. Print it to PDF and send that."),
        Refusal.UNKNOWN: _("This is not a PDF, a JPEG or PNG picture or a Word document (DOCX)."),
    }
    return words.get(refusal, "")


def _of_content(refusal: Refusal) -> str:
    again = _("Open it, print it to PDF and send that.")
    return {
        Refusal.MIXED: _("There is something else in this file beside the paper.") + " " + again,
        Refusal.DAMAGED: _(
            "We could not open this file; it may be damaged. Scan or photograph the paper again."
        ),
        Refusal.TOO_MANY_PIXELS: _("This picture has too many dots. Scan or photograph it smaller."),
        Refusal.TOO_MANY_PAGES: _(
            "This file has more than %(most)d pages. Send only the pages that matter.", most=MOST_PAGES
        ),
        Refusal.TOO_MUCH_INSIDE: _("There is far more in this file than its size says.") + " " + again,
        Refusal.TOO_LONG: _("It takes too long to check this file.") + " " + again,
        Refusal.ENCRYPTED: _("This file asks for a password. Save it without a password and send that."),
        Refusal.ACTIVE: _("This file does things by itself when it is opened.") + " " + again,
        Refusal.ATTACHMENTS: _("There are other files inside this one.") + " " + again,
        Refusal.MACROS: _("This Word document has macros in it.") + " " + again,
        Refusal.OUTSIDE: _("This file fetches something from elsewhere when it is opened.") + " " + again,
        Refusal.BUSY: _("We are checking many files at the moment. Wait a minute and send it again."),
    }[refusal]
