"""The case of one professional in one post, from its beginning to its approval."""

from web.services.placements.answers import (
    accept_as_ministry,
    accept_as_professional,
    decline_as_ministry,
    decline_as_professional,
    withdraw_placement,
)
from web.services.placements.approval import (
    approve_placement,
    cancel_placement,
    find_lack_of_licence,
    list_obstacles,
    review_placement,
)
from web.services.placements.proposals import (
    express_interest,
    propose_placement,
    shortlist_candidate,
    stands_first,
)
from web.services.placements.stays import Stay, possible_stay

__all__ = [
    "Stay",
    "accept_as_ministry",
    "accept_as_professional",
    "approve_placement",
    "cancel_placement",
    "decline_as_ministry",
    "decline_as_professional",
    "express_interest",
    "find_lack_of_licence",
    "list_obstacles",
    "possible_stay",
    "propose_placement",
    "review_placement",
    "shortlist_candidate",
    "stands_first",
    "withdraw_placement",
]
