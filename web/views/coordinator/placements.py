"""Cases in the coordinator's countries: following, approving, calling off."""

from flask import render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.reviews import CancelForm, PlacementListForm
from web.models.placement import OPEN, Placement, PlacementStatus
from web.models.user import Role
from web.permissions import Permission
from web.presenters.case_facts import case_facts
from web.presenters.case_steps import present_steps
from web.presenters.cases import present_case
from web.presenters.obstacles import obstacle_words, present_obstacles
from web.queries.placements import PAGE, find_placement, list_placements
from web.services.errors import ServiceError
from web.services.openings import Opening
from web.services.placements import approve_placement, cancel_placement, review_placement
from web.services.placements.errors import ABOUT_FACILITY, ABOUT_LICENCE, ObstaclesError
from web.views.coordinator.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.shown import note_cases, note_shown
from web.views.writing import write


@bp.get("/cases")
@requires(Permission.PLACEMENT_CANCEL)
def placements() -> str:
    """List the cases of the coordinator's countries, newest first."""
    form = PlacementListForm(request.args)
    valid = form.validate()
    everything = valid and form.which.data == "all"
    found = list_placements(
        current_session()(),
        visible_to=the_user(),
        statuses=None if everything else OPEN,
        after=form.after.data if valid else None,
        limit=PAGE + 1,
    )
    note_shown(Opening.NAME, {placement.professional for placement in found[:PAGE]})
    return render_template(
        "coordinator/placements/list.html",
        placements=[(placement, present_case(placement, Role.COORDINATOR)) for placement in found[:PAGE]],
        everything=everything,
        next_after=found[PAGE - 1].id if len(found) > PAGE else None,
    )


@bp.get("/cases/<id:placement_id>")
@requires(Permission.PLACEMENT_CANCEL)
def placement(placement_id: int) -> str:
    """Show a case: where it stands, what is in the way of approval, and the acts."""
    return _placement_page(_load(placement_id, Permission.PLACEMENT_CANCEL), WriteForm())[0]


def _load(placement_id: int, permission: Permission) -> Placement:
    found = find_placement(current_session()(), placement_id)
    check(permission, found)
    assert found is not None
    return found


def _placement_page(placement: Placement, form: WriteForm) -> tuple[str, int]:
    note_cases(Opening.CASE, [placement])
    waiting = placement.status in {PlacementStatus.PROPOSED, PlacementStatus.AGREED}
    review = review_placement(current_session()(), placement) if waiting else None
    obstacles = review.obstacles if review else []
    return show(
        "coordinator/placements/placement.html",
        form,
        placement=placement,
        case=present_case(placement, Role.COORDINATOR),
        case_steps=present_steps(placement, Role.COORDINATOR),
        obstacles=present_obstacles(review.obstacles, review.fit.to_json()) if review else [],
        licences=placement.professional.licences if ABOUT_LICENCE.intersection(obstacles) else [],
        is_facility_open=bool(ABOUT_FACILITY.intersection(obstacles)),
        facts=case_facts(placement),
        is_own_proposal=placement.proposed_by_id == the_user().id,
        can_approve=placement.status == PlacementStatus.AGREED,
        can_cancel=placement.status in OPEN - {PlacementStatus.IN_POST, PlacementStatus.EXTENDED},
    )


@bp.post("/cases/<id:placement_id>/approve")
@requires(Permission.PLACEMENT_APPROVE)
def placements_approve(placement_id: int) -> Page:
    """Approve a placement that somebody else proposed."""
    found = _load(placement_id, Permission.PLACEMENT_APPROVE)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                approve_placement(writing.session, actor=the_user(), placement=found)
                return writing.done(
                    url_for("coordinator.placement", placement_id=found.id),
                    _("The placement is approved. Everybody concerned hears of it by mail."),
                )
        except ObstaclesError as error:
            for obstacle in error.obstacles:
                form.refuse(obstacle_words(obstacle))
        except ServiceError as error:
            form.refuse(words_for(error))
    return _placement_page(found, form)


@bp.route("/cases/<id:placement_id>/cancel", methods=["GET", "POST"])
@requires(Permission.PLACEMENT_CANCEL)
def placements_cancel(placement_id: int) -> Page:
    """Call a case off, with a reason."""
    found = _load(placement_id, Permission.PLACEMENT_CANCEL)
    form = CancelForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                cancel_placement(
                    writing.session, actor=the_user(), placement=found, comment=form.comment.data
                )
                return writing.done(
                    url_for("coordinator.placement", placement_id=found.id), _("The case is called off.")
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    return show(
        "coordinator/placements/cancel.html",
        form,
        placement=found,
        case=present_case(found, Role.COORDINATOR),
    )
