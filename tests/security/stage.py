"""A scene with an app around it, for tests that walk every page without changing much."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine, update
from sqlalchemy.orm import Session
from werkzeug.test import Cookie

from config import Settings
from tests.factories.base import bind_factories
from tests.factories.scenes import Scene, make_scene
from tests.security.tokens import Tokens
from tests.support.accounts import SECRET_KEY
from tests.support.app import kept_templates
from tests.support.client import Reader
from tests.support.keys import KEYS, keyring
from tests.support.sessions import LONGEST_RUN, hold, hold_half_way, open_session
from web.app import create_app
from web.db import current_engine, make_engine
from web.models.base import now
from web.models.browser_session import BrowserSession
from web.models.user import Role, User
from web.services.documents import STORE, DocumentStore
from web.services.mailed_codes import KEY as MAILED_CODE_KEY
from web.services.pseudonyms import KEY as PSEUDONYM_KEY

Pick = Callable[[Scene], User | None]

PRINCIPALS: dict[str, Pick] = {
    "visitor": lambda scene: None,
    "professional A": lambda scene: scene.a.professional.user,
    "professional B": lambda scene: scene.b.professional.user,
    "ministry A": lambda scene: scene.a.ministry_user,
    "ministry B": lambda scene: scene.b.ministry_user,
    "coordinator of country 1": lambda scene: scene.a.coordinator,
    "coordinator of country 2": lambda scene: scene.b.coordinator,
    "admin": lambda scene: scene.admin,
    "suspended": lambda scene: scene.suspended,
    "just demoted": lambda scene: scene.demoted,
}
# Needed to find forms that the others are not shown.
OTHERS: dict[str, Pick] = {
    "second coordinator": lambda scene: scene.a.second_coordinator,
    "newcomer": lambda scene: scene.newcomer,
    "drafting": lambda scene: scene.drafting.user,
    "paused": lambda scene: scene.paused.user,
    "quiet": lambda scene: scene.quiet.user,
    "half way": lambda scene: scene.half_way,
}
# Whose password was right, and no more.
HALF_WAY = "half way"
EVERYBODY = PRINCIPALS | OTHERS


@dataclass
class Stage:
    """The app, its scene, and the test's session with it."""

    app: Flask
    scene: Scene
    session: Session
    engine: Engine
    tokens: Tokens = field(default_factory=lambda: Tokens({}))

    def browser(self, cookie: Cookie | None = None) -> Reader:
        """Open a browser, in the session of another one if its cookie is given."""
        client = self.app.test_client()
        assert isinstance(client, Reader)
        client.test_session = self.session
        if cookie is not None:
            client.set_cookie(cookie.key, cookie.value)
        return client

    def enter(self, principal: str) -> tuple[Reader, User | None]:
        """Open a browser as one of the principals."""
        client = self.browser()
        user = EVERYBODY[principal](self.scene)
        if principal == HALF_WAY:
            hold_half_way(client, user)
        elif user is not None:
            open_session(user, principal)
            hold(client, principal)
        if user is self.scene.demoted:
            user.role, user.coordinator_countries = Role.PROFESSIONAL, []
            self.session.commit()
        return client, user


@contextmanager
def open_stage(url: str, folder: Path, **settings: object) -> Iterator[Stage]:
    """Set a scene on a database and open the app on it, by default without tokens in forms."""
    engine = make_engine(url, keyring())
    documents = folder / "documents"
    app = create_app(
        Settings(
            database_url=url,
            secret_key=SECRET_KEY,
            mail_url=f"file:{folder / 'mail'}",
            documents=documents,
            rate_limits=False,
            **KEYS,
        )
    )
    app.config.update(TESTING=True, PROPAGATE_EXCEPTIONS=False, **settings)
    app.jinja_env.bytecode_cache = kept_templates
    app.test_client_class = Reader
    info = {PSEUDONYM_KEY: SECRET_KEY, MAILED_CODE_KEY: SECRET_KEY, STORE: DocumentStore(documents)}
    with Session(engine, expire_on_commit=False, info=info) as session, bind_factories(session):
        scene = make_scene()
        for principal, pick in EVERYBODY.items():
            if user := pick(scene):
                # From the beginning, so that setting the stage back signs nobody out.
                open_session(user, principal)
        session.execute(update(BrowserSession).values(proved_at=now() + LONGEST_RUN))
        session.commit()
        yield Stage(app, scene, session, engine)
    with app.app_context():
        current_engine().dispose()
    engine.dispose()
