"""Addresses are kebab-case with typed parts; every route says who may use it; every permission is used."""

import re
from collections.abc import Iterable

from flask import Flask
from werkzeug.routing import Rule

from web.permissions import POLICY, Permission
from web.permissions.predicates import is_admin
from web.views.guards import public, requires

STATIC = {"static", "bootstrap.static"}
FIXED = re.compile(r"\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
VARIABLE = re.compile(r"<[a-z]+(\([^)]*\))?:[a-z_]+>")


def find_odd_address(address: str) -> list[str]:
    """Find parts of an address that are not kebab-case and not typed."""
    parts = [part for part in address.split("/") if part]
    return [part for part in parts if not FIXED.fullmatch(part) and not VARIABLE.fullmatch(part)]


def find_unguarded(app: Flask, rules: Iterable[Rule]) -> list[str]:
    """Find endpoints that neither name a permission nor say that they are public."""
    return [
        rule.endpoint
        for rule in rules
        if rule.endpoint not in STATIC
        and hasattr(app.view_functions[rule.endpoint], "permission")
        == getattr(app.view_functions[rule.endpoint], "is_public", False)
    ]


def find_loose_permissions(
    permissions: Iterable[Permission], policy: dict[Permission, tuple], used: set[Permission]
) -> list[str]:
    """Find permissions that nobody has, or that no route asks for."""
    return [permission for permission in permissions if not policy.get(permission) or permission not in used]


def test_addresses_are_kebab_case_and_typed(app):
    assert {
        rule.rule: odd
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in STATIC and (odd := find_odd_address(rule.rule))
    } == {}


def test_odd_address_is_noticed():
    assert find_odd_address("/ministry/vacancies/<id:vacancy_id>/check-answers") == []
    assert find_odd_address("/api/openapi.json") == []
    assert find_odd_address("/ministry/new_vacancy") == ["new_vacancy"]
    assert find_odd_address("/ministry/newVacancy") == ["newVacancy"]
    assert find_odd_address("/ministry/<vacancy_id>") == ["<vacancy_id>"]


def test_every_route_is_guarded_or_public(app):
    assert find_unguarded(app, app.url_map.iter_rules()) == []


def test_unguarded_route_is_noticed():
    app = Flask("planted")
    app.add_url_rule("/open", "open", public(lambda: ""))
    app.add_url_rule("/guarded", "guarded", requires(Permission.MAIL_READ)(lambda: ""))
    app.add_url_rule("/forgotten", "forgotten", lambda: "")
    app.add_url_rule("/both", "both", public(requires(Permission.MAIL_READ)(lambda: "")))
    assert find_unguarded(app, app.url_map.iter_rules()) == ["forgotten", "both"]


def test_every_permission_is_granted_and_asked_for(app):
    views = app.view_functions.values()
    used = {view.permission for view in views if hasattr(view, "permission")}
    assert find_loose_permissions(Permission, POLICY, used) == []


def test_loose_permission_is_noticed():
    policy = {Permission.MAIL_READ: ((is_admin, ()),), Permission.USER_MANAGE: ()}
    everything = set(Permission)
    checked = [Permission.MAIL_READ, Permission.USER_MANAGE, Permission.MINISTRY_MANAGE]
    assert find_loose_permissions(checked, policy, everything) == checked[1:]
    assert find_loose_permissions([Permission.MAIL_READ], policy, set()) == [Permission.MAIL_READ]
