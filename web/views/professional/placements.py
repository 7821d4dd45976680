"""My cases: where each stands, yes, no, and stepping back."""

from collections.abc import Callable

from flask import render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.answers import DeclineForm, StepBackForm
from web.forms.base import WriteForm
from web.models.placement import DeclineReason, Placement, PlacementStatus
from web.models.user import Role
from web.permissions import Permission
from web.presenters.case_reasons import list_reasons
from web.presenters.case_steps import present_steps
from web.presenters.case_words import decline_reason_choices, known_to_ministry
from web.presenters.cases import present_case, turn
from web.presenters.consents import disclosure_wording
from web.presenters.open_vacancies import list_asked, list_offered
from web.queries.placements import PAGE, find_placement, list_placements
from web.services.errors import ServiceError
from web.services.placements import accept_as_professional, decline_as_professional, withdraw_placement
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.own import CONFLICT, disclosed_with_yes
from web.views.refusals import words_for
from web.views.writing import Writing, write

S = PlacementStatus
MAY_STEP_BACK = frozenset({S.PROPOSED, S.AGREED, S.APPROVED, S.PREPARING})


@bp.get("/cases")
@requires(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL)
def placements() -> str:
    """List one's cases, newest first."""
    after = request.args.get("after", "")
    known = after.isascii() and after.isdigit() and len(after) < 18  # noqa: PLR2004
    found = list_placements(
        current_session()(),
        visible_to=the_user(),
        after=int(after) if known else None,
        limit=PAGE + 1,
    )
    return render_template(
        "professional/placements/list.html",
        cases=[(placement, present_case(placement, Role.PROFESSIONAL)) for placement in found[:PAGE]],
        next_after=found[PAGE - 1].id if len(found) > PAGE else None,
    )


@bp.get("/cases/<id:placement_id>")
@requires(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL)
def placement(placement_id: int) -> str:
    """Show a case: where it stands, whose turn it is, and the acts."""
    found = _load(placement_id)
    return render_template(
        "professional/placements/placement.html",
        placement=found,
        case=present_case(found, Role.PROFESSIONAL),
        case_steps=present_steps(found, Role.PROFESSIONAL),
        reasons=list_reasons(found, Role.PROFESSIONAL),
        known=known_to_ministry(found),
        asked=list_asked(found.vacancy),
        offered=list_offered(found.vacancy),
        may_answer=_may_answer(found),
        may_step_back=found.status in MAY_STEP_BACK and (found.is_consent_missing or not _may_answer(found)),
    )


def _load(placement_id: int) -> Placement:
    found = find_placement(current_session()(), placement_id)
    check(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL, found)
    assert found is not None
    return found


def _may_answer(placement: Placement) -> bool:
    return Role.PROFESSIONAL in turn(placement)


@bp.route("/cases/<id:placement_id>/accept", methods=["GET", "POST"])
@requires(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL)
def placements_accept(placement_id: int) -> Page:
    """Say yes, after reading what the ministry then learns."""
    found = _load(placement_id)

    def accept(writing: Writing) -> str:
        accept_as_professional(
            writing.session, actor=the_user(), placement=found, wording=disclosure_wording()
        )
        return _("You have said yes.")

    return _answer("accept", found, WriteForm(), accept)


@bp.route("/cases/<id:placement_id>/decline", methods=["GET", "POST"])
@requires(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL)
def placements_decline(placement_id: int) -> Page:
    """Say no, with a reason."""
    found = _load(placement_id)
    form = DeclineForm()
    form.reason.choices = decline_reason_choices()

    def decline(writing: Writing) -> str:
        decline_as_professional(
            writing.session,
            actor=the_user(),
            placement=found,
            reason=DeclineReason(form.reason.data),
            comment=form.comment.data or "",
        )
        return _("You have said no. Your profile stays open for other posts.")

    return _answer("decline", found, form, decline)


@bp.route("/cases/<id:placement_id>/withdraw", methods=["GET", "POST"])
@requires(Permission.PLACEMENT_ANSWER_AS_PROFESSIONAL)
def placements_withdraw(placement_id: int) -> Page:
    """Step back after a yes."""
    found = _load(placement_id)
    form = StepBackForm()

    def step_back(writing: Writing) -> str:
        comment = form.comment.data or ""
        withdraw_placement(writing.session, actor=the_user(), placement=found, comment=comment)
        return _("You have stepped back. The ministry and the coordinators hear of it by mail.")

    return _answer("withdraw", found, form, step_back)


def _answer(page: str, placement: Placement, form: WriteForm, act: Callable[[Writing], str]) -> Page:
    """Show the page of one act, or do it and go back to the case."""
    case_url = url_for("professional.placement", placement_id=placement.id)
    refused = False
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                notice = act(writing)
                return writing.done(case_url, notice)
        except ServiceError as error:
            form.refuse(words_for(error))
            refused = True
    shown, status = show(
        f"professional/placements/{page}.html",
        form,
        placement=placement,
        case=present_case(placement, Role.PROFESSIONAL),
        disclosed=disclosed_with_yes(),
        wording=disclosure_wording(),
        case_url=case_url,
    )
    return shown, CONFLICT if refused else status
