"""For every route: which objects of the scene fill its parameters, and which one the policy asks about."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.factories.scenes import Side
from web.models.placement import PlacementStatus
from web.models.professional import Consent, ConsentPurpose
from web.models.vacancy import VacancyStatus
from web.permissions import Permission

Pick = Callable[[Side], Any]

ABSENT_NUMBER = 10**17
ABSENT_NAME = "P-0000-0000"
# Parameters that choose a variant of a page, not an object.
VARIANTS = frozenset({"section", "occupation", "token", "filename"})


@dataclass(frozen=True)
class Row:
    """How to fill a route's parameters from one side, and the object its permission is about.

    `also` names what else must be allowed where a page is about two objects.
    """

    parameters: dict[str, Pick] = field(default_factory=dict)
    thing: Pick | None = None
    also: tuple[tuple[Permission, Pick], ...] = ()

    def fill(self, side: Side) -> dict[str, Any]:
        """Give the parameters of one side."""
        return {name: pick(side) for name, pick in self.parameters.items()}

    def fill_absent(self, side: Side) -> dict[str, Any]:
        """Give parameters of the same form that nothing in the database has."""
        filled = self.fill(side)
        for name, value in filled.items():
            if name not in VARIANTS:
                filled[name] = ABSENT_NUMBER if isinstance(value, int) else ABSENT_NAME
        return filled


def _vacancy(status: VacancyStatus) -> Row:
    return Row({"vacancy_id": lambda side: side.vacancies[status].id}, lambda side: side.vacancies[status])


def _placement(status: PlacementStatus) -> Row:
    return Row(
        {"placement_id": lambda side: side.placements[status].id}, lambda side: side.placements[status]
    )


def _part(of: Row, **parameters: Pick) -> Row:
    return Row(of.parameters | parameters, of.thing)


def _claim(kind: str) -> Row:
    return Row(
        {"claim_id": lambda side: getattr(side.professional, kind)[0].id}, lambda side: side.professional
    )


def disclosure_of(side: Side) -> Consent:
    """Give the consent of the professional to be known to the ministry, in the first case it counts for."""
    given = side.professional.consents
    return next(consent for consent in given if consent.purpose == ConsentPurpose.DISCLOSURE)


PAGE = Row()
LINK = Row({"token": lambda side: "not-a-token"})
MINISTRY = Row({"ministry_id": lambda side: side.ministry.id}, lambda side: side.ministry)
USER = Row({"user_id": lambda side: side.ministry_user.id}, lambda side: side.ministry_user)
WORDING = Row({"wording_id": lambda side: side.wording.id}, lambda side: side.wording)
FACILITY = Row({"facility_id": lambda side: side.facility.id}, lambda side: side.facility)
LICENCE = Row(
    {"licence_id": lambda side: side.professional.licences[-1].id},
    lambda side: side.professional.licences[-1],
)
CHECK = _part(LICENCE, verification_id=lambda side: side.professional.licences[-1].verifications[-1].id)
DRAFT = _vacancy(VacancyStatus.DRAFT)
SUBMITTED = _vacancy(VacancyStatus.SUBMITTED)
PUBLISHED = _vacancy(VacancyStatus.PUBLISHED)
PAUSED = _vacancy(VacancyStatus.PAUSED)
PROPOSED = _placement(PlacementStatus.PROPOSED)
AGREED = _placement(PlacementStatus.AGREED)
FILE = _part(PUBLISHED, reference=lambda side: side.professional.reference)
CANDIDATE = _part(PUBLISHED, pseudonym=lambda side: side.pseudonym)
DOCUMENT = Row({"document_id": lambda side: side.document.id}, lambda side: side.document)
LIST = Row({"section": lambda side: "licences"})

ROWS: dict[str, Row] = {
    **dict.fromkeys(
        [
            "account.confirmation",
            "account.authenticator",
            "account.authenticator_remove",
            "account.data",
            "account.data_download",
            "account.data_erase",
            "account.data_erased",
            "account.email",
            "account.email_sent",
            "account.mailed_codes",
            "account.passkeys",
            "account.password",
            "account.prove",
            "account.prove_app",
            "account.recovery_codes",
            "account.second_step_app",
            "account.second_step_mail",
            "account.second_step_mail_send",
            "account.second_step_passkey",
            "account.second_step_recovery",
            "account.security",
            "account.reset",
            "account.reset_sent",
            "account.sessions",
            "account.sessions_end_others",
            "account.settings",
            "account.sign_in",
            "account.sign_out",
            "account.sign_up",
            "account.sign_up_sent",
            "admin.audit",
            "admin.home",
            "admin.mail",
            "admin.ministries",
            "admin.ministry_create",
            "admin.user_invite",
            "admin.users",
            "admin.wordings",
            "coordinator.documents",
            "coordinator.facilities",
            "coordinator.home",
            "coordinator.licences",
            "coordinator.placements",
            "coordinator.vacancies",
            "ministry.facilities",
            "ministry.home",
            "ministry.placements",
            "ministry.vacancies",
            "professional.consents",
            "professional.home",
            "professional.openings",
            "professional.placements",
            "professional.profile",
            "professional.profile_availability_new",
            "professional.profile_check",
            "professional.profile_consent",
            "professional.profile_consent_withdraw",
            "professional.profile_documents",
            "professional.profile_documents_new",
            "professional.profile_experience",
            "professional.profile_identity",
            "professional.profile_languages_new",
            "professional.profile_licences_new",
            "professional.profile_occupations_new",
            "professional.profile_pause",
            "professional.profile_qualifications_new",
            "professional.profile_protected_facts",
            "professional.profile_reconfirm",
            "professional.profile_residence",
            "professional.profile_resume",
            "professional.profile_skills_new",
            "professional.profile_submitted",
            "professional.profile_wishes",
            "professional.vacancies",
            "public.about",
            "public.accessibility",
            "public.healthz",
            "public.home",
            "public.how_it_works",
            "public.privacy",
            "public.readyz",
            "public.security_txt",
            "public.vacancies",
        ],
        PAGE,
    ),
    "account.confirm": LINK,
    "account.email_confirm": LINK,
    "account.invitation": LINK,
    "account.passkeys_remove": Row(
        {"passkey_id": lambda side: side.passkey.id}, lambda side: side.passkey.user
    ),
    "account.reset_with_token": LINK,
    "account.sessions_end": Row(
        {"session_id": lambda side: side.browser_session.id}, lambda side: side.browser_session.user
    ),
    "admin.ministry": MINISTRY,
    "admin.ministry_change": MINISTRY,
    "admin.user": USER,
    "admin.user_change": USER,
    "admin.user_invite_again": USER,
    "admin.user_reinstate": USER,
    "admin.user_reset_factors": USER,
    "admin.user_sign_out": USER,
    "admin.user_suspend": USER,
    "admin.wordings_revoke": WORDING,
    "bootstrap.static": Row({"filename": lambda side: "css/bootstrap.min.css"}),
    "coordinator.candidate": Row(
        FILE.parameters,
        lambda side: side.professional,
        also=((Permission.RANKING_READ, lambda side: side.vacancy),),
    ),
    "coordinator.candidates_propose": FILE,
    "coordinator.document": DOCUMENT,
    "coordinator.document_file": DOCUMENT,
    "coordinator.facility": FACILITY,
    "coordinator.licence": LICENCE,
    "coordinator.licences_countersign": CHECK,
    "coordinator.licences_disagree": CHECK,
    "coordinator.placement": PROPOSED,
    "coordinator.placements_approve": AGREED,
    "coordinator.placements_cancel": PROPOSED,
    "coordinator.ranking": PUBLISHED,
    "coordinator.ranking_compare": PUBLISHED,
    "coordinator.readiness_confirm": FACILITY,
    "coordinator.vacancies_publish": SUBMITTED,
    "coordinator.vacancies_return": SUBMITTED,
    "coordinator.vacancy": SUBMITTED,
    "ministry.candidate": CANDIDATE,
    "ministry.candidates": PUBLISHED,
    "ministry.candidates_shortlist": CANDIDATE,
    "ministry.checks_accept": _part(
        AGREED, verification_id=lambda side: side.professional.licences[-1].latest_verification.id
    ),
    "ministry.facility": FACILITY,
    "ministry.placement": PROPOSED,
    "ministry.placement_document": Row(
        AGREED.parameters | DOCUMENT.parameters,
        DOCUMENT.thing,
        also=((Permission.PLACEMENT_ANSWER_AS_MINISTRY, AGREED.thing),),
    ),
    "ministry.placements_accept": PROPOSED,
    "ministry.placements_decline": PROPOSED,
    "ministry.readiness": FACILITY,
    "ministry.vacancy": DRAFT,
    "ministry.vacancy_cancel": DRAFT,
    "ministry.vacancy_check": DRAFT,
    "ministry.vacancy_close": PUBLISHED,
    "ministry.vacancy_conditions": DRAFT,
    "ministry.vacancy_experience": DRAFT,
    "ministry.vacancy_facility": DRAFT,
    "ministry.vacancy_languages_new": DRAFT,
    "ministry.vacancy_languages_remove": _part(
        DRAFT, language_id=lambda side: side.vacancies[VacancyStatus.DRAFT].languages[0].id
    ),
    "ministry.vacancy_new": _part(FACILITY, occupation=lambda side: "2222"),
    "ministry.vacancy_occupation": DRAFT,
    "ministry.vacancy_pause": PUBLISHED,
    "ministry.vacancy_post": DRAFT,
    "ministry.vacancy_requirements": DRAFT,
    "ministry.vacancy_resume": PAUSED,
    "ministry.vacancy_skills_new": DRAFT,
    "ministry.vacancy_skills_remove": _part(
        DRAFT, skill_id=lambda side: side.vacancies[VacancyStatus.DRAFT].skills[0].id
    ),
    "ministry.vacancy_start": FACILITY,
    "ministry.vacancy_submitted": SUBMITTED,
    "ministry.vacancy_time": DRAFT,
    "professional.consents_withdraw": Row(
        {"consent_id": lambda side: disclosure_of(side).id}, lambda side: side.professional
    ),
    "professional.placement": PROPOSED,
    "professional.placements_accept": PROPOSED,
    "professional.placements_decline": PROPOSED,
    "professional.placements_withdraw": PROPOSED,
    "professional.profile_availability_change": _claim("availability"),
    "professional.profile_claims": LIST,
    "professional.profile_document_file": DOCUMENT,
    "professional.profile_documents_remove": DOCUMENT,
    "professional.profile_documents_replace": DOCUMENT,
    "professional.profile_documents_show": DOCUMENT,
    "professional.profile_claims_remove": _part(_claim("licences"), section=lambda side: "licences"),
    "professional.profile_languages_change": _claim("languages"),
    "professional.profile_licences_change": _claim("licences"),
    "professional.profile_occupations_change": _claim("occupations"),
    "professional.profile_qualifications_change": _claim("qualifications"),
    "professional.profile_skills_change": _claim("skills"),
    "professional.profile_specialty": _claim("occupations"),
    "professional.vacancy": PUBLISHED,
    "professional.vacancy_interest": PUBLISHED,
    "public.vacancy": PUBLISHED,
    "static": Row({"filename": lambda side: "css/sankofa.css"}),
}
# Cases in other states: what a page shows of the other side depends on how far the case is.
MORE: dict[str, tuple[Row, ...]] = {
    f"{audience}.placement": tuple(
        _placement(status)
        for status in (PlacementStatus.AGREED, PlacementStatus.APPROVED, PlacementStatus.DECLINED)
    )
    for audience in ("coordinator", "ministry", "professional")
}
