"""A server with every fault that the attacks look for: an attack that finds nothing here finds nothing.

Never part of the service. It listens on 127.0.0.1 for as long as the attacks run.
"""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask, redirect, request, session
from flask.typing import ResponseReturnValue
from werkzeug.serving import WSGIRequestHandler, make_server

from attack.target import HOST, Target, free_port, running

EMAIL, PASSWORD = "known@people.example", "a password that is known"
# What each attack must notice here.
PLANTED = frozenset(
    {
        *("timing.sign_in_auc", "timing.reset_auc", "timing.sign_up_auc", "timing.confirmation_auc"),
        *("sessions.planted_ones_signed_in", "sessions.alive_after_sign_out"),
        *("forgery.accepted_without_token", "forgery.accepted_with_made_up_token"),
        *("methods.answered", "methods.repeat_what_was_sent", "hosts.believed", "redirects.leave"),
        *("bodies.taken", "sqlmap.injections", "wapiti.vulnerabilities", "slow.visits_lost"),
    }
)
METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]

app = Flask(__name__)
app.secret_key = "known to everybody"
database = sqlite3.connect(":memory:", check_same_thread=False)
database.executescript(
    "CREATE TABLE vacancy (title TEXT); INSERT INTO vacancy VALUES ('Nurse'), ('Midwife');"
)


@app.get("/healthz")
def healthz() -> str:
    return "ok"


@app.get("/")
def home() -> str:
    return (
        '<a href="/vacancies?text=nurse">Vacancies</a> <a href="/hello?name=Ama">Hello</a>'
        ' <a href="/account/sign-in">Sign in</a>'
        '<form method="post" action="/transfer"><input name="amount" value="1"><button>Send</button></form>'
    )


@app.get("/vacancies")
def vacancies() -> str:
    """Search: the planted injection."""
    text = request.args.get("text", "")
    found = database.execute(f"SELECT title FROM vacancy WHERE title LIKE '%{text}%'").fetchall()
    return f"<p>{len(found)} found: {found}</p>"


@app.get("/hello")
def hello() -> str:
    """Greet: the planted script."""
    return f"<h1>Hello {request.args.get('name', '')}</h1>"


@app.route("/account/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    """Sign in: no dummy hash, the session as before, and on to anywhere."""
    session.setdefault("id", os.urandom(8).hex())
    if request.form.get("email") == EMAIL and _is_password(request.form.get("password", "")):
        session["user"] = EMAIL
        _signed_in.add(session["id"])
        return redirect(request.args.get("next", "/"))
    return '<main><form method="post"><input name="email"><input name="password"></form></main>'


_signed_in: set[str] = set()


def _is_password(typed: str) -> bool:
    hashlib.scrypt(typed.encode(), salt=b"salt", n=2**13, r=8, p=1)
    return typed == PASSWORD


@app.get("/account/settings")
def settings() -> ResponseReturnValue:
    return "yours" if session.get("id") in _signed_in else redirect("/account/sign-in")


@app.post("/account/sign-out")
def sign_out() -> ResponseReturnValue:
    """Sign out: only the cookie is forgotten."""
    session.clear()
    return redirect("/")


@app.route("/account/reset", methods=["GET", "POST"])
@app.route("/account/sign-up", methods=["GET", "POST"])
@app.route("/account/confirmation", methods=["GET", "POST"])
def mail_me() -> str:
    """Mail: the letter is written while one waits."""
    if request.form.get("email") == EMAIL:
        _is_password("")
    return f'<main>From {request.host}<form method="post"><input name="email"></form></main>'


@app.post("/transfer")
def transfer() -> str:
    """Transfer: without a token; whatever size comes is taken, and cut."""
    return f"{len(request.get_data()[:100])} bytes"


@app.route("/echo", methods=METHODS)
def echo() -> str:
    """Echo: what was sent is said again."""
    return f"{request.headers}"


class _PatientHandler(WSGIRequestHandler):
    """Waits for as long as somebody takes to send a request."""

    protocol_version = "HTTP/1.0"


@contextmanager
def running_twin(folder: Path) -> Iterator[Target]:
    """Serve the faults."""
    port = free_port()
    command = (sys.executable, "-m", "attack.twin", str(port))
    with running(command, port, folder / "twin.log", os.environ) as pid:
        yield Target(
            name="twin",
            port=port,
            pid=pid,
            folder=folder,
            unsafe=[("POST", "/transfer"), ("POST", "/account/sign-out")],
            pages=["/", "/echo"],
            accounts={"professional": EMAIL},
            password=PASSWORD,
        )


if __name__ == "__main__":
    # One request at a time: the planted server that a single slow reader stops.
    make_server(HOST, int(sys.argv[1]), app, threaded=False, request_handler=_PatientHandler).serve_forever()
