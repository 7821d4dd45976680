"""The cases of a ministry: following them, accepting, declining."""

from flask import render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.ministry_cases import NotSelectedForm
from web.models.base import now
from web.models.placement import OPEN, UNDECIDED, Answer, NotSelectedReason, Placement
from web.models.user import Role
from web.permissions import Permission
from web.presenters.blind_matches import present_blind_match, without_own_words
from web.presenters.case_steps import present_steps
from web.presenters.case_words import not_selected_reason_choices
from web.presenters.cases import present_case
from web.presenters.checked_licences import present_checked
from web.presenters.documents import present_disclosed_documents
from web.presenters.matches import present_match
from web.presenters.ministry_cases import list_case_facts, list_identity
from web.queries.documents import list_disclosed_documents
from web.queries.placements import PAGE, find_placement, list_placements
from web.services.errors import ServiceError
from web.services.matching import fit_of
from web.services.openings import Opening
from web.services.placements import accept_as_ministry, decline_as_ministry
from web.views.guards import check, requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.desk import read_place
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.shown import note_cases
from web.views.writing import write


@bp.get("/cases")
@requires(Permission.PLACEMENT_ANSWER_AS_MINISTRY)
def placements() -> str:
    """List the ministry's cases, newest first."""
    everything = request.args.get("which") == "all"
    found = list_placements(
        current_session()(),
        visible_to=the_user(),
        statuses=None if everything else OPEN,
        after=read_place().after,
        limit=PAGE + 1,
    )
    note_cases(Opening.NAME, (placement for placement in found[:PAGE] if placement.is_disclosed))
    return render_template(
        "ministry/placements/list.html",
        cases=[(placement, present_case(placement, Role.MINISTRY)) for placement in found[:PAGE]],
        everything=everything,
        next_after=found[PAGE - 1].id if len(found) > PAGE else None,
    )


@bp.get("/cases/<id:placement_id>")
@requires(Permission.PLACEMENT_ANSWER_AS_MINISTRY)
def placement(placement_id: int) -> str:
    """Show a case: where it stands, whose turn it is, and who it is once they have said yes."""
    return case_page(WriteForm(), own_case(placement_id))[0]


def own_case(placement_id: int) -> Placement:
    """Load a case of the user's ministry, or answer 404."""
    placement = find_placement(current_session()(), placement_id)
    check(Permission.PLACEMENT_ANSWER_AS_MINISTRY, placement)
    assert placement is not None
    return placement


def case_page(form: WriteForm, placement: Placement) -> tuple[str, int]:
    """Show a case around the form of an act."""
    case = present_case(placement, Role.MINISTRY)
    if placement.is_disclosed:
        note_cases(Opening.IDENTITY, [placement])
    open_case = placement.status in UNDECIDED
    fit = None
    if open_case:
        found = fit_of(current_session()(), vacancy=placement.vacancy, professional=placement.professional)
        body = found.to_json()
        is_known = placement.is_disclosed
        fit = (
            present_match(without_own_words(body), name=case.who)
            if is_known
            else present_blind_match(body, pseudonym=case.who)
        )
    return show(
        "ministry/placements/placement.html",
        form,
        placement=placement,
        case=case,
        case_steps=present_steps(placement, Role.MINISTRY),
        facts=list_case_facts(placement),
        identity=list_identity(placement),
        documents=present_disclosed_documents(
            list_disclosed_documents(current_session()(), visible_to=the_user(), placement=placement),
            placement,
        ),
        checked=present_checked(placement, the_user(), now().date()),
        match=fit,
        can_decline=open_case,
    )


@bp.post("/cases/<id:placement_id>/accept")
@requires(Permission.PLACEMENT_ANSWER_AS_MINISTRY)
def placements_accept(placement_id: int) -> Page:
    """Say yes to a candidate."""
    placement = own_case(placement_id)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                accept_as_ministry(writing.session, actor=the_user(), placement=placement)
                return writing.done(
                    url_for("ministry.placement", placement_id=placement.id),
                    _("You have accepted. Everybody concerned hears of it by mail."),
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    return case_page(form, placement)


@bp.route("/cases/<id:placement_id>/decline", methods=["GET", "POST"])
@requires(Permission.PLACEMENT_ANSWER_AS_MINISTRY)
def placements_decline(placement_id: int) -> Page:
    """Say no to a candidate, with a reason."""
    placement = own_case(placement_id)
    form = NotSelectedForm()
    form.reason.choices = not_selected_reason_choices()
    if not form.is_submitted():
        form.after.data = placement.ministry_answer
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                decline_as_ministry(
                    writing.session,
                    actor=the_user(),
                    placement=placement,
                    reason=NotSelectedReason(form.reason.data),
                    comment=form.comment.data or "",
                    after=Answer.ACCEPTED if form.after.data == Answer.ACCEPTED else None,
                )
                return writing.done(
                    url_for("ministry.placement", placement_id=placement.id),
                    _("You have declined. The professional is told in plain words, without the reason."),
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    if placement.is_disclosed:
        note_cases(Opening.IDENTITY, [placement])
    return show(
        "ministry/placements/decline.html",
        form,
        placement=placement,
        case=present_case(placement, Role.MINISTRY),
    )
