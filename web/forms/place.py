"""Where in a long list to read; see web/queries/keyset.py."""

from wtforms.validators import Optional

from web.forms.base import SearchForm
from web.forms.fields import WholeNumberField

LARGEST_KEY = 10**12 - 1


class PlaceForm(SearchForm):
    """A list read page by page: after one row, or before one."""

    after = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
    before = WholeNumberField(validators=[Optional()], minimum=1, maximum=LARGEST_KEY)
