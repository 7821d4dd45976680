"""The app that shows codes, the same for everybody in the tests."""

import time

from passlib.totp import TOTP
from sqlalchemy import update

from tests.factories.base import bound_session
from web.models.second_factor import Authenticator
from web.services.authenticators import STEP_SECONDS

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
# A recovery code, for who is given one.
KEPT_CODE = "ABCD-EFGH-IJKL-MNOP"


def code_of(secret: str, *, steps: int = 0) -> str:
    """Give the code of a secret, now or so many half minutes from now."""
    return TOTP(key=secret).generate(time.time() + steps * STEP_SECONDS).token


def code_of_app() -> str:
    """Give the code of the app; what was used before is as long ago as it usually is."""
    # Whoever has read before and writes after somebody else has written is refused by SQLite.
    bound_session().commit()
    bound_session().execute(update(Authenticator).values(last_step=0))
    bound_session().commit()
    return code_of(SECRET)
