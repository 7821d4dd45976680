"""What the service is, who runs it, and what happens with people's data."""

from flask import render_template

from web.accounts import signed_in_user
from web.db import current_session
from web.models.base import now
from web.navigation import home_endpoint
from web.presenters.open_vacancies import summarise
from web.queries.open_vacancies import count_open_vacancies, list_newest_vacancies
from web.services.vocabulary import esco_in_use
from web.views.guards import public
from web.views.public.blueprint import bp

NEWEST = 3


@bp.get("/")
@public
def home() -> str:
    """Say in one view what this is and where to begin."""
    session, today, user = current_session()(), now().date(), signed_in_user()
    return render_template(
        "public/home.html",
        own_home=home_endpoint(user.role) if user else None,
        count=count_open_vacancies(session, today=today),
        newest=[summarise(vacancy) for vacancy in list_newest_vacancies(session, today=today, limit=NEWEST)],
    )


@bp.get("/how-it-works")
@public
def how_it_works() -> str:
    """Explain the way from sign-up to a post."""
    return render_template("public/how_it_works.html")


@bp.get("/about")
@public
def about() -> str:
    """Say who runs the service and where its words and figures come from."""
    return render_template("public/about.html", esco=esco_in_use())


@bp.get("/privacy")
@public
def privacy() -> str:
    """Say what happens with people's data."""
    return render_template("public/privacy.html")


@bp.get("/accessibility")
@public
def accessibility() -> str:
    """Say how accessible the service is and where to complain."""
    return render_template("public/accessibility.html")
