"""Readiness of facilities: what ministries attest, and confirming it."""

from flask import request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import VersionedForm
from web.forms.readiness import ReadinessListForm
from web.models.base import now
from web.models.facility import Facility
from web.permissions import Permission
from web.presenters.facilities import facility_facts, present_readiness
from web.presenters.names import country_choices
from web.presenters.readiness import present_list, present_rows
from web.queries.facilities import find_facility
from web.queries.keyset import TOP, Place
from web.queries.readiness import ReadinessQueue, count_attested_facilities, list_attested_facilities
from web.queries.users import find_user
from web.services.errors import StaleError
from web.services.facilities import AlreadyConfirmedError, confirm_readiness
from web.views.coordinator.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.writing import write

CONFLICT = 409


@bp.get("/facilities")
@requires(Permission.READINESS_CONFIRM)
def facilities() -> Page:
    """List the facilities of the coordinator's countries whose readiness was attested."""
    session, user = current_session()(), the_user()
    form = ReadinessListForm(request.args)
    form.country.choices = [("", _("All my countries")), *country_choices(tuple(user.countries))]
    queue, country, place = read_list_form(form)
    page = list_attested_facilities(session, visible_to=user, queue=queue, country=country, place=place)
    counts = count_attested_facilities(session, visible_to=user, country=country)
    return show(
        "coordinator/facilities/list.html",
        form,
        rows=present_rows(page.rows, now().date()),
        view=present_list(queue, country, counts, page),
        several_countries=len(user.countries) > 1,
    )


def read_list_form(form: ReadinessListForm) -> tuple[ReadinessQueue, str, Place]:
    """Read what to list from the address; an address nobody was given lists what waits."""
    if not form.validate():
        return ReadinessQueue.WAITING, "", TOP
    return ReadinessQueue(form.queue.data), form.country.data, Place(form.after.data, form.before.data)


@bp.get("/facilities/<id:facility_id>")
@requires(Permission.READINESS_CONFIRM)
def facility(facility_id: int) -> Page:
    """Show a facility, how ready its ministry says it is, and whether that was confirmed."""
    found = load_facility(facility_id)
    form = VersionedForm()
    if found.readiness:
        form.version.data = str(found.readiness.version)
    return show_facility(form, found)


@bp.post("/facilities/<id:facility_id>/readiness/confirm")
@requires(Permission.READINESS_CONFIRM)
def readiness_confirm(facility_id: int) -> Page:
    """Confirm the readiness of a facility as its ministry attested it."""
    form = VersionedForm()
    found = load_facility(facility_id)
    if form.validate_on_submit() and found.readiness:
        url = url_for("coordinator.facility", facility_id=facility_id)
        try:
            with write(form) as writing:
                confirm_readiness(
                    writing.session,
                    readiness=found.readiness,
                    actor=the_user(),
                    expected_version=form.expected_version,
                )
                return writing.done(url, _("The readiness of this facility is confirmed."))
        except AlreadyConfirmedError:
            form.refuse(_("A colleague has confirmed this already."))
        except StaleError:
            return show_stale(form, facility_id)
    return show_facility(form, found)


def load_facility(facility_id: int) -> Facility:
    """Load a facility of the coordinator's countries, or answer 404."""
    found = find_facility(current_session()(), facility_id)
    check(Permission.READINESS_CONFIRM, found)
    assert found is not None
    return found


def show_stale(form: VersionedForm, facility_id: int) -> tuple[str, int]:
    """Show what the ministry says now; confirming again confirms that."""
    found = load_facility(facility_id)
    form.refuse(_("The ministry changed this after you opened the page. Read below what it says now."))
    form.version.data = str(found.readiness.version) if found.readiness else ""
    return show_facility(form, found)[0], CONFLICT


def show_facility(form: VersionedForm, facility: Facility) -> tuple[str, int]:
    """Show the page of a facility around the form that confirms its readiness."""
    readiness = facility.readiness
    ministry = readiness.attested_by.ministry if readiness else None
    confirmer_id = readiness.confirmed_by_id if readiness else None
    confirmer = find_user(current_session()(), confirmer_id) if confirmer_id else None
    return show(
        "coordinator/facilities/facility.html",
        form,
        facility=facility,
        facts=facility_facts(facility),
        readiness=present_readiness(readiness) if readiness else None,
        is_confirmed=confirmer is not None,
        confirmer=confirmer.name if confirmer else "",
        ministry_email=ministry.contact_email if ministry else "",
    )
