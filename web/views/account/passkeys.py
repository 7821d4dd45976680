"""Passkeys: adding, listing and taking away."""

import base64

from flask import abort, current_app, request, url_for
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeTimedSerializer

from web.accounts import relying_party
from web.db import current_session
from web.forms.accounts import ConfirmForm
from web.forms.second_factors import NewPasskeyForm
from web.models.user import User
from web.permissions import Permission
from web.presenters.names import long_date
from web.queries.second_factors import find_passkey, list_passkeys
from web.services.errors import ServiceError
from web.services.passkeys import (
    LIFETIME,
    PasskeyRefusedError,
    add_passkey,
    new_challenge,
    options_to_add,
    remove_passkey,
)
from web.sessions import this_session
from web.views.account.blueprint import bp
from web.views.account.limits import limit_proof
from web.views.account.recovery_codes import show_first_codes
from web.views.guards import check, recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

SALT = "challenge of a passkey"


@bp.route("/security/passkeys", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE, before_set_up=True)
@recently_proved
@limit_proof
def passkeys() -> Page:
    """List the passkeys, and add the one that this device makes."""
    user, form, party = the_user(), NewPasskeyForm(), relying_party()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                add_passkey(
                    writing.session,
                    party,
                    user=user,
                    name=form.name.data,
                    answer=form.answer.data,
                    challenge=read_challenge(user, form.challenge.data),
                    kept=this_session().number,
                )
                return show_first_codes(writing, _("The passkey is added."))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    held, challenge = list_passkeys(current_session()(), user), new_challenge()
    form.challenge.data, form.answer.data = sign_challenge(user, challenge), ""
    rows = [
        {
            "key": each.name,
            "value": _("Since %(date)s", date=long_date(each.created_at)),
            "act": _("Take away"),
            "change_url": url_for("account.passkeys_remove", passkey_id=each.id),
        }
        for each in held
    ]
    options = options_to_add(party, user=user, passkeys=held, challenge=challenge)
    return show("account/passkeys.html", form, rows=rows, options=options, works_here=work_here())


@bp.route("/security/passkeys/<id:passkey_id>/remove", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@recently_proved
def passkeys_remove(passkey_id: int) -> Page:
    """Take a passkey away from the account."""
    found = find_passkey(current_session()(), passkey_id)
    check(Permission.ACCOUNT_MANAGE, found.user if found else None)
    if found is None:
        abort(404)
    form = ConfirmForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                remove_passkey(writing.session, user=the_user(), passkey=found, kept=this_session().number)
                return writing.done(url_for("account.passkeys"), _("The passkey is taken away."))
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("account/passkeys_remove.html", form, name=found.name)


def work_here() -> bool:
    """Say whether passkeys work at the address this page was opened at."""
    return request.host.partition(":")[0] == relying_party().id


def sign_challenge(user: User, challenge: bytes) -> str:
    """Sign a challenge and whom it is for, to be sent along with the answer."""
    return str(_serializer().dumps([user.id, base64.b64encode(challenge).decode()]))


def read_challenge(user: User, text: str | None) -> bytes:
    """Read a challenge that we have set this user a short while ago."""
    try:
        user_id, challenge = _serializer().loads(text or "", max_age=int(LIFETIME.total_seconds()))
    except BadData as error:
        raise PasskeyRefusedError from error
    if user_id != user.id:
        raise PasskeyRefusedError
    return base64.b64decode(challenge)


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=SALT)
