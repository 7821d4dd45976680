"""The one navigation bar: at most six items for each audience, the current one marked."""

from flask import request, url_for
from flask_babel import lazy_gettext as _l

from web.accounts import lacks_second_factor, signed_in_user
from web.models.user import Role

# (label, endpoint, other endpoints under it start with one of these)
Item = tuple[str, str, tuple[str, ...]]

PUBLIC: tuple[Item, ...] = (
    (_l("Open vacancies"), "public.vacancies", ("public.vacancies", "public.vacancy")),
    (_l("How it works"), "public.how_it_works", ("public.how_it_works",)),
)
ITEMS: dict[Role, tuple[Item, ...]] = {
    Role.PROFESSIONAL: (
        (_l("Home"), "professional.home", ("professional.home",)),
        (
            _l("My profile"),
            "professional.profile",
            ("professional.profile", "professional.consent", "professional.opening"),
        ),
        (_l("Vacancies for me"), "professional.vacancies", ("professional.vacanc",)),
        (_l("My cases"), "professional.placements", ("professional.placement",)),
    ),
    Role.MINISTRY: (
        (_l("Home"), "ministry.home", ("ministry.home",)),
        (_l("Vacancies"), "ministry.vacancies", ("ministry.vacanc", "ministry.candidate")),
        (_l("Facilities"), "ministry.facilities", ("ministry.facilit", "ministry.readiness")),
        (_l("Cases"), "ministry.placements", ("ministry.placement",)),
    ),
    Role.COORDINATOR: (
        (_l("My day"), "coordinator.home", ("coordinator.home",)),
        (
            _l("Vacancies"),
            "coordinator.vacancies",
            ("coordinator.vacanc", "coordinator.ranking", "coordinator.candidate"),
        ),
        (_l("Licences"), "coordinator.licences", ("coordinator.licence",)),
        (_l("Documents"), "coordinator.documents", ("coordinator.document",)),
        (_l("Facilities"), "coordinator.facilities", ("coordinator.facilit", "coordinator.readiness")),
        (_l("Cases"), "coordinator.placements", ("coordinator.placement",)),
    ),
    Role.ADMIN: (
        (_l("Home"), "admin.home", ("admin.home",)),
        (_l("Users"), "admin.users", ("admin.user", "admin.invitation")),
        (_l("Ministries"), "admin.ministries", ("admin.ministr",)),
        (_l("Mail"), "admin.mail", ("admin.mail",)),
        (_l("Wordings"), "admin.wordings", ("admin.wording",)),
        (_l("Audit"), "admin.audit", ("admin.audit",)),
    ),
}


def navigation() -> list[tuple[str, str, bool]]:
    """List the items of this reader's bar as (label, address, whether it is where we are).

    There are none for whoever has to set up a second factor first: they would all lead back to that.
    """
    user = signed_in_user()
    if user and lacks_second_factor(user):
        return []
    items = ITEMS[user.role] if user else PUBLIC
    here = request.endpoint or ""
    return [(label, url_for(endpoint), here.startswith(prefixes)) for label, endpoint, prefixes in items]


def home_endpoint(role: Role) -> str:
    """Name the page a user of this role starts from."""
    return ITEMS[role][0][1]
