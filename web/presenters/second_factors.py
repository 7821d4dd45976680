"""Second factors in words."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from web.queries.second_factors import Factors


@dataclass(frozen=True)
class Way:
    """One way to finish signing in."""

    endpoint: str
    words: str


APP = Way("account.second_step_app", _l("Use the code from my app"))
PASSKEY = Way("account.second_step_passkey", _l("Use a passkey"))
MAIL = Way("account.second_step_mail", _l("Have a code sent to my mailbox"))
RECOVERY = Way("account.second_step_recovery", _l("Use a recovery code"))


def list_ways(factors: Factors) -> list[Way]:
    """List the ways to finish signing in, the quickest first and the one for a lost device last."""
    ways = [
        (PASSKEY, factors.passkeys),
        (APP, factors.app_since),
        (MAIL, factors.codes_by_mail_since),
        (RECOVERY, True),
    ]
    return [way for way, is_there in ways if is_there]
