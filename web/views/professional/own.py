"""The signed-in professional's own profile, for the views about it."""

from typing import Any, TypeVar

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _

from web.db import current_session
from web.forms.base import VersionedForm
from web.models.claims import Claim
from web.models.professional import Professional, ProfessionalStatus
from web.permissions import Permission
from web.presenters.documents import disclosed_checks, disclosed_papers
from web.presenters.profile import Answer, Record, disclosed_record
from web.queries.documents import list_documents
from web.queries.professionals import find_own_professional
from web.services.profile_sections import Section, claims_of
from web.views.guards import check, the_user

CONFLICT = 409
CHECK = "check"

C = TypeVar("C", bound=Claim)


def own_profile() -> Professional:
    """Give the user's profile; a blank one, not stored, if nothing was saved yet."""
    user = the_user()
    professional = find_own_professional(current_session()(), visible_to=user)
    if professional is None:
        return Professional(user_id=user.id, status=ProfessionalStatus.DRAFT, stated_none=[], summary="")
    check(Permission.PROFILE_EDIT, professional)
    return professional


def own_claim(section: Section, claim_id: int, kind: type[C]) -> C:
    """Give an entry of the user's own lists; 404 for anybody else's and for none."""
    claims = claims_of(own_profile(), section)
    found = next((claim for claim in claims if claim.id == claim_id), None)
    if not isinstance(found, kind):
        abort(404)
    return found


def disclosed_with_yes() -> list[Answer]:
    """Say all that a ministry learns with the user's yes, the papers they let it see among it."""
    professional = own_profile()
    documents = list_documents(
        current_session()(), visible_to=the_user(), professional_id=professional.id or 0
    )
    return disclosed_record(professional) + disclosed_checks(professional) + disclosed_papers(documents)


def version_of(professional: Professional) -> int:
    """Give the version a form is filled from; 0 stands for a profile that is not stored."""
    return professional.version or 0


def show_stale(template: str, form: VersionedForm, record: Record, **context: Any) -> tuple[str, int]:
    """Show what was typed beside what somebody else, or another tab, has saved meanwhile."""
    professional = own_profile()
    form.refuse(
        _(
            "Your profile was changed after you opened this page. See what is stored now;"
            " save again to replace it with what you typed."
        )
    )
    form.version.data = str(version_of(professional))
    return render_template(template, form=form, stored=record(professional), **context), CONFLICT


def after_saving(section_url: str) -> str:
    """Say where to go when something is saved: back to the answers if the person came from there."""
    came_from_check = request.args.get("from") == CHECK
    return url_for("professional.profile_check") if came_from_check else section_url
