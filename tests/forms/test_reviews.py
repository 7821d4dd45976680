"""The forms of coordinators ask for what a colleague will need to know."""

import pytest

from web.forms.reviews import ProposeForm
from web.models.placement import ChoiceReason


@pytest.mark.parametrize(
    ("reason", "note", "errors"),
    [
        (ChoiceReason.OTHER, "Speaks Kissi.", {}),
        (ChoiceReason.OTHER, " ", {"choice_note": ["Write the reason in your own words"]}),
        (ChoiceReason.TEAM_FIT, "", {}),
        ("", "", {}),
    ],
)
def test_another_reason_is_written_out(app, reason, note, errors):
    sent = {"choice_reason": str(reason), "choice_note": note, "nonce": "n" * 22}
    with app.test_request_context(method="POST", data=sent):
        form = ProposeForm(meta={"csrf": False})
        form.choice_reason.choices = [("", ""), *((str(each), "") for each in ChoiceReason)]
        form.validate()
        assert form.errors == errors
