"""What has to be settled before a placement can be approved, in words: what, by whom, and which must-have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _

from web.presenters.matches import present_match
from web.services.placements.errors import Obstacle

# Which gates an obstacle is about.
_GATES = {Obstacle.MUST_HAVE_NOT_MET: "not_met", Obstacle.MUST_HAVE_UNKNOWN: "unknown"}


@dataclass(frozen=True)
class ObstacleView:
    """One thing to settle; `must_haves` names what of the post it is about."""

    words: str
    must_haves: list[str] = field(default_factory=list)


def present_obstacles(obstacles: list[Obstacle], fit: Mapping[str, Any]) -> list[ObstacleView]:
    """Put what stands in the way into words; `fit` is the match of today as JSON."""
    return [
        ObstacleView(obstacle_words(obstacle), _must_haves(fit, _GATES.get(obstacle, "")))
        for obstacle in obstacles
    ]


def _must_haves(fit: Mapping[str, Any], state: str) -> list[str]:
    gates = present_match(fit, name="").gates if state else []
    return [
        _(
            "%(must_have)s. Asked: %(asked)s. They have: %(has)s.",
            must_have=gate.label,
            asked=gate.asked,
            has=gate.has,
        )
        for gate in gates
        if gate.state == state
    ]


def obstacle_words(obstacle: Obstacle) -> str:
    """Say what has to be settled before approval, and by whom."""
    return {
        Obstacle.NOT_AGREED: _("Both sides have to say yes first."),
        Obstacle.MUST_HAVE_NOT_MET: _("A must-have of the post is no longer met."),
        Obstacle.MUST_HAVE_UNKNOWN: _("A must-have is not known yet: ask the professional."),
        Obstacle.LICENCE_NOT_STATED: _(
            "No licence is stated: ask the professional to add it to their profile."
        ),
        Obstacle.LICENCE_NOT_CHECKED: _("The licence is not verified yet: a coordinator looks it up."),
        Obstacle.LICENCE_NOT_CONFIRMED: _(
            "The licence was checked and could not be confirmed. The professional was told what differs"
            " and has to change it."
        ),
        Obstacle.LICENCE_ENDS: _(
            "The verified licence ends before the first day: the professional has to state the renewed one."
        ),
        Obstacle.LICENCE_CHECK_ENDS: _(
            "The check of the licence ends before the first day: a coordinator looks it up again."
        ),
        Obstacle.CONSENT_MISSING: _("The professional has withdrawn consent."),
        Obstacle.READINESS_NOT_STATED: _("The ministry has not said yet whether the facility is ready."),
        Obstacle.READINESS_NOT_CONFIRMED: _(
            "The readiness of the facility is not confirmed yet: you or a colleague do that."
        ),
        Obstacle.FACILITY_NOT_READY: _("The facility is not ready: equipment, people or money are missing."),
        Obstacle.NOT_FUNDED: _("The post is not funded: the ministry has to say how it is paid."),
        Obstacle.VACANCY_NOT_OPEN: _("The vacancy is not published."),
        Obstacle.START_PASSED: _("The first day has passed: call the case off and propose them again."),
        Obstacle.PLACED_ELSEWHERE: _("They are placed elsewhere on some of these days."),
        Obstacle.SUSPENDED: _("Their account is suspended, so they cannot answer. Ask an administrator why."),
    }[obstacle]
