"""The single lawful acts, one file a facet of a person; each gives those that a position suggests."""

from matcher.acts.act import Act
from matcher.acts.dates import date_acts
from matcher.acts.languages import language_acts
from matcher.acts.licences import licence_acts
from matcher.acts.skills import skill_acts
from matcher.acts.wishes import wish_acts

ACTS = (licence_acts, date_acts, language_acts, skill_acts, wish_acts)
"""Every kind of act; from a query and a coded candidate to acts, whether they help or not."""

__all__ = ["ACTS", "Act"]
