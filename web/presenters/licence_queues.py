"""Around the list of licences: its tabs, the filters in use, and the addresses that keep them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.claims import Licence
from web.presenters.licences import queue_words
from web.presenters.names import country_name
from web.queries.keyset import PageOfRows
from web.queries.licences import LicenceFilter, LicenceQueue

WAITING = frozenset({LicenceQueue.TO_VERIFY, LicenceQueue.TO_SIGN, LicenceQueue.WITH_COLLEAGUE})


@dataclass(frozen=True)
class QueueTab:
    """One queue as a tab."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class LicenceQueueView:
    """What the page says around the rows."""

    tabs: list[QueueTab]
    chips: list[tuple[str, str]]
    clear_url: str
    found: str
    when: str
    empty: str
    previous_url: str
    next_url: str


def present_queue(
    queue: LicenceQueue,
    wanted: LicenceFilter,
    counts: Mapping[LicenceQueue, int],
    page: PageOfRows[Licence],
) -> LicenceQueueView:
    """Say what is listed, and link to everything beside it."""
    kept = _address(queue, wanted)
    clear_url = url_for("coordinator.licences", queue=queue.value)
    return LicenceQueueView(
        tabs=[
            QueueTab(queue_words(one), _url(_address(one, wanted)), one == queue, counts[one])
            for one in LicenceQueue
        ],
        chips=[(words, _url({**kept, name: ""})) for name, words in _filter_words(wanted).items()],
        clear_url=clear_url if wanted != LicenceFilter() else "",
        found=ngettext("%(num)d licence", "%(num)d licences", counts[queue]),
        when=_("Waiting") if queue in WAITING else _("Checked"),
        empty=_empty(queue, wanted),
        previous_url=_url({**kept, "before": page.before}) if page.before else "",
        next_url=_url({**kept, "after": page.after}) if page.after else "",
    )


def _address(queue: LicenceQueue, wanted: LicenceFilter) -> dict[str, str]:
    return {
        "queue": queue.value,
        "reference": wanted.reference,
        "country": wanted.country,
        "with_case": "y" if wanted.with_case else "",
    }


def _url(address: Mapping[str, Any]) -> str:
    return url_for("coordinator.licences", **{name: value for name, value in address.items() if value})


def _filter_words(wanted: LicenceFilter) -> dict[str, str]:
    words = {
        "reference": _("Reference %(reference)s", reference=wanted.reference) if wanted.reference else "",
        "country": country_name(wanted.country) if wanted.country else "",
        "with_case": _("With an open case") if wanted.with_case else "",
    }
    return {name: text for name, text in words.items() if text}


def _empty(queue: LicenceQueue, wanted: LicenceFilter) -> str:
    if wanted != LicenceFilter():
        return _("No licence in this list fits the filter.")
    return {
        LicenceQueue.TO_VERIFY: _("Every licence on the roster is checked. New and changed ones come here."),
        LicenceQueue.TO_SIGN: _("No check of a colleague waits for your signature."),
        LicenceQueue.WITH_COLLEAGUE: _("No check of yours waits for a colleague's signature."),
        LicenceQueue.VERIFIED: _("No licence is verified yet. Open one from the list to verify."),
        LicenceQueue.EXPIRING: _("No verified licence expires in the next 90 days."),
        LicenceQueue.NOT_CONFIRMED: _("No check has failed. What a source does not confirm comes here."),
    }[queue]
