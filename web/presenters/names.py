"""Names and figures in the reader's language: countries, languages, dates, durations."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from babel import Locale
from flask_babel import format_date, format_decimal, format_time, get_locale, ngettext
from flask_babel import gettext as _

from web.presenters.languages import COMMON_LANGUAGES, OWN_NAMES

# Day first in every language: "en" alone would give the American order.
LONG_DATE = "d MMMM y"
SHORT_DATE = "d MMM y"
SHORT_DAY = "d MMM"


def country_name(code: str | None) -> str:
    """Name a country, as the reader's language calls it."""
    return str(_locale().territories.get(code or "", code or ""))


def alphabetically(code: str) -> str:
    """Give what countries are sorted by: their names, in the reader's alphabet."""
    return _fold(country_name(code))


def language_name(code: str | None) -> str:
    """Name a language, beginning with a capital letter."""
    name = str(OWN_NAMES.get(code or "") or _locale().languages.get(code or "", code or ""))
    return name[:1].upper() + name[1:]


def country_choices(codes: tuple[str, ...] | None = None) -> list[tuple[str, str]]:
    """List countries as (code, name) in the reader's alphabet; all of the world unless told which."""
    names = _locale().territories
    wanted = codes or [str(code) for code in names if _COUNTRY.fullmatch(str(code))]
    named = ((code, names.get(code, code)) for code in wanted if code not in _NO_COUNTRY)
    return sorted(named, key=lambda pair: _fold(pair[1]))


def language_choices() -> list[tuple[str, str]]:
    """List working languages as (code, name): the region's and the diaspora's."""
    named = ((code, language_name(code)) for code in COMMON_LANGUAGES)
    return sorted(named, key=lambda pair: _fold(pair[1]))


_COUNTRY = re.compile("[A-Z]{2}")
# Territories of CLDR that are no country of residence: unions, pseudo-locales, unknown.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "AQ", "BV", "HM", "TF", "UM"})


def _locale() -> Locale:
    return get_locale() or Locale("en")


def _fold(text: str) -> str:
    return text.translate(str.maketrans("ÉÈÎÔÅÇéèêîôåçã", "EEIOACeeeioaca")).casefold()


def long_date(value: date | datetime | None) -> str:
    """Write a date in full: 3 March 2027."""
    return _first_of_month(format_date(value, LONG_DATE)) if value else ""


def short_date(value: date | datetime | None) -> str:
    """Write a date briefly, for tables: 3 Mar 2027."""
    return _first_of_month(format_date(value, SHORT_DATE)) if value else ""


def short_day(value: date) -> str:
    """Write a day without its year, where another date gives it: 3 Mar."""
    return _first_of_month(format_date(value, SHORT_DAY))


def _first_of_month(words: str) -> str:
    # French counts only the first day: 1er mars, 2 mars. CLDR has no sign for it in a pattern.
    return f"1er{words[1:]}" if words.startswith("1 ") and _locale().language == "fr" else words


def weeks(number: int) -> str:
    """Write a duration: 6 weeks."""
    return str(ngettext("%(num)d week", "%(num)d weeks", number))


def years(number: int) -> str:
    """Write years of experience: 6 years."""
    return str(ngettext("%(num)d year", "%(num)d years", number))


def figure(number: int) -> str:
    """Write a number in groups of three digits: 2,137."""
    return str(format_decimal(number))


def labelled(label: str, words: str) -> str:
    """Write a label and what it stands for; French has a space before the colon."""
    return str(_("%(label)s: %(words)s", label=label, words=words))


def moment(value: datetime) -> str:
    """Write a moment: 3 Mar 2027, 14:05 UTC."""
    return str(_("%(day)s, %(time)s UTC", day=short_date(value), time=format_time(value, "HH:mm")))


FILTERS: dict[str, Callable[..., Any]] = {
    "country_name": country_name,
    "language_name": language_name,
    "long_date": long_date,
    "short_date": short_date,
    "weeks": weeks,
    "years": years,
    "figure": figure,
    "moment": moment,
}
