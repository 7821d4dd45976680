"""Who may do what: the whole policy on one page.

A permission is granted if one of its rows holds; a row holds if its role does and, where an object is
given, all predicates on the object do. Asked without an object ("may this person open the page at all?")
only the role counts.
"""

from collections.abc import Callable

from web.models.user import User
from web.permissions.permission import Permission
from web.permissions.predicates import (
    Thing,
    is_admin,
    is_coordinator,
    is_document_for_ministries,
    is_document_of_somebody_disclosed,
    is_document_on_the_roster,
    is_facility_in_own_countries,
    is_facility_of_own_country,
    is_licence_on_the_roster,
    is_ministry_user,
    is_on_the_roster,
    is_open_vacancy,
    is_own_account,
    is_own_document,
    is_own_profile,
    is_placement_in_own_countries,
    is_placement_of_own_ministry,
    is_placement_of_self,
    is_professional,
    is_submitted_vacancy,
    is_vacancy_in_own_countries,
    is_vacancy_of_own_ministry,
)

Predicate = Callable[[User, Thing], bool]
Row = tuple[Predicate, tuple[Predicate, ...]]

P = Permission

POLICY: dict[Permission, tuple[Row, ...]] = {
    P.ACCOUNT_MANAGE: (
        (is_professional, (is_own_account,)),
        (is_ministry_user, (is_own_account,)),
        (is_coordinator, (is_own_account,)),
        (is_admin, (is_own_account,)),
    ),
    P.DATA_MANAGE: ((is_professional, (is_own_account,)),),
    P.PROFILE_EDIT: ((is_professional, (is_own_profile,)),),
    P.VACANCY_READ_FIT: ((is_professional, (is_open_vacancy,)),),
    P.PLACEMENT_ANSWER_AS_PROFESSIONAL: ((is_professional, (is_placement_of_self,)),),
    P.READINESS_ATTEST: ((is_ministry_user, (is_facility_of_own_country,)),),
    P.READINESS_CONFIRM: ((is_coordinator, (is_facility_in_own_countries,)),),
    P.VACANCY_WRITE: ((is_ministry_user, (is_vacancy_of_own_ministry,)),),
    P.VACANCY_REVIEW: ((is_coordinator, (is_vacancy_in_own_countries, is_submitted_vacancy)),),
    P.CANDIDATE_READ_BLIND: ((is_ministry_user, (is_vacancy_of_own_ministry,)),),
    P.RANKING_READ: ((is_coordinator, (is_vacancy_in_own_countries, is_submitted_vacancy)),),
    P.CANDIDATE_READ: ((is_coordinator, (is_on_the_roster,)),),
    P.DOCUMENT_EDIT: ((is_professional, (is_own_document,)),),
    P.DOCUMENT_ANSWER: ((is_coordinator, (is_document_on_the_roster,)),),
    P.DOCUMENT_READ: ((is_coordinator, (is_document_on_the_roster,)),),
    P.DOCUMENT_READ_DISCLOSED: (
        (is_ministry_user, (is_document_of_somebody_disclosed, is_document_for_ministries)),
    ),
    P.LICENCE_VERIFY: ((is_coordinator, (is_licence_on_the_roster,)),),
    P.PLACEMENT_ANSWER_AS_MINISTRY: ((is_ministry_user, (is_placement_of_own_ministry,)),),
    P.PLACEMENT_APPROVE: ((is_coordinator, (is_placement_in_own_countries,)),),
    P.PLACEMENT_CANCEL: ((is_coordinator, (is_placement_in_own_countries,)),),
    P.USER_MANAGE: ((is_admin, ()),),
    P.MINISTRY_MANAGE: ((is_admin, ()),),
    P.AUDIT_READ: ((is_admin, ()),),
    P.MAIL_READ: ((is_admin, ()),),
    P.WORDING_REVOKE: ((is_admin, ()),),
}


def may(user: User, permission: Permission, thing: Thing = None) -> bool:
    """Say whether the user may do this, to this object if one is given."""
    return any(
        role(user, thing) and (thing is None or all(holds(user, thing) for holds in predicates))
        for role, predicates in POLICY[permission]
    )
