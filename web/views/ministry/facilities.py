"""Finding a facility, and saying how ready it is to receive somebody."""

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.facilities import FacilitySearchForm, ReadinessForm
from web.models.facility import Facility, Light, Readiness
from web.permissions import Permission
from web.presenters.facilities import facility_facts, present_facilities, present_readiness
from web.queries.facilities import find_facility, list_facilities
from web.queries.facility_search import search_facilities
from web.queries.keyset import PageOfRows
from web.services.errors import InvalidError, StaleError
from web.services.facilities import NOT_ATTESTED, attest_readiness
from web.views.guards import check, requires, the_user
from web.views.ministry.blueprint import bp
from web.views.ministry.desk import CONFLICT, own_country, read_place
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

MOST_FOUND = 25


@bp.get("/facilities")
@requires(Permission.READINESS_ATTEST)
def facilities() -> Page:
    """Find a facility by name, or leaf through all of the country."""
    form = FacilitySearchForm(request.args)
    searching = form.validate() and bool(form.q.data)
    page = find_page(form.q.data if searching else None)
    return show(
        "ministry/facilities/list.html",
        form,
        facilities=present_facilities(page.rows),
        page=page,
        searching=searching,
        most_found=MOST_FOUND,
    )


def find_page(words: str | None) -> PageOfRows[Facility]:
    """Read the facilities that the words name best, or one page of all."""
    session, country = current_session()(), own_country()
    if words:
        return PageOfRows(search_facilities(session, words, country=country, limit=MOST_FOUND))
    return list_facilities(session, country=country, place=read_place())


@bp.get("/facilities/<id:facility_id>")
@requires(Permission.READINESS_ATTEST)
def facility(facility_id: int) -> Page:
    """Show a facility and how ready it is."""
    facility = own_facility(facility_id)
    return render_template(
        "ministry/facilities/facility.html",
        facility=facility,
        facts=facility_facts(facility),
        readiness=present_readiness(facility.readiness) if facility.readiness else None,
    )


@bp.route("/facilities/<id:facility_id>/readiness", methods=["GET", "POST"])
@requires(Permission.READINESS_ATTEST)
def readiness(facility_id: int) -> Page:
    """State how ready a facility is."""
    facility = own_facility(facility_id)
    form = ReadinessForm(data=_stored_answers(facility.readiness))
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                attest_readiness(
                    writing.session,
                    facility=facility,
                    actor=the_user(),
                    expected_version=form.expected_version,
                    equipment=Light(form.equipment.data),
                    people=Light(form.people.data),
                    money=Light(form.money.data),
                    note=form.note.data or "",
                )
                return writing.done(
                    url_for("ministry.facility", facility_id=facility_id),
                    _("The readiness is saved. A coordinator confirms it next."),
                )
        except StaleError:
            return _show_stale(form, facility)
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    return show("ministry/facilities/readiness.html", form, facility=facility)


def _stored_answers(readiness: Readiness | None) -> dict[str, object]:
    if readiness is None:
        return {"version": str(NOT_ATTESTED)}
    return {
        "version": str(readiness.version),
        "equipment": readiness.equipment.value,
        "people": readiness.people.value,
        "money": readiness.money.value,
        "note": readiness.note,
    }


def _show_stale(form: ReadinessForm, facility: Facility) -> tuple[str, int]:
    stored = facility.readiness
    if stored is None:
        abort(CONFLICT)
    form.version.data = str(stored.version)
    form.refuse(
        _(
            "A colleague stated the readiness after you opened this page. Compare with what is stored now,"
            " then save again."
        )
    )
    page = render_template(
        "ministry/facilities/readiness.html",
        form=form,
        facility=facility,
        stored=present_readiness(stored),
    )
    return page, CONFLICT


def own_facility(facility_id: int) -> Facility:
    """Load a facility of the user's country, or answer 404."""
    facility = find_facility(current_session()(), facility_id)
    check(Permission.READINESS_ATTEST, facility)
    assert facility is not None
    return facility
