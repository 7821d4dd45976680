"""Sending a paper: the file, and what its owner says of it."""

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectField
from wtforms.validators import Optional

from web.forms.base import WriteForm
from web.forms.fields import ChooseOneField


class FileForm(WriteForm):
    """A file alone, to replace another."""

    file = FileField(
        _l("File"),
        description=_l(
            "A PDF, a photo or scan (JPEG, PNG) or a Word document (DOCX), up to 10 MB and 100 pages."
            " One file at a time."
        ),
        validators=[FileRequired(_l("Choose a file"))],
        render_kw={"accept": ".pdf,.jpg,.jpeg,.png,.docx"},
    )


class DocumentForm(FileForm):
    """A file, what it is, what it supports, and whether ministries may ever see it."""

    category = ChooseOneField(_l("What is it?"), _l("Choose what it is"))
    supports = SelectField(
        _l("What does it show?"),
        description=_l("The entry of your profile that this paper is about"),
        validators=[Optional()],
    )
    for_ministries = BooleanField(
        _l("A ministry may see this paper, but only after I have said yes to its vacancy")
    )


class ShowForm(WriteForm):
    """One button: show a paper to ministries, or no longer."""

    for_ministries = BooleanField()
