"""Looking at the outbox."""

from wtforms.validators import Optional

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField
from web.forms.offered import OfferedField
from web.queries.mail import MailState

LARGEST_KEY = 10**12 - 1


class MailListForm(SearchForm):
    """Which letters to list."""

    state = OfferedField(choices=[state.value for state in MailState], default=MailState.WAITING.value)
    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
