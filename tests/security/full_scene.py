"""What a scene needs besides, so that there is a row of every kind with something written in it."""

from tests.factories.placements import PlacementEventFactory
from tests.factories.professionals import HeldSkillFactory, ProtectedFactsFactory
from tests.factories.records import AuditEntryFactory, LegalHoldFactory, SubmissionFactory
from tests.factories.scenes import Scene, Side
from tests.factories.vacancies import VacancyEventFactory
from tests.security.tokens import new_token
from web.models.placement import ChoiceReason, PlacementStatus
from web.models.vacancy import RequiredSkill, RequirementKind, VacancyStatus

# Each step has a comment that others may read.
STEPS = {
    "decline_as_professional": PlacementStatus.DECLINED,
    "decline_as_ministry": PlacementStatus.NOT_SELECTED,
    "withdraw": PlacementStatus.WITHDRAWN,
    "cancel": PlacementStatus.CANCELLED,
}


def fill(scene: Scene) -> None:
    """Write something of every kind on both sides."""
    for side in (scene.a, scene.b):
        _fill_side(side)
    for user in (scene.a.ministry_user, scene.suspended):
        AuditEntryFactory(
            actor=scene.admin,
            action="user.suspend",
            object_id=user.id,
            reason=new_token(),
            details={"comment": new_token()},
        )
    LegalHoldFactory(user=scene.suspended)
    SubmissionFactory(user_id=scene.newcomer.id)


def _fill_side(side: Side) -> None:
    # Words that no code stands for: these are shown as they were typed.
    ProtectedFactsFactory(professional=side.professional)
    HeldSkillFactory(professional=side.professional, code=None, phrase="Healing")
    for placement in side.placements.values():
        placement.choice_reason = ChoiceReason.TEAM_FIT
        for step, status in STEPS.items():
            PlacementEventFactory(placement=placement, step=step, to_status=status)
    for status in (VacancyStatus.DRAFT, VacancyStatus.RETURNED, VacancyStatus.PUBLISHED):
        vacancy = side.vacancies[status]
        vacancy.skills.append(RequiredSkill(kind=RequirementKind.DESIRABLE, phrase="Healing"))
        VacancyEventFactory(vacancy=vacancy, to_status=status)
