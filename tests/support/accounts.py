"""A password for everybody in the tests, hashed once and with little work."""

import base64
import hashlib
import hmac
from functools import cache

from argon2 import PasswordHasher

SECRET_KEY = "only for tests, and long enough for anything"
PASSWORD = "correct horse battery staple"


@cache
def password_hash() -> str:
    """Hash PASSWORD as the accounts do, with Argon2's smallest memory: checking it is quick too."""
    keyed = hmac.digest(SECRET_KEY.encode(), PASSWORD.encode(), hashlib.sha512)
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return hasher.hash(base64.b64encode(keyed).decode("ascii"))
