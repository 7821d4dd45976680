"""Looking at the wordings people confirmed."""

from wtforms.validators import Optional

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField
from web.forms.offered import OfferedField

LARGEST_KEY = 10**12 - 1
USED, REVOKED = "used", "revoked"


class WordingListForm(SearchForm):
    """Which wordings to list."""

    which = OfferedField(choices=[USED, REVOKED], default=USED)
    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
