"""The courses cases take: who does what, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from web.models.placement import Origin, PlacementStatus

_P = PlacementStatus


class Side(StrEnum):
    """Who takes a step."""

    PROPOSER = "proposer"
    APPROVER = "approver"
    MINISTRY = "ministry"
    PROFESSIONAL = "professional"


@dataclass(frozen=True)
class Step:
    """One step of a case; without a new state the case stays where it is."""

    name: str
    side: Side
    to: PlacementStatus | None = None


_PROPOSE = Step("propose", Side.PROPOSER, _P.PROPOSED)
_INTEREST = Step("express_interest", Side.PROFESSIONAL, _P.PROPOSED)
_SHORTLIST = Step("shortlist", Side.MINISTRY, _P.PROPOSED)
_YES_OF_PROFESSIONAL = Step("accept_as_professional", Side.PROFESSIONAL)
_YES_OF_MINISTRY = Step("accept_as_ministry", Side.MINISTRY)
_AGREED_BY_MINISTRY = Step("accept_as_ministry", Side.MINISTRY, _P.AGREED)
_AGREED_BY_PROFESSIONAL = Step("accept_as_professional", Side.PROFESSIONAL, _P.AGREED)
_NO_OF_PROFESSIONAL = Step("decline_as_professional", Side.PROFESSIONAL, _P.DECLINED)
_NO_OF_MINISTRY = Step("decline_as_ministry", Side.MINISTRY, _P.NOT_SELECTED)
_APPROVE = Step("approve", Side.APPROVER, _P.APPROVED)
_PREPARE = Step("prepare", Side.APPROVER, _P.PREPARING)
ARRIVE = Step("arrive", Side.MINISTRY, _P.IN_POST)
COMPLETE = Step("complete", Side.MINISTRY, _P.COMPLETED)

Course = tuple[Step, ...]
_AGREED: Course = (_PROPOSE, _YES_OF_PROFESSIONAL, _AGREED_BY_MINISTRY)
_APPROVED: Course = (_SHORTLIST, _AGREED_BY_PROFESSIONAL, _APPROVE)
# What happens around each published vacancy, over and over: none, one or two cases.
COURSES: Sequence[Sequence[Course]] = (
    ((_PROPOSE,), _AGREED),
    (_AGREED, (_PROPOSE, _YES_OF_PROFESSIONAL, _NO_OF_MINISTRY)),
    ((_PROPOSE, _YES_OF_MINISTRY),),
    ((_INTEREST,), (_PROPOSE,)),
    (_APPROVED,),
    (),
    ((_SHORTLIST,), (_INTEREST, _AGREED_BY_MINISTRY)),
    ((*_AGREED, _APPROVE, _PREPARE), (_PROPOSE, _NO_OF_PROFESSIONAL)),
    (),
    ((_PROPOSE, _YES_OF_PROFESSIONAL),),
)
SERVED: Course = (*_AGREED, _APPROVE, _PREPARE, ARRIVE)
ORIGINS = {
    _PROPOSE: Origin.COORDINATOR,
    _INTEREST: Origin.PROFESSIONAL,
    _SHORTLIST: Origin.MINISTRY,
}
