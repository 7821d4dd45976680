"""Everything somebody may be allowed to do, as resource:action."""

from enum import StrEnum


class Permission(StrEnum):
    """One act on one kind of thing."""

    ACCOUNT_MANAGE = "account:manage"
    AUDIT_READ = "audit:read"
    CANDIDATE_READ = "candidate:read"
    CANDIDATE_READ_BLIND = "candidate:read-blind"
    DATA_MANAGE = "data:manage"
    DOCUMENT_ANSWER = "document:answer"
    DOCUMENT_EDIT = "document:edit"
    DOCUMENT_READ = "document:read"
    DOCUMENT_READ_DISCLOSED = "document:read-disclosed"
    LICENCE_VERIFY = "licence:verify"
    MAIL_READ = "mail:read"
    MINISTRY_MANAGE = "ministry:manage"
    PLACEMENT_ANSWER_AS_MINISTRY = "placement:answer-as-ministry"
    PLACEMENT_ANSWER_AS_PROFESSIONAL = "placement:answer-as-professional"
    PLACEMENT_APPROVE = "placement:approve"
    PLACEMENT_CANCEL = "placement:cancel"
    PROFILE_EDIT = "profile:edit"
    RANKING_READ = "ranking:read"
    READINESS_ATTEST = "readiness:attest"
    READINESS_CONFIRM = "readiness:confirm"
    USER_MANAGE = "user:manage"
    VACANCY_READ_FIT = "vacancy:read-fit"
    VACANCY_REVIEW = "vacancy:review"
    VACANCY_WRITE = "vacancy:write"
    WORDING_REVOKE = "wording:revoke"
