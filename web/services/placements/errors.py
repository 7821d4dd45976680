"""What can stand in the way of a case."""

from enum import StrEnum

from web.models.placement import PlacementStatus
from web.services.errors import ConflictError, InvalidError


class PlacementTransitionError(ConflictError):
    """The case cannot go from where it is to where it was asked to go."""

    def __init__(self, from_status: PlacementStatus, to_status: PlacementStatus) -> None:
        super().__init__(from_status, to_status)
        self.from_status = from_status
        self.to_status = to_status


class PlacementMovedError(ConflictError):
    """Somebody else moved the case between reading and writing."""


class OpenCaseError(ConflictError):
    """The person already has an open case for this vacancy."""


class VacancyNotOpenError(ConflictError):
    """The vacancy is not published, so nobody can be proposed for it."""


class NotPossibleError(InvalidError):
    """The person does not meet the formal must-haves of the post."""


class ProfileNotActiveError(InvalidError):
    """The profile is not submitted, or paused, or without consent."""


class AlreadyAnsweredError(ConflictError):
    """The side that answers has answered before."""


class ReasonMissingError(InvalidError):
    """Proposing somebody who does not stand first needs a reason."""


class SameCoordinatorError(InvalidError):
    """Whoever proposed a placement cannot approve it: four eyes."""


class NoPostLeftError(ConflictError):
    """The last post was taken."""


class OverlapError(ConflictError):
    """The person is placed elsewhere on some of these dates."""


class Obstacle(StrEnum):
    """Something that has to be settled before a placement can be approved."""

    NOT_AGREED = "not_agreed"
    MUST_HAVE_NOT_MET = "must_have_not_met"
    MUST_HAVE_UNKNOWN = "must_have_unknown"
    LICENCE_NOT_STATED = "licence_not_stated"
    LICENCE_NOT_CHECKED = "licence_not_checked"
    LICENCE_NOT_CONFIRMED = "licence_not_confirmed"
    LICENCE_ENDS = "licence_ends"
    LICENCE_CHECK_ENDS = "licence_check_ends"
    CONSENT_MISSING = "consent_missing"
    READINESS_NOT_STATED = "readiness_not_stated"
    READINESS_NOT_CONFIRMED = "readiness_not_confirmed"
    FACILITY_NOT_READY = "facility_not_ready"
    NOT_FUNDED = "not_funded"
    VACANCY_NOT_OPEN = "vacancy_not_open"
    START_PASSED = "start_passed"
    PLACED_ELSEWHERE = "placed_elsewhere"
    SUSPENDED = "suspended"


ABOUT_LICENCE = frozenset(
    {
        Obstacle.LICENCE_NOT_CHECKED,
        Obstacle.LICENCE_NOT_CONFIRMED,
        Obstacle.LICENCE_ENDS,
        Obstacle.LICENCE_CHECK_ENDS,
    }
)
# What only the professional can mend.
ABOUT_STATED_LICENCE = frozenset(
    {Obstacle.LICENCE_NOT_STATED, Obstacle.LICENCE_NOT_CONFIRMED, Obstacle.LICENCE_ENDS}
)
ABOUT_FACILITY = frozenset(
    {Obstacle.READINESS_NOT_STATED, Obstacle.READINESS_NOT_CONFIRMED, Obstacle.FACILITY_NOT_READY}
)


class ObstaclesError(InvalidError):
    """The placement cannot be approved yet; `obstacles` says why."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        super().__init__()
        self.obstacles = obstacles
