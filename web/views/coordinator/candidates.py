"""One candidate for one vacancy: the file, the reasons, and the proposal."""

from flask import abort, render_template, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.reviews import ProposeForm
from web.models.placement import ChoiceReason
from web.models.professional import Professional
from web.models.ranking import Match
from web.models.vacancy import Vacancy
from web.permissions import Permission
from web.presenters.candidate_file import present_file
from web.presenters.case_words import choice_reason_choices
from web.presenters.documents import present_documents_of_person
from web.presenters.matches import MatchView, present_change, present_match
from web.presenters.stays import present_other_cases, stay_words
from web.queries.documents import list_documents
from web.queries.placements import find_open_placement, list_open_placements_between
from web.queries.rankings import find_match
from web.queries.roster import find_professional_by_reference
from web.services.errors import ServiceError
from web.services.matching import changes_for
from web.services.openings import Opening
from web.services.placements import possible_stay, propose_placement, stands_first
from web.views.coordinator.blueprint import bp
from web.views.coordinator.vacancies import load_vacancy
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.rankings import ranking_to_show
from web.views.refusals import words_for
from web.views.shown import note_shown
from web.views.writing import write


@bp.get("/vacancies/<id:vacancy_id>/candidates/<string:reference>")
@requires(Permission.CANDIDATE_READ)
def candidate(vacancy_id: int, reference: str) -> str:
    """Show a candidate's file beside what the vacancy asks."""
    vacancy = load_vacancy(vacancy_id, Permission.RANKING_READ)
    professional, match = _load_candidate(vacancy, reference)
    session = current_session()()
    note_shown(Opening.PROFILE, [professional], vacancy_id=vacancy.id)
    changes = changes_for(session, vacancy=vacancy, professional=professional)
    return render_template(
        "coordinator/candidates/candidate.html",
        vacancy=vacancy,
        professional=professional,
        match=_present(match, reference),
        file=present_file(professional),
        changes=[present_change(change.to_json()) for change in changes],
        documents=present_documents_of_person(
            list_documents(session, visible_to=the_user(), professional_id=professional.id)
        ),
        case=find_open_placement(session, vacancy_id=vacancy.id, professional_id=professional.id),
        **_stay_context(vacancy, professional),
    )


def _load_candidate(vacancy: Vacancy, reference: str) -> tuple[Professional, Match]:
    session = current_session()()
    professional = find_professional_by_reference(session, reference)
    check(Permission.CANDIDATE_READ, professional)
    assert professional is not None
    shown = ranking_to_show(vacancy)
    match = find_match(current_session()(), ranking_id=shown.id, professional_id=professional.id)
    if match is None:
        abort(404)
    return professional, match


def _present(match: Match, reference: str) -> MatchView:
    return present_match(match.body, name=reference, place=match.place)


def _stay_context(vacancy: Vacancy, professional: Professional) -> dict[str, object]:
    """Say for which days the person would be proposed, and what else they have on those days."""
    session = current_session()()
    stay = possible_stay(session, vacancy=vacancy, professional=professional)
    others = list_open_placements_between(
        session,
        professional_id=professional.id,
        first=stay.starts_on,
        last=stay.ends_on,
        leaving_out=vacancy.id,
    )
    return {
        "stay": stay_words(stay),
        "other_cases": present_other_cases(others, the_user().countries),
    }


@bp.route("/vacancies/<id:vacancy_id>/candidates/<string:reference>/propose", methods=["GET", "POST"])
@requires(Permission.RANKING_READ)
def candidates_propose(vacancy_id: int, reference: str) -> Page:
    """Propose a candidate to the ministry and to the person."""
    vacancy = load_vacancy(vacancy_id, Permission.RANKING_READ)
    professional, match = _load_candidate(vacancy, reference)
    first = stands_first(current_session()(), match)
    form = ProposeForm()
    form.choice_reason.choices = [("", _("Choose a reason")), *choice_reason_choices()]
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                reason = form.choice_reason.data
                placement = propose_placement(
                    writing.session,
                    actor=the_user(),
                    vacancy=vacancy,
                    match=match,
                    choice_reason=ChoiceReason(reason) if reason and not first else None,
                    choice_note=form.choice_note.data or "",
                )
                return writing.done(
                    url_for("coordinator.placement", placement_id=placement.id),
                    _("The placement is proposed. The ministry and the professional hear of it by mail."),
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show(
        "coordinator/candidates/propose.html",
        form,
        vacancy=vacancy,
        match=_present(match, reference),
        first=first,
        **_stay_context(vacancy, professional),
    )
