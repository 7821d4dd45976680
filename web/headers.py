"""The headers every answer carries, and the number a request is known by."""

import secrets

from flask import Flask, Response, g, request

from web.sessions import FILES

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ONE_YEAR = 31_536_000
AWAY = 503
SECONDS_AWAY = "10"


def init_app(app: Flask, *, https: bool) -> None:
    """Give each request a number and each answer its headers."""

    @app.before_request
    def number_request() -> None:
        g.request_id = secrets.token_hex(8)

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if https:
            response.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}; includeSubDomains"
        _say_when_to_retry(response)
        response.headers["X-Request-Id"] = g.get("request_id", "")
        if request.endpoint in FILES:
            response.headers["Cache-Control"] = f"public, max-age={ONE_YEAR}, immutable"
        else:
            response.headers["Cache-Control"] = "no-store"
        return response


def _say_when_to_retry(response: Response) -> None:
    if response.status_code == AWAY:
        response.headers["Retry-After"] = SECONDS_AWAY
