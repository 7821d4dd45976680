"""Who fits a vacancy, in order and with reasons, under pseudonyms."""

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import WriteForm
from web.models.placement import Placement
from web.models.ranking import Match
from web.models.vacancy import Vacancy, VacancyStatus
from web.permissions import Permission
from web.presenters.blind_matches import present_blind_match
from web.presenters.matches import MatchView
from web.presenters.ministry_vacancies import choosing_words, has_candidates
from web.presenters.past_cases import NO_CASE, cases_by_person
from web.presenters.rankings import order_words, section_tabs
from web.presenters.vacancies import posts, start_words
from web.queries.placements import find_open_placement, list_placements_of_vacancy
from web.queries.rankings import find_match_by_pseudonym, list_matches
from web.queries.vacancies import find_vacancy
from web.services.errors import ServiceError
from web.services.matching import Section
from web.services.placements import shortlist_candidate
from web.views.guards import check, requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.desk import read_place
from web.views.pages import Page, show
from web.views.rankings import ranking_to_show, reasons_address
from web.views.refusals import words_for
from web.views.writing import write

PAGE = 15


@bp.get("/vacancies/<id:vacancy_id>/candidates")
@requires(Permission.CANDIDATE_READ_BLIND)
def candidates(vacancy_id: int) -> str:
    """Show the ranked list of a vacancy, section by section."""
    vacancy = _ranked_vacancy(vacancy_id)
    wanted = request.args.get("section", "")
    section = Section(wanted) if wanted in set(Section) else Section.ELIGIBLE
    shown = ranking_to_show(vacancy)
    matches = list_matches(
        current_session()(),
        ranking_id=shown.id,
        section=section,
        after=read_place().after,
        limit=PAGE + 1,
    )
    return render_template(
        "ministry/candidates/list.html",
        vacancy=vacancy,
        ranking=shown,
        order=order_words(shown),
        choosing=choosing_words(vacancy),
        posts=posts(vacancy),
        window=start_words(vacancy),
        section=section,
        section_tabs=section_tabs(shown, section, "ministry.candidates", vacancy_id=vacancy.id),
        matches=_present(vacancy, matches[:PAGE]),
        next_after=matches[PAGE - 1].place if len(matches) > PAGE else None,
    )


def _ranked_vacancy(vacancy_id: int) -> Vacancy:
    vacancy = find_vacancy(current_session()(), vacancy_id)
    check(Permission.CANDIDATE_READ_BLIND, vacancy)
    assert vacancy is not None
    if not has_candidates(vacancy):
        abort(404)
    return vacancy


def _present(vacancy: Vacancy, matches: list[Match]) -> list[MatchView]:
    cases = cases_by_person(list_placements_of_vacancy(current_session()(), vacancy_id=vacancy.id))
    return [
        present_blind_match(
            match.body,
            pseudonym=match.pseudonym,
            place=match.place,
            url=url_for("ministry.candidate", vacancy_id=vacancy.id, pseudonym=match.pseudonym),
            open_url=reasons_address(match.pseudonym),
            cases=cases.get(match.professional_id, NO_CASE),
        )
        for match in matches
    ]


@bp.get("/vacancies/<id:vacancy_id>/candidates/<string:pseudonym>")
@requires(Permission.CANDIDATE_READ_BLIND)
def candidate(vacancy_id: int, pseudonym: str) -> str:
    """Show why a candidate stands where they stand, and what is open."""
    vacancy = _ranked_vacancy(vacancy_id)
    return _candidate_page(WriteForm(), vacancy, _find_match(vacancy, pseudonym))[0]


def _find_match(vacancy: Vacancy, pseudonym: str) -> Match:
    shown = ranking_to_show(vacancy)
    match = find_match_by_pseudonym(current_session()(), ranking_id=shown.id, pseudonym=pseudonym)
    return match or abort(404)


def _candidate_page(form: WriteForm, vacancy: Vacancy, match: Match) -> tuple[str, int]:
    case = _open_case(vacancy, match)
    is_choosable = match.section in {Section.ELIGIBLE, Section.TO_CONFIRM}
    return show(
        "ministry/candidates/candidate.html",
        form,
        vacancy=vacancy,
        match=present_blind_match(match.body, pseudonym=match.pseudonym, place=match.place),
        section=match.section,
        case=case,
        choosing=choosing_words(vacancy),
        can_shortlist=is_choosable and case is None and vacancy.status == VacancyStatus.PUBLISHED,
    )


def _open_case(vacancy: Vacancy, match: Match) -> Placement | None:
    return find_open_placement(
        current_session()(), vacancy_id=vacancy.id, professional_id=match.professional_id
    )


@bp.post("/vacancies/<id:vacancy_id>/candidates/<string:pseudonym>/shortlist")
@requires(Permission.CANDIDATE_READ_BLIND)
def candidates_shortlist(vacancy_id: int, pseudonym: str) -> Page:
    """Choose a candidate: a case begins, and the person is asked."""
    vacancy = _ranked_vacancy(vacancy_id)
    match = _find_match(vacancy, pseudonym)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                placement = shortlist_candidate(
                    writing.session, actor=the_user(), vacancy=vacancy, match=match
                )
                return writing.done(
                    url_for("ministry.placement", placement_id=placement.id),
                    _("You have chosen %(name)s. They are asked by mail now.", name=placement.pseudonym),
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    return _candidate_page(form, vacancy, match)
