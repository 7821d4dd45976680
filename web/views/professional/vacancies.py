"""Open vacancies, in the order in which they fit."""

from flask import abort, make_response, render_template, request, url_for

from web.db import current_session
from web.models.professional import Professional
from web.models.vacancy import Vacancy, VacancyStatus
from web.permissions import Permission
from web.presenters.fix_places import fix_link
from web.presenters.matches import present_change, present_match
from web.presenters.open_vacancies import list_asked, list_facts, list_offered
from web.presenters.vacancies_for_me import (
    Group,
    count_groups,
    find_opening,
    fit_words,
    group_label,
    group_of,
    group_words,
    opening_words,
    present_fits,
    standing_words,
)
from web.queries.open_vacancies import find_public_vacancy
from web.services.matching import Match, State, changes_for, fit_of
from web.views.guards import check, requires
from web.views.professional.blueprint import bp
from web.views.professional.comparing import compare_with_vacancies, is_compared, open_cases
from web.views.professional.own import own_profile

PAGE_SIZE = 20
MOST_PAGES = 500
GONE = 410


@bp.get("/vacancies")
@requires(Permission.VACANCY_READ_FIT)
def vacancies() -> str:
    """List the open vacancies, those that fit first, each with what speaks for it and what is missing."""
    professional = own_profile()
    compared = compare_with_vacancies(professional)
    counts = count_groups(compared)
    group = _wanted_group(counts)
    shown = [pair for pair in compared if group_of(pair[1]) == group]
    first = _wanted_page() * PAGE_SIZE
    opening = find_opening(compared)
    return render_template(
        "professional/vacancies/list.html",
        professional=professional,
        is_compared=is_compared(professional),
        standing=standing_words(counts),
        opening=opening,
        opening_words=opening_words(opening) if opening else "",
        groups=[_tab(each, number, group) for each, number in counts.items()],
        group=group,
        words=group_words(group),
        fits=present_fits(shown[first : first + PAGE_SIZE], open_cases()),
        previous_url=_page_url(group, first // PAGE_SIZE - 1) if first else None,
        next_url=_page_url(group, first // PAGE_SIZE + 1) if len(shown) > first + PAGE_SIZE else None,
    )


def _wanted_group(counts: dict[Group, int]) -> Group:
    asked = request.args.get("show", "")
    if asked in set(Group):
        return Group(asked)
    return next((group for group, number in counts.items() if number), Group.FIT)


def _wanted_page() -> int:
    text = request.args.get("page", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_PAGES)) else 1
    return max(number, 1) - 1


def _page_url(group: Group, page: int) -> str:
    return url_for("professional.vacancies", show=group.value, page=page + 1)


def _tab(group: Group, number: int, current: Group) -> dict[str, object]:
    url = url_for("professional.vacancies", show=group.value)
    return {"label": group_label(group), "url": url, "count": number, "current": group == current}


@bp.get("/vacancies/<id:vacancy_id>")
@requires(Permission.VACANCY_READ_FIT)
def vacancy(vacancy_id: int) -> str:
    """Show a vacancy with one's own fit: every must-have, every criterion, and what would change it."""
    found = load_open_vacancy(vacancy_id)
    professional = own_profile()
    context = _fit_context(found, professional) if is_compared(professional) else {}
    return render_template(
        "professional/vacancies/vacancy.html",
        vacancy=found,
        facts=list_facts(found),
        asked=list_asked(found),
        offered=list_offered(found),
        professional=professional,
        case_id=open_cases().get(vacancy_id),
        **context,
    )


def load_open_vacancy(vacancy_id: int) -> Vacancy:
    """Give a vacancy that a professional may see; 410 for one that is open no more, 404 for every other."""
    found = find_public_vacancy(current_session()(), vacancy_id)
    if found is not None and found.status != VacancyStatus.PUBLISHED:
        closed = render_template("public/vacancies/closed.html", open_url=url_for("professional.vacancies"))
        abort(make_response(closed, GONE))
    check(Permission.VACANCY_READ_FIT, found)
    assert found is not None
    return found


def _fit_context(vacancy: Vacancy, professional: Professional) -> dict[str, object]:
    session = current_session()()
    fit = fit_of(session, vacancy=vacancy, professional=professional)
    changes = changes_for(session, vacancy=vacancy, professional=professional)
    return {
        "group": group_of(fit),
        "fit_words": fit_words(group_of(fit)),
        "match": present_match(fit.to_json(), name=vacancy.title, own=True),
        "steps": _own_steps(fit),
        "changes": [present_change(change.to_json()) for change in changes],
    }


def _own_steps(fit: Match) -> list[tuple[str, str, str]]:
    fixes = [gate.fix.value for gate in fit.gates if gate.state != State.MET and gate.fix]
    return [fix_link(fix) for fix in dict.fromkeys(fixes)]
