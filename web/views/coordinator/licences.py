"""Verifying licences: the queue, and one licence with its checks."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from web.db import current_session
from web.forms.base import WriteForm
from web.forms.verifications import DisagreementForm, LicenceListForm, VerificationForm
from web.models.base import now
from web.models.claims import Difference, Licence, VerificationMethod, VerificationResult
from web.permissions import Permission
from web.presenters.differences import difference_label
from web.presenters.documents import present_documents_of_person
from web.presenters.licence_checks import CheckView, present_checks
from web.presenters.licence_queues import present_queue
from web.presenters.licences import (
    licence_tag,
    person_facts,
    person_name,
    present_cases,
    present_licences,
    stated_facts,
)
from web.presenters.names import country_choices
from web.queries.coordinator_queues import list_open_cases
from web.queries.documents import list_documents
from web.queries.keyset import TOP, Place
from web.queries.licences import (
    EVERYTHING,
    LicenceFilter,
    LicenceQueue,
    count_licences,
    find_licence,
    list_licences,
    list_people_with_case,
)
from web.services.errors import InvalidError, ServiceError, StaleError
from web.services.openings import Opening
from web.services.verifications import (
    NothingToSignError,
    countersign_verification,
    disagree_with_verification,
    licence_state,
    verify_licence,
)
from web.views.coordinator.blueprint import bp
from web.views.guards import check, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.shown import note_shown
from web.views.writing import write

CONFLICT = 409


@bp.get("/licences")
@requires(Permission.LICENCE_VERIFY)
def licences() -> Page:
    """List the licences of everybody on the roster, by what is known of them."""
    form = LicenceListForm(request.args)
    form.country.choices = [("", _("All countries")), *country_choices()]
    queue, wanted, place = read_list_form(form)
    session, user = current_session()(), the_user()
    page = list_licences(session, visible_to=user, queue=queue, wanted=wanted, place=place)
    people = {licence.professional_id for licence in page.rows}
    note_shown(Opening.NAME, {licence.professional for licence in page.rows})
    with_case = list_people_with_case(session, visible_to=user, professional_ids=people)
    return show(
        "coordinator/licences/list.html",
        form,
        rows=present_licences(page.rows, with_case, now().date()),
        view=present_queue(queue, wanted, count_licences(session, visible_to=user, wanted=wanted), page),
    )


def read_list_form(form: LicenceListForm) -> tuple[LicenceQueue, LicenceFilter, Place]:
    """Read what to list from the address; an address nobody was given lists what waits."""
    if not form.validate():
        return LicenceQueue.TO_VERIFY, EVERYTHING, TOP
    wanted = LicenceFilter(
        country=form.country.data, reference=form.reference.data, with_case=form.with_case.data
    )
    return LicenceQueue(form.queue.data), wanted, Place(form.after.data, form.before.data)


@bp.route("/licences/<id:licence_id>", methods=["GET", "POST"])
@requires(Permission.LICENCE_VERIFY)
def licence(licence_id: int) -> Page:
    """Show a licence with its checks, and record one more."""
    found = load_licence(licence_id)
    form = begin_check()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                # Read again under the lock: its owner may have removed it since.
                record_check(writing.session, load_licence(licence_id), form)
                return writing.done(
                    url_for("coordinator.licence", licence_id=licence_id), _("The check is recorded.")
                )
        except StaleError:
            return show_stale(form, licence_id)
        except InvalidError as error:
            form.refuse(words_for(error), error.field)
    if not form.is_submitted():
        form.state.data = licence_state(found)
    return show_licence(form, found)


def begin_check(**given: Any) -> VerificationForm:
    """Make the form of a check with what may differ."""
    form = VerificationForm(**given)
    form.difference.choices = [(each.value, difference_label(each)) for each in Difference]
    return form


def load_licence(licence_id: int) -> Licence:
    """Load the licence of somebody on the roster, or answer 404."""
    found = find_licence(current_session()(), licence_id)
    check(Permission.LICENCE_VERIFY, found)
    assert found is not None
    return found


def record_check(session: Session, licence: Licence, form: VerificationForm) -> None:
    """Record what the form says."""
    verify_licence(
        session,
        actor=the_user(),
        licence=licence,
        method=VerificationMethod(form.method.data),
        source=form.source.data,
        result=VerificationResult(form.result.data),
        difference=Difference(form.difference.data) if form.difference.data else None,
        expires_on=form.expires_on.data,
        note=form.note.data,
        expected_state=form.state.data,
    )


def show_stale(form: VerificationForm, licence_id: int) -> tuple[str, int]:
    """Ask to compare once more: the licence was changed, or checked by a colleague, in the meantime."""
    found = load_licence(licence_id)
    form.refuse(
        _(
            "This licence was changed or checked after you opened the page. Read below how it stands now,"
            " then record your check again if it still holds."
        )
    )
    form.state.data = licence_state(found)
    return show_licence(form, found)[0], CONFLICT


@bp.post("/licences/<id:licence_id>/checks/<id:verification_id>/countersign")
@requires(Permission.LICENCE_VERIFY)
def licences_countersign(licence_id: int, verification_id: int) -> Page:
    """Sign a colleague's check with the regulator, so that it counts."""
    found = load_licence(licence_id)
    form = WriteForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                countersign_verification(
                    writing.session,
                    actor=the_user(),
                    licence=load_licence(licence_id),
                    verification_id=verification_id,
                )
                return writing.done(
                    url_for("coordinator.licence", licence_id=licence_id),
                    _("You have signed. The check counts from now on."),
                )
        except ServiceError as error:
            form.refuse(words_for(error))
    blank = begin_check(formdata=None, state=licence_state(found))
    for message in form.form_errors:
        blank.refuse(message)
    return show_licence(blank, found)


