"""Looking at the outbox."""

from web.forms.offered import OfferedField
from web.forms.place import PlaceForm
from web.queries.mail import MailState


class MailListForm(PlaceForm):
    """Which letters to list."""

    state = OfferedField(choices=[state.value for state in MailState], default=MailState.WAITING.value)
