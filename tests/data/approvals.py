"""What each rival does in the races of test_last_post.py."""

from collections.abc import Callable
from functools import cache

from flask import Flask
from sqlalchemy import update
from sqlalchemy.orm import Session

from config import Settings
from tests.support.accounts import SECRET_KEY
from tests.support.keys import KEYS
from web.app import create_app
from web.db import transaction
from web.models.placement import Placement, PlacementStatus
from web.models.user import User
from web.models.vacancy import Vacancy
from web.services.errors import ServiceError
from web.services.placements import approve_placement
from web.services.placements.transitions import move_placement

APPROVED = "approved"

# Waits until every rival has come as far.
Wait = Callable[[], object]
# What is done to a case.
Act = Callable[..., None]


@cache
def open_app(url: str) -> Flask:
    """Open the app as one process of a server would, and keep it open."""
    return create_app(
        Settings(database_url=url, secret_key=SECRET_KEY, mail_url="console:", rate_limits=False, **KEYS)
    )


def approve_own_case(
    number: int, wait: Wait, url: str, approvers: list[int], rounds: list[list[int]]
) -> list[str]:
    """Approve the case of one's own number in each round; say how each attempt ended."""
    return _approve_all(wait, url, approvers[number], [cases[number] for cases in rounds])


def approve_first_case(
    number: int, wait: Wait, url: str, approvers: list[int], rounds: list[list[int]]
) -> list[str]:
    """Approve the same case as everybody else in each round."""
    return _approve_all(wait, url, approvers[number], [cases[0] for cases in rounds])


def move_own_case(
    number: int, wait: Wait, url: str, approvers: list[int], rounds: list[list[int]]
) -> list[str]:
    """Move the case of one's own number without looking for obstacles; say how each attempt ended."""
    return _approve_all(wait, url, approvers[number], [cases[number] for cases in rounds], _move)


def _move(session: Session, *, actor: User, placement: Placement) -> None:
    move_placement(session, placement=placement, to=PlacementStatus.APPROVED, actor=actor, step="approve")


def _approve_all(
    wait: Wait, url: str, approver: int, cases: list[int], approve: Act = approve_placement
) -> list[str]:
    app = open_app(url)
    outcomes = []
    for case in cases:
        wait()
        with app.test_request_context():
            outcomes.append(_attempt(approve, case, approver))
    return outcomes


def _attempt(approve: Act, case: int, approver: int) -> str:
    try:
        with transaction() as session:
            actor, placement = session.get_one(User, approver), session.get_one(Placement, case)
            approve(session, actor=actor, placement=placement)
    except ServiceError as refusal:
        return type(refusal).__name__
    return APPROVED


def take_naively(number: int, wait: Wait, url: str, rounds: list[list[int]]) -> list[str]:
    """Read whether a post is free, then take it: what the approval must not do."""
    app = open_app(url)
    outcomes = []
    for cases in rounds:
        with app.test_request_context(), transaction() as session:
            vacancy = session.get_one(Placement, cases[number]).vacancy
            free = vacancy.free_posts > 0
            session.rollback()
            wait()
            if free:
                taken = {"status": PlacementStatus.APPROVED, "holds_post": True}
                session.execute(update(Placement).where(Placement.id == cases[number]).values(taken))
                session.execute(update(Vacancy).where(Vacancy.id == vacancy.id).values(filled=1))
        outcomes.append(APPROVED if free else "refused")
    return outcomes
