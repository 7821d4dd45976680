"""The audit as administrators read it: acts in plain words, codes for whoever asks for them."""

from dataclasses import dataclass

from flask_babel import format_datetime
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from web.models.audit import AuditEntry
from web.models.user import User
from web.presenters.names import SHORT_DATE
from web.presenters.users import ACT as ACTS_ON_ACCOUNTS
from web.services.audit_reports import AuditReport

KIND = {
    "confirmed_wording": _l("Wording"),
    "document": _l("Document"),
    "facility": _l("Facility"),
    "licence": _l("Licence"),
    "ministry": _l("Ministry"),
    "placement": _l("Case"),
    "professional": _l("Profile"),
    "readiness": _l("Readiness of a facility"),
    "user": _l("Account"),
    "vacancy": _l("Vacancy"),
    "verification": _l("Check of a licence"),
}
ACT = ACTS_ON_ACCOUNTS | {
    "consent.give_matching": _l("Agreed to be matched"),
    "consent.withdraw_disclosure": _l("Withdrew the agreement to be known to a ministry"),
    "consent.withdraw_matching": _l("Withdrew the agreement to be matched"),
    "case.read": _l("Read a case with the name"),
    "document.add": _l("Sent a document"),
    "document.answer": _l("Answered a document"),
    "document.forget": _l("Deleted a document that was replaced long ago"),
    "document.hide_from_ministries": _l("Hid a document from ministries"),
    "document.open": _l("Opened a document"),
    "document.refuse": _l("Had a file refused"),
    "document.remove": _l("Removed a document"),
    "document.replace": _l("Replaced a document"),
    "document.show_to_ministries": _l("Let ministries see a document"),
    "facility.import": _l("Took in a list of facilities"),
    "identity.read": _l("Read name and contact"),
    "licence.countersign": _l("Signed the check of a licence"),
    "licence.disagree": _l("Did not sign the check of a licence"),
    "licence.lapse": _l("Noted that a licence or its check has ended"),
    "licence.read": _l("Read a licence with the name"),
    "licence.verify": _l("Checked a licence"),
    "ministry.create": _l("Made a ministry"),
    "ministry.change": _l("Changed a ministry"),
    "name.list": _l("Saw the name in a list"),
    "placement.accept_as_ministry": _l("Said yes for the ministry"),
    "placement.accept_as_professional": _l("Said yes to a post"),
    "placement.accept_again_as_professional": _l("Said yes to a post again"),
    "placement.approve": _l("Approved a placement"),
    "placement.cancel": _l("Cancelled a case"),
    "placement.decline_as_ministry": _l("Said no for the ministry"),
    "placement.decline_as_professional": _l("Said no to a post"),
    "placement.express_interest": _l("Said that a vacancy is of interest"),
    "placement.post_filled": _l("Closed a case because the post was filled"),
    "placement.propose": _l("Proposed somebody"),
    "placement.shortlist": _l("Chose somebody for the ministry"),
    "placement.vacancy_ended": _l("Closed a case because the vacancy ended"),
    "placement.withdraw": _l("Stepped back from a case"),
    "profile.open": _l("Began a profile"),
    "profile.pause": _l("Paused a profile"),
    "profile.read": _l("Read a profile"),
    "profile.reconfirm": _l("Said that a profile is still right"),
    "profile.resume": _l("Put a profile back on the roster"),
    "profile.save_experience": _l("Saved experience"),
    "profile.save_identity": _l("Saved name and telephone"),
    "profile.save_residence": _l("Saved countries"),
    "profile.save_wishes": _l("Saved wishes"),
    "profile.submit": _l("Submitted a profile"),
    "protected_facts.save": _l("Answered what decides nothing"),
    "readiness.attest": _l("Said how ready a facility is"),
    "readiness.confirm": _l("Confirmed how ready a facility is"),
    "vacancy.add_language": _l("Added a language to a vacancy"),
    "vacancy.add_skill": _l("Added a skill to a vacancy"),
    "vacancy.cancelled": _l("Cancelled a vacancy"),
    "vacancy.closed": _l("Closed a vacancy"),
    "vacancy.create": _l("Began a vacancy"),
    "vacancy.draft": _l("Took a vacancy back to draft"),
    "vacancy.filled": _l("Filled a vacancy"),
    "vacancy.paused": _l("Paused a vacancy"),
    "vacancy.published": _l("Published a vacancy"),
    "vacancy.remove_language": _l("Took a language off a vacancy"),
    "vacancy.remove_skill": _l("Took a skill off a vacancy"),
    "vacancy.returned": _l("Returned a vacancy"),
    "vacancy.submitted": _l("Submitted a vacancy"),
    "vacancy.update": _l("Changed a vacancy"),
    "verification.accept": _l("Took over a check for the ministry"),
    "vocabulary.import_esco": _l("Took in a vocabulary"),
    "wording.revoke": _l("Took back a wording"),
}
# Acts on the lists of a profile, which there are one of for each list.
FAMILY = {
    "profile.add_to_": _l("Added an entry to a list of the profile"),
    "profile.change_": _l("Changed an entry in a list of the profile"),
    "profile.remove_from_": _l("Took an entry off a list of the profile"),
    "profile.state_no_": _l("Said that a list of the profile is empty"),
}
MOMENT = f"{SHORT_DATE}, HH:mm:ss"


@dataclass(frozen=True)
class AuditRow:
    """One act."""

    number: int
    act: str
    moment: str
    by: str
    by_number: int | None
    thing: str
    reason: str
    codes: list[tuple[str, str]]


def act_words(action: str) -> str:
    """Put the code of an act into words; an act nobody has words for yet keeps its code."""
    if words := ACT.get(action):
        return str(words)
    return next((str(words) for start, words in FAMILY.items() if action.startswith(start)), action)


def kind_words(kind: str) -> str:
    """Name the kind of object an act was done to."""
    return str(KIND.get(kind, kind))


def present_entry(entry: AuditEntry, actor: User | None) -> AuditRow:
    """Put one act into words."""
    codes = {
        _("Code"): entry.action,
        _("Request"): entry.request_id,
        **{name: str(value) for name, value in entry.details.items()},
    }
    return AuditRow(
        number=entry.id,
        act=act_words(entry.action),
        moment=format_datetime(entry.at, MOMENT),
        by=(actor.name or actor.email or _("Somebody who was erased")) if actor else _("The service itself"),
        by_number=entry.actor_id,
        thing=_("%(kind)s %(number)s", kind=kind_words(entry.kind), number=entry.object_id),
        reason=entry.reason,
        codes=[(name, value) for name, value in codes.items() if value],
    )


def report_words(report: AuditReport | None) -> tuple[str, str]:
    """Say when the whole audit was last checked, and what came of it, after the tone to say it in."""
    if report is None:
        return "notice", _("The audit was not checked yet. The service does it every hour while it runs.")
    parts = {"moment": format_datetime(report.at, MOMENT), "number": report.number}
    if report.faults:
        return "error", _(
            "Checked on %(moment)s (UTC): the audit is not as it was recorded, faults: %(faults)s."
            " Whoever runs the machine finds them with audit verify.",
            faults=report.faults,
            **parts,
        )
    return "success", _(
        "Checked on %(moment)s (UTC): every act up to number %(number)s is as it was recorded.", **parts
    )