@bp.route("/licences/<id:licence_id>/checks/<id:verification_id>/disagree", methods=["GET", "POST"])
@requires(Permission.LICENCE_VERIFY)
def licences_disagree(licence_id: int, verification_id: int) -> Page:
    """Say what the regulator's answer says instead of what a colleague recorded."""
    found = load_licence(licence_id)
    colleagues = find_check(found, verification_id)
    form = DisagreementForm()
    if not colleagues.disagree_url and not form.is_submitted():
        flash(words_for(NothingToSignError()), "notice")
        return redirect(url_for("coordinator.licence", licence_id=licence_id), code=303)
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                disagree_with_verification(
                    writing.session,
                    actor=the_user(),
                    licence=load_licence(licence_id),
                    verification_id=verification_id,
                    why=form.why.data,
                )
                return writing.done(
                    url_for("coordinator.licence", licence_id=licence_id),
                    _("The check does not count. The licence waits for another one."),
                )
        except ServiceError as error:
            form.refuse(words_for(error), getattr(error, "field", None))
    note_shown(Opening.LICENCE, [found.professional])
    return show(
        "coordinator/licences/disagree.html",
        form,
        licence=found,
        person=person_name(found.professional),
        check=colleagues,
    )


def find_check(licence: Licence, verification_id: int) -> CheckView:
    """Find a check of a licence, in words, or answer 404."""
    position = next((n for n, each in enumerate(licence.verifications) if each.id == verification_id), None)
    if position is None:
        abort(404)
    return present_checks(licence, now().date(), the_user())[-1 - position]


def show_licence(form: VerificationForm, licence: Licence) -> tuple[str, int]:
    """Show the page of a licence around the form of a check."""
    today = now().date()
    note_shown(Opening.LICENCE, [licence.professional])
    return show(
        "coordinator/licences/licence.html",
        form,
        licence=licence,
        person=person_name(licence.professional),
        person_facts=person_facts(licence.professional),
        stated=stated_facts(licence),
        state=dict(zip(("word", "tone"), licence_tag(licence, today), strict=True)),
        documents=present_documents_of_person(
            list_documents(
                current_session()(), visible_to=the_user(), professional_id=licence.professional_id
            ),
            licence_id=licence.id,
        ),
        checks=present_checks(licence, today, the_user()),
        signing=WriteForm(),
        cases=present_cases(
            list_open_cases(
                current_session()(), visible_to=the_user(), professional_id=licence.professional_id
            )
        ),
    )
