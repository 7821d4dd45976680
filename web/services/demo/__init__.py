"""A demo to look around in: made-up people and vacancies at real hospitals."""

from web.services.demo.seeding import PROFESSIONALS, VACANCIES, DemoSize, count_demo, seed_demo
from web.services.demo.sign_ins import PASSWORD, SIGN_INS, SignIn

__all__ = [
    "PASSWORD",
    "PROFESSIONALS",
    "SIGN_INS",
    "VACANCIES",
    "DemoSize",
    "SignIn",
    "count_demo",
    "seed_demo",
]
