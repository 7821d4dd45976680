"""What a person has, said without what they could be recognised by in the list of another vacancy.

A first free day, the day until which somebody may return or a regulator's name is as good as a name to who
sees it twice. A ministry needs none of them: it reads whether they are enough.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from web.presenters.wording.gates import has_words, licence_words

Gate = Mapping[str, Any]


def blind_has_words(gate: Gate) -> str:
    """Say what the person has as the ministry may read it before their yes; nothing if they have not said."""
    words = _BLIND.get(gate["name"])
    return words(gate) if words and has_words(gate) else has_words(gate)


def _enough(gate: Gate, met: str, not_met: str) -> str:
    return {"met": met, "not_met": not_met}.get(gate["state"], "")


_BLIND: dict[str, Callable[[Gate], str]] = {
    "dates": lambda gate: _enough(gate, _("free on these days"), _("not free long enough on these days")),
    "duration": lambda gate: _enough(gate, _("can stay as long"), _("cannot stay as long")),
    "re_entry": lambda gate: _enough(gate, _("may return until then"), _("may return only before then")),
    "licence": lambda gate: licence_words(gate["has"], gate) if gate["has"] else has_words(gate),
}
