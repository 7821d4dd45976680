"""The words for what use cases refuse: what happened and what is possible, for each named error."""

from flask_babel import lazy_gettext as _l

from web.services import (
    accounts,
    browser_sessions,
    documents,
    facilities,
    mailed_codes,
    ministries,
    passkeys,
    profile_editing,
    profiles,
    second_factors,
    vacancies,
    vacancy_answers,
    vacancy_endings,
    vacancy_requirements,
    verifications,
    wordings,
)
from web.services import errors as service_errors
from web.services.claims import availability, occupations, saving
from web.services.errors import ServiceError
from web.services.placements import errors as placements

WORDS: dict[type[ServiceError], str] = {
    service_errors.StaleError: _l(
        "Somebody changed this after you opened it. What is stored now stands below; check it and save again."
    ),
    service_errors.ConflictError: _l(
        "Somebody else was quicker. Open the page again to see how it stands now."
    ),
    service_errors.InvalidError: _l("This cannot be done as it stands."),
    accounts.EmailTakenError: _l("There is an account with this e-mail address already."),
    accounts.MinistryMissingError: _l("Choose the ministry this person works for."),
    accounts.CountriesMissingError: _l("Choose at least one country for this coordinator."),
    accounts.OwnAccountError: _l("You cannot do this to your own account. Ask another administrator."),
    accounts.RoleFixedError: _l("A professional stays one. For other work the person needs another account."),
    accounts.OwnInvitationError: _l("Professionals sign up themselves. Choose another role."),
    browser_sessions.AccountChangedError: _l("Your account was changed meanwhile. Sign in again."),
    mailed_codes.MailboxNotEnoughError: _l(
        "Your work here needs more than codes by mail. Set up an app instead."
    ),
    mailed_codes.CodesByMailOffError: _l("Codes by mail are off for this account. Use another way."),
    passkeys.PasskeyRefusedError: _l("This passkey did not fit. Try again, or use another way."),
    passkeys.TooManyPasskeysError: _l("You have as many passkeys as we keep. Take one away first."),
    second_factors.WrongCodeError: _l(
        "This code does not fit, or was used before. Enter the one you see now."
    ),
    second_factors.WrongSentCodeError: _l(
        "This code does not fit, or works no longer. "
        "Enter the one from the newest mail, or have another sent."
    ),
    second_factors.WrongRecoveryCodeError: _l(
        "This code does not fit, or was used before. "
        "Check what you typed, or enter the next one on your list."
    ),
    second_factors.LastFactorError: _l(
        "Your work here needs a second step. Set up another one first, then take this one away."
    ),
    ministries.MinistryNameTakenError: _l("There is a ministry with this name already."),
    ministries.MinistryCountryFixedError: _l(
        "This ministry has written vacancies, so its country stays. Make another ministry instead."
    ),
    profiles.ProfileIncompleteError: _l("Some parts that cannot wait are not done yet."),
    profiles.ProfileStateError: _l("Your profile is in another state by now. Open its page again."),
    profiles.ConsentMissingError: _l("First agree that your profile is compared with vacancies."),
    documents.TooManyDocumentsError: _l(
        "You have sent as many documents as we can keep. Remove one that is no longer needed first."
    ),
    documents.NotOwnClaimError: _l("This entry is not in your profile any more. Choose another one."),
    documents.AlreadyReplacedError: _l("Another file has taken the place of this document before."),
    documents.FaultMissingError: _l("Choose what is wrong with it."),
    saving.ClaimHeldError: _l("This is on your list already. Change it there."),
    saving.TooManyClaimsError: _l("This list is full. Remove an entry before you add another."),
    saving.LastClaimError: _l("Your profile is in use and needs this entry. Add another one first."),
    saving.NotEmptyError: _l("There is something on this list already. Remove it first."),
    availability.PeriodOverlapError: _l(
        "These days are in another of your periods already. Change that one instead."
    ),
    occupations.MoreYearsThanInAllError: _l(
        "This is more than the years in all that you state under “My experience”. Correct one of them."
    ),
    profile_editing.FewerYearsInAllError: _l(
        "One of your occupations states more years than this. Correct one of them."
    ),
    occupations.UnknownCodeError: _l("Choose one of the suggestions."),
    vacancies.VacancyTransitionError: _l("The vacancy is in another state by now. Open its page again."),
    vacancies.VacancyMovedOnError: _l("Somebody else moved the vacancy. Open its page again."),
    vacancies.NotReviewerError: _l("A coordinator of the country has to decide this."),
    vacancies.StartPassedError: _l("The last possible start has passed. The dates have to be changed first."),
    vacancies.VacancyIncompleteError: _l("Some sections are not complete yet."),
    vacancies.CommentMissingError: _l("Say why in a few words."),
    vacancy_endings.PostsTakenError: _l(
        "Somebody holds a post of this vacancy, so it cannot be called off. You can close it instead."
    ),
    vacancy_answers.BudgetLineMissingError: _l("Enter the budget line or donor that pays for the post."),
    vacancy_answers.DurationError: _l("A permanent post has no length; every other post has one."),
    vacancy_answers.FacilityAbroadError: _l("Choose a facility of your own country."),
    vacancy_answers.PostsError: _l("Enter at least one post."),
    vacancy_answers.StartWindowError: _l("The latest start must be on or after the earliest start."),
    vacancy_requirements.RepeatedLanguageError: _l("This language is on the list already."),
    vacancy_requirements.RepeatedSkillError: _l("This skill is on the list already."),
    vacancy_requirements.RequirementGoneError: _l("This was taken out of the list before."),
    vacancy_requirements.TooManyRequirementsError: _l("The list is full. Take something out first."),
    verifications.ExpiryPassedError: _l("This day has passed: the check would count for nothing"),
    verifications.CheckOutlivesLicenceError: _l(
        "The licence itself ends before this day. Leave the day empty, or give an earlier one"
    ),
    verifications.DifferenceMissingError: _l("Choose what differs"),
    verifications.DisagreementMissingError: _l("Say what you found instead"),
    verifications.SameVerifierError: _l("You made this check, so another coordinator has to sign it."),
    verifications.NothingToSignError: _l(
        "Nothing waits for a signature here any more: a colleague has looked at the check, or the licence was"
        " changed since."
    ),
    wordings.AlreadyRevokedError: _l("This wording was revoked before."),
    facilities.AlreadyConfirmedError: _l("This readiness was confirmed before."),
    facilities.NoteMissingError: _l("Say in a few words what is missing."),
    facilities.NotConfirmerError: _l("A coordinator of the country has to confirm this."),
    placements.PlacementTransitionError: _l("The case has moved on. Open its page again."),
    placements.PlacementMovedError: _l("Somebody else moved the case. Open its page again."),
    placements.OpenCaseError: _l("There is an open case for this person and this vacancy already."),
    placements.VacancyNotOpenError: _l("The vacancy is not published, so nobody can be proposed for it now."),
    placements.NotPossibleError: _l("A must-have of the post is not met, so this is not possible."),
    placements.ProfileNotActiveError: _l("The profile is not open for proposals at the moment."),
    placements.AlreadyAnsweredError: _l("This answer was given before."),
    placements.ReasonMissingError: _l("This person does not stand first. Choose why you propose them."),
    placements.SameCoordinatorError: _l(
        "You proposed this placement, so another coordinator has to approve it."
    ),
    placements.NoPostLeftError: _l("The last post is taken."),
    placements.OverlapError: _l("This person is placed elsewhere on some of these dates."),
    placements.ObstaclesError: _l("Some things have to be settled before this placement can be approved."),
}


def words_for(error: ServiceError) -> str:
    """Give the words for an error: its own, or those of the family it belongs to."""
    return next(WORDS[kind] for kind in type(error).__mro__ if kind in WORDS)
