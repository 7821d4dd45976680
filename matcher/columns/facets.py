"""Everything a person states, and the columns it is kept in."""

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np

from matcher.columns import fields
from matcher.columns.fields import Field
from matcher.types import HeldOccupation, HeldSkill, Licence, Period, Qualification


@dataclass(frozen=True, slots=True)
class Facet:
    """Something of which a person has several.

    Attributes
    ----------
    make : type
        Of one entry.
    fields : mapping of str to Field
        The columns of its attributes, in the order in which `make` takes them.
    """

    make: Callable[..., Any]
    fields: MappingProxyType[str, Field]


SINGLE = MappingProxyType(
    {
        "language": fields.language(),
        "languages": fields.shared("languages"),
        "modes": fields.shared("modes"),
        "max_weeks": fields.whole(np.int16),
        "preferred_countries": fields.shared("countries"),
        "country_of_origin": fields.country(),
        "residence_country": fields.country(),
        "may_reenter_until": fields.end_of_right(),
        "years_experience": fields.decimal(),
        "credential_level": fields.whole(np.int8),
    }
)
"""What a person states once, by the attribute of `Candidate`."""

SEVERAL = MappingProxyType(
    {
        "occupations": Facet(
            HeldOccupation,
            MappingProxyType(
                {
                    "code": fields.coded("occupations"),
                    "title": fields.shared("titles"),
                    "specialty": fields.coded("specialties"),
                    "years": fields.decimal(),
                }
            ),
        ),
        "skills": Facet(
            HeldSkill,
            MappingProxyType(
                {
                    "code": fields.coded("skills"),
                    "phrase": fields.shared("phrases"),
                    "level": fields.whole(np.int8),
                }
            ),
        ),
        "qualifications": Facet(
            Qualification,
            MappingProxyType(
                {
                    "title": fields.shared("diplomas"),
                    "country": fields.country(),
                    "year": fields.whole(np.int16),
                }
            ),
        ),
        "licences": Facet(
            Licence,
            MappingProxyType(
                {
                    "country": fields.country(),
                    "regulator": fields.shared("regulators"),
                    "status": fields.status(),
                    "valid_until": fields.day(),
                    "verified": fields.flag(),
                }
            ),
        ),
        "availability": Facet(Period, MappingProxyType({"start": fields.day(), "end": fields.day()})),
    }
)
"""What a person may state several of, by the attribute of `Candidate`."""

TEXTS = ("id", "summary")
"""What a person states in words of their own, kept as UTF-8."""
