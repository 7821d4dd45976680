"""Error pages: plain words, what to do next, and the number of the request."""

from flask import Flask, current_app, g, make_response, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, DBAPIError, OperationalError
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, SecurityError, TooManyRequests
from werkzeug.sansio.response import Response as BaseResponse
from werkzeug.wrappers import Response

from web.accounts import signed_in_user
from web.db import ReadOnlyError, is_read_only
from web.inspection import Refusal
from web.presenters.refused_files import refusal_words
from web.services.browser_sessions import AccountChangedError
from web.views.files import takes_file
from web.views.guards import SignedOutError, ask_to_sign_in
from web.views.writing import AlreadySubmittedError, repeat_answer

WORDS = {
    400: (_l("We could not read that"), _l("Go back, open the page again and try once more.")),
    403: (
        _l("This page is not for your account"),
        _l("You are signed in, but this page belongs to another kind of user."),
    ),
    404: (
        _l("There is no such page"),
        _l("It may have moved, or it is not yours to see. Check the address or start from the home page."),
    ),
    405: (_l("That is not possible here"), _l("Go back and use the buttons of the page.")),
    409: (
        _l("Somebody else was quicker"),
        _l("What you saw has changed in the meantime. Open the page again to see how it stands now."),
    ),
    413: (_l("That is too much at once"), _l("Send less text or a smaller file. Nothing was saved.")),
    429: (_l("Too many tries"), _l("Wait a few minutes and try again.")),
    500: (
        _l("Something went wrong on our side"),
        _l("Nothing was saved. Try again in a minute; if it happens again, tell us the number below."),
    ),
    503: (
        _l("We are away for a moment"),
        _l("Nothing was saved. Wait half a minute and try again."),
    ),
}


FAILED_FROM = 500
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def init_app(app: Flask) -> None:
    """Answer every refusal and failure with a page of our own."""
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(RequestEntityTooLarge, show_too_large)
    app.register_error_handler(SecurityError, show_foreign_host)
    app.register_error_handler(CSRFError, show_expired_form)
    app.register_error_handler(AlreadySubmittedError, show_first_answer)
    app.register_error_handler(SignedOutError, show_signed_out)
    app.register_error_handler(AccountChangedError, show_signed_out)
    app.register_error_handler(StaleDataError, show_conflict)
    app.register_error_handler(ObjectDeletedError, show_conflict)
    app.register_error_handler(DataError, show_unreadable)
    app.register_error_handler(OperationalError, show_database_away)
    app.register_error_handler(ReadOnlyError, show_read_only)
    app.register_error_handler(Exception, show_failure)
    app.before_request(refuse_to_write)


def error_page(
    status: int, *, heading: str | None = None, words: str | None = None, back: str | None = None
) -> BaseResponse:
    """Render the page for a status; unknown ones read like their family. `back` leads to a form once more."""
    if status >= FAILED_FROM:
        _read_as_visitor()
    known = status if status in WORDS else (400 if status < FAILED_FROM else 500)
    heading, words = heading or str(WORDS[known][0]), words or str(WORDS[known][1])
    number = g.get("request_id", "")
    try:
        page = render_template(
            "errors/error.html", heading=heading, words=words, back=back, request_id=number
        )
    except Exception as error:  # noqa: BLE001 -- what fails last must still get an answer
        log_failure(error)
        return bare_page(status, heading, words)
    return make_response(page, status)


def bare_page(status: int, *lines: str) -> BaseResponse:
    """Answer without a template, without an address and without the database: what is left when all fails."""
    response = make_response("\n\n".join((*lines, str(g.get("request_id", "")))), status)
    response.mimetype = "text/plain"
    return response


def _read_as_visitor() -> None:
    # The database may be what failed: the page about it must not ask it who is reading.
    g._login_user = current_app.login_manager.anonymous_user()  # type: ignore[attr-defined] # noqa: SLF001


def show_http_error(error: HTTPException) -> BaseResponse:
    """Show 4xx and 5xx answers that views and Werkzeug raise; redirects pass."""
    if error.response is not None:
        return error.response
    page = make_response(error_page(error.code or 500))
    if isinstance(error, TooManyRequests) and error.retry_after:
        page.headers["Retry-After"] = str(error.retry_after)
    return page


def show_too_large(_error: RequestEntityTooLarge) -> BaseResponse:
    """Say how large a file may be, and lead back to the form, where files are taken."""
    if not takes_file(request.endpoint):
        return error_page(413)
    words = refusal_words(Refusal.TOO_LARGE)
    return error_page(413, heading=_("This file is too large"), words=words, back=request.path)


def show_foreign_host(_error: SecurityError) -> BaseResponse:
    """Refuse a name that is not ours: no address can be made with it, so the page has none."""
    return bare_page(400, str(WORDS[400][0]), _("This service does not answer to that name."))


def show_expired_form(_error: CSRFError) -> BaseResponse:
    """Explain a form whose token is gone: nothing was saved, and how to go on."""
    view = current_app.view_functions.get(request.endpoint or "")
    if signed_in_user() is None and hasattr(view, "permission"):
        return error_page(
            400,
            heading=_("You are signed out"),
            words=_("What you sent was not saved. Sign in, then open the page again."),
        )
    return error_page(
        400,
        heading=_("This form was open for too long"),
        words=_("For your safety it was not saved. Go back, open the page again and send it once more."),
    )


def show_first_answer(error: AlreadySubmittedError) -> Response:
    """Give a form that was sent twice the answer of the first time."""
    return repeat_answer(error.location)


def show_signed_out(_error: SignedOutError | AccountChangedError) -> Response:
    """Send somebody whose session ended while this waited to where they can sign in."""
    return ask_to_sign_in()


def show_conflict(_error: StaleDataError | ObjectDeletedError) -> BaseResponse:
    """Tell that the row was changed, or is gone, between reading and writing."""
    return error_page(409)


def show_unreadable(error: DataError) -> BaseResponse:
    """Refuse what no column can hold, such as NUL in an address: that is the sender's mistake, not ours."""
    log_failure(error)
    return error_page(400)


def show_database_away(error: DBAPIError) -> BaseResponse:
    """Say that we are away for a moment; web/headers.py adds when to come back."""
    log_failure(error)
    return error_page(503)


def refuse_to_write() -> None:
    """Refuse forms while the service only reads; whoever leaves a shared computer must still get out."""
    if request.method not in SAFE and request.endpoint != "account.sign_out" and is_read_only():
        raise ReadOnlyError


def show_read_only(_error: ReadOnlyError) -> BaseResponse:
    """Say that nothing can be changed now, and what still works."""
    return error_page(
        503,
        heading=_("You can only read at the moment"),
        words=_(
            "We are working on the service, and nothing was saved. You can go on reading what you have open,"
            " and sign out; signing in, sending forms and lists that nobody has opened yet come back later."
        ),
    )


def show_failure(error: Exception) -> BaseResponse:
    """Show the page of last resort; the log has the same number."""
    log_failure(error)
    return error_page(500)


def log_failure(error: Exception) -> None:
    """Write the failure to the log under the request's number."""
    current_app.logger.error("request %s failed", g.get("request_id", "-"), exc_info=error)
