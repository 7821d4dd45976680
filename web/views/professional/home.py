"""The professional's home."""

from flask import render_template

from web.db import current_session
from web.forms.base import WriteForm
from web.models.placement import OPEN
from web.models.user import Role
from web.permissions import Permission
from web.presenters.cases import present_case, turn
from web.presenters.professional_home import present_standing
from web.presenters.requests import list_requests
from web.presenters.vacancies_for_me import count_groups, find_opening, opening_words
from web.queries.documents import list_better_needed
from web.queries.placements import list_placements
from web.views.guards import requires, the_user
from web.views.professional.blueprint import bp
from web.views.professional.comparing import compare_with_vacancies
from web.views.professional.own import own_profile


@bp.get("/")
@requires(Permission.PROFILE_EDIT)
def home() -> str:
    """Say where things stand, and offer the one act that comes next."""
    professional = own_profile()
    open_cases = list_placements(current_session()(), visible_to=the_user(), statuses=OPEN)
    compared = compare_with_vacancies(professional)
    opening = find_opening(compared)
    requests = list_requests(professional, list_better_needed(current_session()(), visible_to=the_user()))
    waiting = [placement for placement in open_cases if Role.PROFESSIONAL in turn(placement)]
    return render_template(
        "professional/home.html",
        professional=professional,
        standing=present_standing(professional, waiting, count_groups(compared)),
        requests=requests,
        opening=opening,
        opening_words=opening_words(opening) if opening else "",
        cases=[(placement, present_case(placement, Role.PROFESSIONAL)) for placement in open_cases],
        button=WriteForm(),
    )
