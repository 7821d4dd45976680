"""One thing that somebody could do, and who they would be afterwards."""

from typing import Any, NamedTuple

from matcher.reasons import Action
from matcher.types import Candidate


class Act(NamedTuple):
    """An act: what is done, to what, and the person as they would then be."""

    action: Action
    values: dict[str, Any]
    after: Candidate
