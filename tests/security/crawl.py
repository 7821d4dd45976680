"""Finding every form of the service by opening every page as somebody who may."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from flask_security.confirmable import generate_confirmation_token
from flask_security.recoverable import generate_reset_password_token
from werkzeug.routing import Rule

from tests.factories.scenes import Scene
from tests.security.routes import ROWS
from tests.security.stage import EVERYBODY, HALF_WAY, Stage
from tests.support.client import Reader
from tests.support.page import FilledForm, Page
from web.accounts import make_address_token
from web.models.placement import PlacementStatus
from web.permissions import may

# Approving takes a second coordinator: the first has proposed.
OWNERS = ("professional A", "ministry A", "second coordinator", "admin", "newcomer")
# Words that lead from the first step of a page to its second, where the first asks for some.
WORDS = {"words": "nurse", "q": "Kumasi"}
# Buttons that show in one state only, and where somebody sees them.
STATES: tuple[tuple[str, str, Callable[[Scene], dict[str, int]]], ...] = (
    ("second coordinator", "coordinator.placement", lambda scene: {"placement_id": _agreed(scene)}),
    (
        "second coordinator",
        "coordinator.facility",
        lambda scene: {"facility_id": scene.waiting_facility.id},
    ),
    ("ministry A", "ministry.placement", lambda scene: {"placement_id": _agreed(scene)}),
    ("admin", "admin.user", lambda scene: {"user_id": scene.invited.id}),
    ("admin", "admin.user", lambda scene: {"user_id": scene.suspended.id}),
    ("newcomer", "professional.profile_claims", lambda scene: {"section": "licences"}),
    ("newcomer", "professional.profile_consent", lambda scene: {}),
    ("drafting", "professional.profile_check", lambda scene: {}),
    ("paused", "professional.home", lambda scene: {}),
    ("quiet", "professional.home", lambda scene: {}),
)


def _agreed(scene: Scene) -> int:
    return scene.a.placements[PlacementStatus.AGREED].id


@dataclass(frozen=True)
class Opened:
    """One page, opened in somebody's browser."""

    url: str
    status: int
    client: Reader
    page: Page


@dataclass(frozen=True)
class Found:
    """One form, the browser it is open in, and the route it goes to."""

    endpoint: str
    url: str
    client: Reader
    form: FilledForm

    def __str__(self) -> str:
        return f"{self.form.method} {self.url}"


# Of those who may open it, who has what the page is about.
OF_ONE = {"account.prove_app": "admin"}


def open_pages(stage: Stage) -> Iterator[Opened]:
    """Open every page as its owner; pages in two steps also at the second."""
    for principal, url in visits(stage):
        opened = _open(stage, principal, url)
        yield opened
        if any(form.method == "get" for form in opened.page.forms()):
            yield _open(stage, principal, f"{url}?{urlencode(WORDS)}")


def _open(stage: Stage, principal: str, url: str) -> Opened:
    client, _ = stage.enter(principal)
    with client.get(url) as response:
        return Opened(url, response.status_code, client, Page(response))


def visits(stage: Stage) -> Iterator[tuple[str, str]]:
    """List who opens which address."""
    for rule in stage.app.url_map.iter_rules():
        if "GET" in rule.methods and "filename" not in rule.arguments:
            yield owner_of(stage, rule), address_of(stage, rule)
    for principal, endpoint, pick in STATES:
        with stage.app.test_request_context():
            address = stage.app.url_for(endpoint, **pick(stage.scene))
        yield principal, address


def owner_of(stage: Stage, rule: Rule) -> str:
    """Name somebody who may open a route on side A."""
    if rule.endpoint in OF_ONE:
        return OF_ONE[rule.endpoint]
    permission = getattr(stage.app.view_functions[rule.endpoint], "permission", None)
    if permission is None:
        return HALF_WAY if rule.endpoint.startswith("account.second_step") else "visitor"
    thing = ROWS[rule.endpoint].thing
    return next(
        principal
        for principal in OWNERS
        if may(EVERYBODY[principal](stage.scene), permission, thing(stage.scene.a) if thing else None)
    )


def address_of(stage: Stage, rule: Rule) -> str:
    """Give the address of a route on side A, with a link that works where it needs one."""
    parameters = ROWS[rule.endpoint].fill(stage.scene.a)
    with stage.app.test_request_context():
        if "token" in parameters:
            parameters["token"] = _token(stage, rule.endpoint)
        return stage.app.url_for(rule.endpoint, **parameters)


def _token(stage: Stage, endpoint: str) -> str:
    scene = stage.scene
    if endpoint == "account.email_confirm":
        return make_address_token(scene.moving)
    if endpoint == "account.reset_with_token":
        return str(generate_reset_password_token(scene.newcomer))
    user = scene.invited if endpoint == "account.invitation" else scene.newcomer
    return str(generate_confirmation_token(user))


def find_forms(stage: Stage, pages: Iterable[Opened]) -> list[Found]:
    """Find every form, once for each route it goes to and set of fields it has."""
    found: dict[tuple[str, frozenset[str]], Found] = {}
    for opened in pages:
        for form in opened.page.forms(everywhere=True):
            target = urlsplit(form.action or opened.url).path
            endpoint = endpoint_at(stage, target, form.method)
            fields = frozenset(form.values.keys() | form.options.keys())
            url = form.action or opened.url
            found.setdefault((endpoint, fields), Found(endpoint, url, opened.client, form))
    return list(found.values())


def endpoint_at(stage: Stage, path: str, method: str) -> str:
    """Name the route behind an address."""
    endpoint, _ = stage.app.url_map.bind("localhost").match(path, method=method.upper())
    return str(endpoint)
