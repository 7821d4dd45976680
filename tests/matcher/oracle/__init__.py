"""The slow, obvious judge: the rules of docs/matching.md once more, over plain JSON objects.

It shares nothing with the engine but the vocabulary, the weights and the keyed hash, and looks at every
person for every question, without columns, facets or early exits.
"""

import hashlib

from tests.matcher.oracle.coding import coded_person, coded_post
from tests.matcher.oracle.gates import all_gates
from tests.matcher.oracle.points import all_points
from tests.matcher.oracle.skills import skill_share


def judge(person, post, words, maxima):
    """Return (verdict, (shown, partly, to ask), low, high, order key) of one person."""
    person, post = coded_person(person, words), coded_post(post, words)
    gates = all_gates(person, post, words)
    states = [state for state in gates.values() if state is not None]
    verdict = "ineligible" if "not_met" in states else "to_confirm" if "unknown" in states else "eligible"
    parts = all_points(person, post, words, maxima)
    shares = [skill_share(asked, person, words) for asked in post.get("required_skills") or []]
    shown = sum(low == 100 for low, _ in shares)
    partly = sum(0 < low < 100 for low, _ in shares)
    low, high = sum(p[0] for p in parts.values()), sum(p[1] for p in parts.values())
    relevant = "met" in states or low > 0 or shown + partly > 0
    key = (
        ["eligible", "to_confirm", "ineligible"].index(verdict),
        0 if shown == len(shares) else 1,
        -(shown + partly / 2),
        -low,
        0 if relevant else 1,
        -high,
        draw(post["id"], person["id"]),
    )
    return verdict, (shown, partly, len(shares) - shown - partly), low, high, key, gates, parts


def rank(people, post, words, maxima):
    """Return the ids in order with what `judge` said of each."""
    judged = [(judge(person, post, words, maxima), person["id"]) for person in people]
    judged.sort(key=lambda item: item[0][4])
    return [(identity, *result[:4]) for result, identity in judged]


def draw(position, candidate):
    key = hashlib.blake2b(position.encode(), digest_size=32).digest()
    return hashlib.blake2b(candidate.encode(), key=key, digest_size=8).digest()
