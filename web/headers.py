"""The headers every answer carries, and the number a request is known by."""

import secrets

from flask import Flask, Response, g, request

from web.sessions import FILES

# Scripts and styles run by the number of this one answer: a file that somebody has sent us never does.
POLICY_OF_PAGES = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; img-src 'self'; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'none'"
)
# A file is kept by browsers with its headers, so there is no number in them.
POLICY_OF_FILES = "default-src 'none'; style-src 'self'; font-src 'self'; frame-ancestors 'none'; sandbox"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # frame-ancestors, for whoever does not read it: old browsers, and Wapiti.
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ONE_YEAR = 31_536_000
REFUSED_FROM, TOO_MANY, AWAY = 400, 429, 503
SECONDS_AWAY = "10"


def init_app(app: Flask, *, https: bool) -> None:
    """Give each request a number and each answer its headers."""

    @app.before_request
    def number_request() -> None:
        g.request_id = secrets.token_hex(8)
        g.nonce = secrets.token_urlsafe(16)

    app.jinja_env.globals["csp_nonce"] = lambda: g.nonce

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        is_file = request.endpoint in FILES and response.status_code < REFUSED_FROM
        policy = POLICY_OF_FILES if is_file else POLICY_OF_PAGES.format(nonce=g.get("nonce", ""))
        response.headers.setdefault("Content-Security-Policy", policy)
        if https:
            response.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}; includeSubDomains"
        _say_when_to_retry(response)
        response.headers["X-Request-Id"] = g.get("request_id", "")
        if is_file:
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        else:
            response.headers["Cache-Control"] = "no-store"
        return response


def _say_when_to_retry(response: Response) -> None:
    if response.status_code == AWAY:
        response.headers["Retry-After"] = SECONDS_AWAY
