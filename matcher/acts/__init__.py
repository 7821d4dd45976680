"""The single lawful acts, one file a facet of a person; each gives those that a position suggests.

What somebody has not said is stated: the act names the least that would be enough, and what follows if it is
so. What is known and not enough is changed, where a person can lawfully change it.
"""

from matcher.acts.act import Act
from matcher.acts.dates import date_acts
from matcher.acts.languages import language_acts
from matcher.acts.licences import licence_acts
from matcher.acts.occupations import occupation_acts
from matcher.acts.re_entry import re_entry_acts
from matcher.acts.skills import skill_acts
from matcher.acts.wishes import wish_acts

ACTS = (
    occupation_acts,
    wish_acts,
    language_acts,
    licence_acts,
    date_acts,
    re_entry_acts,
    skill_acts,
)
"""Every kind of act; from a query and a coded candidate to acts, whether they help or not."""

__all__ = ["ACTS", "Act"]
