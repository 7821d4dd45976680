"""Looking at the wordings people confirmed."""

from web.forms.offered import OfferedField
from web.forms.place import PlaceForm

USED, REVOKED = "used", "revoked"


class WordingListForm(PlaceForm):
    """Which wordings to list."""

    which = OfferedField(choices=[USED, REVOKED], default=USED)
