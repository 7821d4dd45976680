"""Saying that one is interested in a vacancy."""

from flask import redirect, url_for
from flask_babel import gettext as _

from web.forms.base import WriteForm
from web.permissions import Permission
from web.presenters.consents import disclosure_wording
from web.services.errors import ConflictError, InvalidError
from web.services.placements import express_interest
from web.views.guards import requires, the_user
from web.views.pages import Page, show
from web.views.professional.blueprint import bp
from web.views.professional.comparing import open_cases
from web.views.professional.own import CONFLICT, disclosed_with_yes
from web.views.professional.vacancies import load_open_vacancy
from web.views.refusals import words_for
from web.views.writing import write


@bp.route("/vacancies/<id:vacancy_id>/interest", methods=["GET", "POST"])
@requires(Permission.VACANCY_READ_FIT)
def vacancy_interest(vacancy_id: int) -> Page:
    """Say yes to a vacancy, after reading what the ministry then learns."""
    vacancy = load_open_vacancy(vacancy_id)
    form = WriteForm()
    conflict = False
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                placement = express_interest(
                    writing.session, actor=the_user(), vacancy=vacancy, wording=disclosure_wording()
                )
                next_page = url_for("professional.placement", placement_id=placement.id)
                return writing.done(next_page, _("The ministry has your answer and decides next."))
        except InvalidError as error:
            form.refuse(words_for(error))
        except ConflictError as error:
            form.refuse(words_for(error))
            conflict = True
    elif case_id := open_cases().get(vacancy_id):
        return redirect(url_for("professional.placement", placement_id=case_id), code=303)
    page, status = show(
        "professional/vacancies/interest.html",
        form,
        vacancy=vacancy,
        disclosed=disclosed_with_yes(),
        wording=disclosure_wording(),
    )
    return page, CONFLICT if conflict else status
