"""Every page of the service that a kind of person can open on side A of the scene, by its address."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token

from tests.factories.people import MinistryUserFactory, UserFactory
from tests.factories.scenes import Side
from tests.security.routes import ROWS
from tests.security.stage import EVERYBODY, HALF_WAY, Stage
from web.accounts import make_address_token
from web.models.base import now
from web.models.user import User
from web.models.vacancy import VacancyStatus
from web.permissions import may
from web.queries.document_queues import DocumentQueue
from web.queries.licences import LicenceQueue
from web.queries.mail import MailState
from web.queries.readiness import ReadinessQueue

ROLES = {
    "visitor": "visitor",
    "professional": "professional A",
    "ministry": "ministry A",
    "coordinator": "coordinator of country 1",
    "admin": "admin",
    HALF_WAY: HALF_WAY,
}
# What answers without a page.
PLAIN = {
    "coordinator.document_file",
    "ministry.placement_document",
    "professional.profile_document_file",
    "account.data_download",
    "public.healthz",
    "public.security_txt",
    "public.readyz",
}
# The thing such a page is about is one person's, whoever else may have the like.
OF_ONE_ROLE = {"account.passkeys_remove": "professional", "account.prove_app": "admin"}
LINKS: dict[str, Callable[[], str]] = {
    "account.confirm": lambda: generate_confirmation_token(UserFactory(confirmed_at=None)),
    "account.email_confirm": lambda: make_address_token(
        UserFactory(new_email="other.address@people.example")
    ),
    "account.invitation": lambda: generate_confirmation_token(
        MinistryUserFactory(password=None, confirmed_at=None, invited_at=now())
    ),
    "account.reset_with_token": lambda: generate_reset_password_token(UserFactory()),
}
Ways = Callable[[Side], list[dict[str, Any]]]


def _each(**parameters: list[Any]) -> Ways:
    return lambda side: [{name: value} for name, values in parameters.items() for value in values]


def _vacancies(side: Side) -> list[dict[str, Any]]:
    return [{"vacancy_id": vacancy.id} for vacancy in side.vacancies.values()]


def _cases(side: Side) -> list[dict[str, Any]]:
    return [{"placement_id": placement.id} for placement in side.placements.values()]


# Other things a route shows: the second step of a search, another state, a row that is open.
WAYS: dict[str, Ways] = {
    "admin.mail": _each(state=list(MailState)),
    "admin.user_invite": _each(role=["ministry", "coordinator"]),
    "admin.users": lambda side: [{"text": "Ama", "role": "professional"}, {"text": "nobody"}],
    "coordinator.documents": _each(queue=list(DocumentQueue)),
    "coordinator.facilities": _each(queue=list(ReadinessQueue), country=["GH"]),
    "coordinator.licences": _each(queue=list(LicenceQueue)),
    "coordinator.placement": _cases,
    "coordinator.placements": _each(which=["all"]),
    "coordinator.ranking": lambda side: [
        {"open": side.professional.reference},
        {"spoken": "fr", "level": "C1"},
        {"section": "near_miss"},
    ],
    "coordinator.vacancy": lambda side: [
        {"vacancy_id": vacancy.id}
        for status, vacancy in side.vacancies.items()
        if status != VacancyStatus.DRAFT
    ],
    "ministry.candidates": lambda side: [{"open": side.pseudonym}, {"section": "near_miss"}],
    "ministry.placement": _cases,
    "ministry.placements": _each(which=["all"]),
    "ministry.vacancy": _vacancies,
    "ministry.vacancy_occupation": _each(words=["nurse", "zzz"]),
    "ministry.vacancy_skills_new": _each(words=["newborn", "zzz"]),
    "ministry.vacancy_start": _each(words=["nurse", "zzz"]),
    "professional.placement": _cases,
    "professional.profile_claims": _each(
        section=["availability", "languages", "occupations", "qualifications", "skills"]
    ),
    "professional.profile_occupations_new": _each(words=["nurse", "zzz"]),
    "professional.profile_skills_new": _each(words=["newborn", "zzz"]),
    "professional.vacancies": _each(show=["to_confirm", "one_step", "not_now"]),
    "public.vacancies": lambda side: [{"text": "midwife", "country": "GH"}, {"text": "zzz"}],
}


@dataclass(frozen=True)
class Address:
    """One page as one address shows it."""

    endpoint: str
    path: str


def user_of(stage: Stage, role: str) -> User | None:
    """Give the user who stands for a kind of person."""
    return EVERYBODY[ROLES[role]](stage.scene)


def addresses_of(stage: Stage, role: str) -> list[Address]:
    """List the addresses of every page meant for a kind of person; those open to all are the visitor's."""
    user = user_of(stage, role)
    with stage.app.test_request_context():
        found = [
            Address(endpoint, stage.app.url_for(endpoint, **parameters))
            for endpoint in sorted(page_endpoints(stage))
            if _is_meant_for(stage, endpoint, role, user)
            for parameters in _parameters(stage, endpoint)
        ]
    stage.session.commit()
    return found


def page_endpoints(stage: Stage) -> set[str]:
    """Name every route that answers with a page."""
    return {
        rule.endpoint
        for rule in stage.app.url_map.iter_rules()
        if "GET" in rule.methods and "filename" not in rule.arguments and rule.endpoint not in PLAIN
    }


def _is_meant_for(stage: Stage, endpoint: str, role: str, user: User | None) -> bool:
    if endpoint in OF_ONE_ROLE:
        return role == OF_ONE_ROLE[endpoint]
    if endpoint.startswith("account.second_step") or role == HALF_WAY:
        return endpoint.startswith("account.second_step") and role == HALF_WAY
    permission = getattr(stage.app.view_functions[endpoint], "permission", None)
    if user is None or permission is None:
        return user is None and permission is None
    return may(user, permission)


def path_of(stage: Stage, endpoint: str, **more: Any) -> str:
    """Give the address of one page on side A."""
    with stage.app.test_request_context():
        return stage.app.url_for(endpoint, **(ROWS[endpoint].fill(stage.scene.a) | more))


def _parameters(stage: Stage, endpoint: str) -> Iterator[dict[str, Any]]:
    side = stage.scene.a
    filled = ROWS[endpoint].fill(side)
    if endpoint in LINKS:
        filled["token"] = LINKS[endpoint]()
    yield filled
    if endpoint in WAYS:
        yield from ({**filled, **way} for way in WAYS[endpoint](side))
