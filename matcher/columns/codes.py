"""Closed lists as numbers: countries, languages, licence statuses."""

from matcher.iso import COUNTRIES, LANGUAGES, LICENCE_STATUSES

NONE = -1
"""The number of what is not stated."""

COUNTRY_NUMBERS = {code: number for number, code in enumerate(sorted(COUNTRIES))}
LANGUAGE_NUMBERS = {code: number for number, code in enumerate(sorted(LANGUAGES))}
STATUS_NUMBERS = {code: number for number, code in enumerate(sorted(LICENCE_STATUSES))}
