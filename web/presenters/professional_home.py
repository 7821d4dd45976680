"""The professional's home: where things stand in one sentence, and the one act that comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from web.models.base import now
from web.models.placement import Placement
from web.models.professional import Professional, ProfessionalStatus
from web.presenters.profile import count_done
from web.presenters.vacancies_for_me import Group, standing_words
from web.services.profile_sections import list_missing_sections

FRESH_FOR = timedelta(days=90)


@dataclass(frozen=True)
class Standing:
    """One sentence and one act; `is_post` where the act is a button that writes."""

    sentence: str
    act: str
    url: str
    is_post: bool = False


def present_standing(
    professional: Professional, waiting: Sequence[Placement], counts: dict[Group, int]
) -> Standing:
    """Say the most important thing first: what waits for an answer, what is unfinished, what fits."""
    if waiting:
        return _answer_first(waiting)
    if professional.status == ProfessionalStatus.DRAFT:
        return _finish_profile(professional)
    if professional.status == ProfessionalStatus.PAUSED:
        return Standing(
            _("You are paused: your profile is in no list."),
            _("End the pause"),
            url_for("professional.profile_resume"),
            is_post=True,
        )
    if is_stale(professional):
        return Standing(
            _("You have not looked at your profile for three months. Is everything still right?"),
            _("Yes, everything is still right"),
            url_for("professional.profile_reconfirm"),
            is_post=True,
        )
    return Standing(standing_words(counts), _("See vacancies for me"), url_for("professional.vacancies"))


def is_stale(professional: Professional) -> bool:
    """Say whether it is time to ask whether everything is still right."""
    confirmed = professional.reconfirmed_at or professional.submitted_at
    return confirmed is not None and now() - confirmed > FRESH_FOR


def _answer_first(waiting: Sequence[Placement]) -> Standing:
    if len(waiting) == 1:
        title = waiting[0].vacancy.title
        url = url_for("professional.placement", placement_id=waiting[0].id)
        if waiting[0].is_consent_missing:
            sentence = _("%(title)s waits for you: you took back your consent to be known.", title=title)
            return Standing(sentence, _("Read and answer"), url)
        return Standing(_("A post is proposed to you: %(title)s.", title=title), _("Read and answer"), url)
    sentence = ngettext(
        "%(num)d post waits for your answer.", "%(num)d posts wait for your answer.", len(waiting)
    )
    return Standing(sentence, _("Read and answer"), url_for("professional.placements"))


def _finish_profile(professional: Professional) -> Standing:
    done, of = count_done(professional)
    if not done:
        return Standing(
            _("Begin with your profile: it takes about 20 minutes, and you can stop at any time."),
            _("Begin my profile"),
            url_for("professional.profile"),
        )
    if list_missing_sections(professional):
        sentence = ngettext(
            "%(done)d of %(num)d part of your profile is done.",
            "%(done)d of %(num)d parts of your profile are done.",
            of,
            done=done,
        )
        return Standing(sentence, _("Go on with my profile"), url_for("professional.profile"))
    return Standing(
        _("Your profile is ready to be sent."),
        _("Check your answers and send it"),
        url_for("professional.profile_check"),
    )
