"""A ministry's cases: following, accepting, declining, and the name after the yes."""

import pytest

from tests.factories import PlacementEventFactory, PlacementFactory, PublishedVacancyFactory
from tests.factories.placements import disclose
from web.models.outbox import Message, OutboxMessage
from web.models.placement import Answer, DeclineReason, NotSelectedReason, Origin, PlacementStatus

LIST = "/ministry/cases"


@pytest.fixture
def vacancy(user):
    return PublishedVacancyFactory(ministry=user.ministry, created_by=user)


def case_of(vacancy, **attributes):
    return PlacementFactory(vacancy=vacancy, **attributes)


def url(placement, page=""):
    return f"{LIST}/{placement.id}{page and '/' + page}"


def test_list_keeps_open_and_ended_cases_apart_and_says_whose_turn_it_is(client, page, vacancy):
    waiting = case_of(vacancy)
    ended = case_of(vacancy, status=PlacementStatus.DECLINED)
    PlacementFactory()
    shown = page(client.get(LIST))
    assert url(waiting) in shown.links()
    assert url(ended) not in shown.links()
    assert "Your turn" in shown.text("tbody")
    everything = page(client.get(f"{LIST}?which=all"))
    assert len(everything.texts("tbody tr")) == 2


def test_empty_list_says_how_a_case_begins(client, page, user):
    assert "No case is open" in page(client.get(LIST)).text(".empty-state")
    assert "A case begins when" in page(client.get(f"{LIST}?which=all")).text(".empty-state")


@pytest.mark.parametrize("query", ["which=nonsense", f"after={2**70}", "after=x"])
def test_what_the_address_cannot_mean_is_passed_over(client, page, vacancy, query):
    case_of(vacancy)
    assert len(page(client.get(f"{LIST}?{query}")).texts("tbody tr")) == 1


def test_accepting_is_asked_once_and_told(client, page, session, vacancy):
    case = case_of(vacancy)
    client.submit(url(case), action=url(case, "accept"))
    assert case.ministry_answer == Answer.ACCEPTED
    assert not page(client.get(url(case))).soup.select(f"form[action='{url(case, 'accept')}']")
    told = [row.recipient for row in session.query(OutboxMessage).all()]
    assert case.professional.user.email in told


def test_colleague_who_answered_first_is_respected(client, page, vacancy):
    case = case_of(vacancy)
    form = page(client.get(url(case))).form()
    case.ministry_answer = Answer.ACCEPTED
    answer = client.post(url(case, "accept"), data=form.values)
    assert answer.status_code == 422
    assert page(answer).errors


def test_who_is_interested_is_not_called_proposed(client, page, vacancy):
    interested = case_of(vacancy, origin=Origin.PROFESSIONAL, professional_answer=Answer.ACCEPTED)
    assert "This candidate is interested in your post." in page(client.get(url(interested))).text("main")
    proposed = case_of(vacancy)
    assert "This candidate is proposed to you." in page(client.get(url(proposed))).text("main")


def test_declining_needs_a_coded_reason(client, page, session, vacancy):
    case = case_of(vacancy)
    answer = client.submit(url(case, "decline"))
    assert answer.status_code == 422
    assert "Choose a reason" in page(answer).errors
    client.submit(url(case, "decline"), reason="local_candidate", comment="We found somebody in Kumasi.")
    assert (case.status, case.not_selected_reason) == (
        PlacementStatus.NOT_SELECTED,
        NotSelectedReason.LOCAL_CANDIDATE,
    )
    assert "A local candidate was found" in page(client.get(url(case))).text()
    told = {
        row.recipient for row in session.query(OutboxMessage).all() if row.message == Message.PLACEMENT_CLOSED
    }
    assert case.professional.user.email in told


def test_name_and_address_appear_with_the_persons_yes(client, page, vacancy):
    case = case_of(vacancy)
    identity, mail = case.professional.identity, case.professional.user.email
    before = client.get(url(case)).text
    assert identity.family_name not in before
    assert mail not in before
    case.professional_answer = Answer.ACCEPTED
    disclose(case)
    after = page(client.get(url(case)))
    for words in (identity.full_name, mail, identity.phone):
        assert words in after.text()


def test_persons_no_shows_no_name(client, page, vacancy):
    case = case_of(vacancy, status=PlacementStatus.DECLINED)
    shown = page(client.get(url(case))).text()
    assert case.professional.identity.family_name not in shown
    assert "said no" in shown


def test_case_of_another_ministry_does_not_exist(client, user):
    foreign = PlacementFactory()
    for address in (url(foreign), url(foreign, "decline"), f"{LIST}/999999"):
        assert client.get(address).status_code == 404


def test_approved_case_is_not_declined(client, page, vacancy):
    case = case_of(vacancy, status=PlacementStatus.APPROVED)
    assert url(case, "decline") not in page(client.get(url(case))).links()
    answer = client.submit(url(case, "decline"), reason="skills")
    assert answer.status_code == 422
    assert case.status == PlacementStatus.APPROVED


def test_reasons_of_the_professional_are_read_as_promised_and_those_of_coordinators_are_not(
    client, page, session, vacancy
):
    said = {"decline_as_professional": "In summer I could.", "withdraw": "My father is ill."}
    for step, comment in {**said, "cancel": "The file was doubtful."}.items():
        case = case_of(vacancy, status=PlacementStatus.WITHDRAWN)
        PlacementEventFactory(placement=case, step=step, to_status=case.status, comment=comment)
        case.decline_reason = DeclineReason.EMPLOYER if step == "decline_as_professional" else None
        shown = page(client.get(url(case))).text()
        assert (comment in shown) == (step in said)
        assert ("The employer gives no leave" in shown) == (case.decline_reason is not None)


def test_own_no_is_read_with_its_words(client, page, vacancy):
    case = case_of(vacancy)
    client.submit(url(case, "decline"), reason="local_candidate", comment="We found somebody in Kumasi.")
    shown = page(client.get(url(case))).text()
    assert "Your reason A local candidate was found: We found somebody in Kumasi." in shown
