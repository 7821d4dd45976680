"""An app that shows codes: setting it up, and taking it away."""

from flask import current_app, url_for
from flask_babel import gettext as _
from itsdangerous import BadData, URLSafeTimedSerializer

from config import Settings
from web.db import current_session
from web.forms.accounts import ConfirmForm
from web.forms.second_factors import AppForm
from web.models.user import User
from web.permissions import Permission
from web.presenters.qr_codes import draw_qr_code
from web.queries.second_factors import find_authenticator
from web.services.authenticators import confirm_authenticator, new_secret, present_key, remove_authenticator
from web.services.errors import ServiceError
from web.sessions import this_session
from web.views.account.blueprint import bp
from web.views.account.limits import limit_proof
from web.views.account.recovery_codes import show_first_codes
from web.views.guards import recently_proved, requires, the_user
from web.views.pages import Page, show
from web.views.refusals import words_for
from web.views.writing import write

SECONDS_TO_SET_UP = 1_800
SALT = "setting up an app"


@bp.route("/security/app", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE, before_set_up=True)
@recently_proved
@limit_proof
def authenticator() -> Page:
    """Set up an app; it counts once a code of it was right, and takes the place of an earlier one."""
    user, form = the_user(), AppForm()
    secret = _read_setup(user, form.setup.data or "")
    if form.validate_on_submit():
        if secret is None:
            form.refuse(
                _("This page was open for too long. Scan the new picture and enter its code."), "code"
            )
        else:
            try:
                with write(form) as writing:
                    confirm_authenticator(
                        writing.session,
                        user=user,
                        secret=secret,
                        code=form.code.data,
                        kept=this_session().number,
                    )
                    return show_first_codes(
                        writing,
                        _("Your app is set up. From now on you are asked for its code after your password."),
                    )
            except ServiceError as error:
                form.refuse(words_for(error), error.field)
    secret = secret or new_secret()
    form.setup.data = _serializer().dumps([user.id, secret])
    settings: Settings = current_app.config["SETTINGS"]
    key = present_key(secret, issuer=settings.service_name, label=user.email)
    return show(
        "account/authenticator.html",
        form,
        key=key,
        picture=draw_qr_code(key.address),
        has_app=find_authenticator(current_session()(), user) is not None,
    )


def _read_setup(user: User, text: str) -> str | None:
    try:
        user_id, secret = _serializer().loads(text, max_age=SECONDS_TO_SET_UP)
    except BadData:
        return None
    return str(secret) if user_id == user.id else None


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=SALT)


@bp.route("/security/app/remove", methods=["GET", "POST"])
@requires(Permission.ACCOUNT_MANAGE)
@recently_proved
def authenticator_remove() -> Page:
    """Take the app away from the account."""
    form = ConfirmForm()
    if form.validate_on_submit():
        try:
            with write(form) as writing:
                remove_authenticator(writing.session, user=the_user(), kept=this_session().number)
                return writing.done(
                    url_for("account.security"), _("The app is taken away from your account.")
                )
        except ServiceError as error:
            form.refuse(words_for(error), error.field)
    return show("account/authenticator_remove.html", form)
