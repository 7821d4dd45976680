"""Forms of coordinators about documents: which ones to list, and an answer."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import AnyOf, Optional

from web.forms.base import WriteForm
from web.forms.fields import ChooseOneField
from web.forms.place import PlaceForm
from web.models.document import DocumentAnswer
from web.queries.document_queues import DocumentQueue


class DocumentListForm(PlaceForm):
    """Which documents to list."""

    queue = HiddenField(
        default=DocumentQueue.WAITING.value,
        validators=[AnyOf([queue.value for queue in DocumentQueue], _l("There is no such list"))],
    )


class AnswerForm(WriteForm):
    """An answer to a document; `state` is what was answered when the page was read."""

    state = HiddenField()
    answer = ChooseOneField(_l("Can it be used?"), _l("Choose whether it can be used"))
    fault = ChooseOneField(
        _l("If a better one is needed: what is wrong with this one?"),
        _l("Choose what is wrong with it"),
        when=("answer", DocumentAnswer.BETTER_NEEDED),
    )
    note = TextAreaField(
        _l("In your own words"),
        description=_l("The person reads this. For example which page is missing."),
        validators=[Optional()],
    )
