"""The ranked list of a vacancy, and up to three people side by side."""

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.reviews import RankingFilterForm
from web.models.claims import Cefr
from web.models.ranking import Match, Ranking
from web.models.vacancy import Vacancy
from web.permissions import Permission
from web.presenters.comparison import present_comparison
from web.presenters.matches import MatchView, present_match
from web.presenters.names import language_choices
from web.presenters.past_cases import NO_CASE, cases_by_person
from web.presenters.rankings import first_section, order_words, section_tabs
from web.presenters.vacancy_words import short_cefr
from web.queries.placements import list_placements_of_vacancy
from web.queries.rankings import MatchFilter, list_matches, list_matches_of
from web.queries.roster import list_numbers, map_references
from web.services.matching import Section
from web.views.coordinator.blueprint import bp
from web.views.coordinator.vacancies import load_vacancy
from web.views.guards import requires
from web.views.rankings import ranking_to_show, reasons_address

PAGE = 15
MOST_COMPARED = 3


@bp.get("/vacancies/<id:vacancy_id>/ranking")
@requires(Permission.RANKING_READ)
def ranking(vacancy_id: int) -> str:
    """Show who may and should fill a vacancy, and why."""
    vacancy = load_vacancy(vacancy_id, Permission.RANKING_READ)
    form = _filter_form()
    if not form.validate() or form.section.data not in {"", *Section}:
        abort(400)
    shown = ranking_to_show(vacancy)
    section = Section(form.section.data) if form.section.data else first_section(shown)
    matches = list_matches(
        current_session()(),
        ranking_id=shown.id,
        section=section,
        narrowed=_narrowed(form),
        after=form.after.data,
        limit=PAGE + 1,
    )
    return render_template(
        "coordinator/rankings/ranking.html",
        vacancy=vacancy,
        ranking=shown,
        order=order_words(shown),
        filter=form,
        section=section,
        section_tabs=section_tabs(shown, section, "coordinator.ranking", vacancy_id=vacancy.id),
        matches=present_matches(vacancy, matches[:PAGE], link_reasons=True),
        next_after=matches[PAGE - 1].place if len(matches) > PAGE else None,
        arguments={key: value for key, value in request.args.items() if key not in {"after", "open"}},
    )


def _filter_form() -> RankingFilterForm:
    form = RankingFilterForm(request.args)
    form.spoken.choices = [("", _("Any language")), *language_choices()]
    form.level.choices = [("", _("any level")), *((level.value, short_cefr(level)) for level in Cefr)]
    return form


def _narrowed(form: RankingFilterForm) -> MatchFilter:
    return MatchFilter(
        language=form.spoken.data or None,
        level=Cefr(form.level.data) if form.level.data else None,
        credential_level=int(form.credential.data) if form.credential.data else None,
        is_free=form.free.data,
        wishes_country=form.wishes.data,
    )


def present_matches(vacancy: Vacancy, matches: list[Match], *, link_reasons: bool = False) -> list[MatchView]:
    """Put matches into words under the references coordinators use, with the cases each person has.

    `link_reasons` keeps the reasons behind a link to this list with that one row open.
    """
    session = current_session()()
    references = map_references(session, [match.professional_id for match in matches])
    cases = cases_by_person(list_placements_of_vacancy(session, vacancy_id=vacancy.id))
    return [
        present_match(
            match.body,
            name=references[match.professional_id],
            place=match.place,
            url=url_for(
                "coordinator.candidate", vacancy_id=vacancy.id, reference=references[match.professional_id]
            ),
            open_url=reasons_address(references[match.professional_id]) if link_reasons else "",
            cases=cases.get(match.professional_id, NO_CASE),
        )
        for match in matches
    ]


@bp.get("/vacancies/<id:vacancy_id>/ranking/compare")
@requires(Permission.RANKING_READ)
def ranking_compare(vacancy_id: int) -> str:
    """Show up to three people side by side, differences first."""
    vacancy = load_vacancy(vacancy_id, Permission.RANKING_READ)
    marked = list(dict.fromkeys(request.args.getlist("pick")))
    shown = ranking_to_show(vacancy)
    matches = _picked(shown, marked[:MOST_COMPARED])
    return render_template(
        "coordinator/rankings/compare.html",
        vacancy=vacancy,
        marked=len(marked),
        most=MOST_COMPARED,
        comparison=present_comparison(present_matches(vacancy, matches)),
    )


def _picked(ranking: Ranking, references: list[str]) -> list[Match]:
    session = current_session()()
    numbers = list_numbers(session, references)
    return list(list_matches_of(session, ranking_id=ranking.id, professional_ids=numbers))
