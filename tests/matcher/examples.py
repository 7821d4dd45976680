"""A midwife's mission in Conakry and somebody who fits it wholly, to change one thing at a time."""

from matcher import DEFAULT, Candidate, Pool, Position, match
from tests.matcher.small_vocabulary import SmallVocabulary

WORDS = SmallVocabulary()

POST = {
    "id": "v1",
    "title": "Sage-femme",
    "occupation": "2222",
    "country": "GN",
    "mode": "temporary",
    "earliest_start": "2027-01-04",
    "latest_start": "2027-01-18",
    "duration_weeks": 4,
    "min_years_experience": 3,
    "licence_required": True,
    "languages": [{"code": "fr", "min_cefr": "B2", "required": True}],
    "required_skills": [{"code": "pph", "min_level": 2}, {"code": "emonc"}],
}
PERSON = {
    "id": "p1",
    "occupations": [{"code": "2222"}],
    "skills": [{"code": "pph", "level": 3}, {"code": "emonc", "level": 2}],
    "languages": [{"code": "fr", "cefr": "C1"}],
    "licences": [{"country": "FR", "status": "active", "valid_until": "2028-01-01", "verified": True}],
    "availability": [{"from": "2027-01-01", "to": "2027-03-31"}],
    "modes": ["temporary"],
    "max_weeks": 8,
    "preferred_countries": ["GN"],
    "country_of_origin": "GN",
    "residence_country": "FR",
    "may_reenter_until": "unlimited",
    "years_experience": 8,
}


def position(**changes):
    return Position.from_json({**POST, **changes})


def candidate(identity="p1", **changes):
    return Candidate.from_json({**PERSON, "id": identity, **changes})


def pool(*candidates):
    return Pool.from_candidates(candidates, WORDS)


def matched(post=None, person=None):
    return match(post or position(), person or candidate(), vocabulary=WORDS, weights=DEFAULT)


def gate(found, name):
    return next(each for each in found.gates if each.name == name)


def criterion(found, name):
    return next(each for each in found.criteria if each.name == name)
