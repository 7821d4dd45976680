"""My cases: where they stand, yes, no with a reason, stepping back."""

import pytest

from tests.factories import DocumentFactory, PlacementEventFactory, PlacementFactory
from web.models.placement import Answer, DeclineReason, NotSelectedReason, Origin, PlacementStatus

CASES = "/professional/cases"
ACTS = ("", "/accept", "/decline", "/withdraw")


@pytest.fixture
def placement(professional):
    """A proposal that waits for the professional's answer."""
    return PlacementFactory(professional=professional)


def address(placement, act=""):
    return f"{CASES}/{placement.id}{act}"


def test_cases_are_listed_with_whose_turn_it_is(client, page, placement):
    shown = page(client.get(CASES))
    assert "Your turn" in shown.text("tbody")
    assert address(placement) in shown.links()


def test_empty_list_says_how_a_case_begins(client, page, newcomer):
    shown = page(client.get(CASES))
    assert "You have no case yet" in shown.text()
    assert "/professional/vacancies" in shown.links()


def test_case_says_whose_turn_it_is_and_hides_the_coordinator(client, page, placement):
    shown = page(client.get(address(placement)))
    assert "It is your turn." in shown.text()
    assert "No, not before you say yes" in shown.text()
    assert {address(placement, "/accept"), address(placement, "/decline")} < set(shown.links())
    assert address(placement, "/withdraw") not in shown.links()
    assert placement.proposed_by.name not in shown.text()


def test_yes_is_said_after_reading_who_learns_what(client, page, placement):
    shown = page(client.get(address(placement, "/accept"))).text()
    assert f"With your yes the {placement.vacancy.ministry.name} learns who you are." in shown
    assert placement.professional.identity.phone in shown
    answer = client.submit(address(placement, "/accept"))
    assert answer.location == address(placement)
    assert placement.is_disclosed
    after = page(client.get(answer.location))
    assert "You have said yes. The ministry answers next." in after.text()
    assert address(placement, "/withdraw") in after.links()


def test_papers_a_ministry_then_sees_are_named_before_the_yes(client, page, placement):
    for name, shown in (("licence.pdf", True), ("passport.pdf", False)):
        DocumentFactory(professional=placement.professional, name=name, for_ministries=shown)
    before = page(client.get(address(placement, "/accept"))).text()
    assert "Documents Diploma or certificate: licence.pdf" in before
    assert "passport.pdf" not in before


def test_no_needs_a_reason(client, page, placement):
    refused = client.submit(address(placement, "/decline"))
    assert refused.status_code == 422
    assert "Choose a reason" in page(refused).errors
    client.submit(address(placement, "/decline"), reason="employer", comment="In summer I could.")
    assert placement.status == PlacementStatus.DECLINED
    assert placement.decline_reason == DeclineReason.EMPLOYER
    after = page(client.get(address(placement))).text()
    assert "You said no to this post." in after
    assert "Your reason: The employer gives no leave: In summer I could." in after


def test_stepping_back_frees_the_post(client, page, professional):
    placement = PlacementFactory(professional=professional, status=PlacementStatus.APPROVED)
    client.submit(address(placement, "/withdraw"), comment="My father is ill.")
    assert placement.status == PlacementStatus.WITHDRAWN
    assert placement.vacancy.filled == 0
    after = page(client.get(address(placement))).text()
    assert "You stepped back from this post." in after
    assert "Your reason: My father is ill." in after


@pytest.mark.parametrize("step", ["cancel", "decline_as_ministry"])
def test_reasons_of_others_stay_with_those_they_were_written_for(client, page, placement, step):
    placement.status = PlacementStatus.NOT_SELECTED
    placement.ministry_answer, placement.not_selected_reason = Answer.DECLINED, NotSelectedReason.SKILLS
    PlacementEventFactory(
        placement=placement, step=step, to_status=placement.status, comment="The file was doubtful."
    )
    shown = page(client.get(address(placement))).text()
    assert "doubtful" not in shown
    assert "The skills do not fit" not in shown


def test_filled_post_is_said_without_naming_anybody(client, page, placement):
    placement.status = PlacementStatus.NOT_SELECTED
    placement.not_selected_reason = NotSelectedReason.OTHER_CANDIDATE
    shown = page(client.get(address(placement))).text()
    assert "The post was filled, so this case has ended." in shown
    assert "somebody else" not in shown


def test_second_answer_is_refused(client, page, placement):
    late = page(client.get(address(placement, "/accept"))).form()
    client.submit(address(placement, "/accept"))
    answer = client.post(address(placement, "/accept"), data=late.fill(nonce="another"))
    assert answer.status_code == 409
    assert "This answer was given before." in page(answer).errors


def test_double_click_is_one_yes(client, page, placement):
    form = page(client.get(address(placement, "/accept"))).form().fill()
    first, second = (client.post(address(placement, "/accept"), data=form) for _ in range(2))
    assert first.location == second.location == address(placement)
    assert len(placement.events) == 1


def test_ended_case_offers_no_act(client, page, professional):
    ended = PlacementFactory(
        professional=professional,
        origin=Origin.PROFESSIONAL,
        status=PlacementStatus.NOT_SELECTED,
        professional_answer=Answer.ACCEPTED,
    )
    shown = page(client.get(address(ended)))
    assert "Your profile stays open for other posts." in shown.text()
    assert not any(address(ended, act) in shown.links() for act in ACTS[1:])


def test_cases_of_others_look_absent(client, professional):
    foreign = PlacementFactory()
    for number in (foreign.id, 999_999):
        for act in ACTS:
            assert client.get(f"{CASES}/{number}{act}").status_code == 404
    assert foreign.vacancy.title not in client.get(CASES).text.partition("<main")[2]
