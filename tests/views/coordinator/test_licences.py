"""The queue of licences and the page of one, as coordinators use them."""

from datetime import timedelta

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    LicenceFactory,
    PlacementFactory,
    ProfessionalFactory,
    VerificationFactory,
)
from web.models.base import now
from web.models.claims import VerificationResult

LIST = "/coordinator/licences"


@pytest.fixture
def coordinator(client, sign_in, session):
    user = CoordinatorFactory()
    sign_in(client, user)
    return user


def make_licence(age=0, **attributes):
    licence = ActiveProfessionalFactory().licences[0]
    licence.changed_at = now() - timedelta(days=age)
    for name, value in attributes.items():
        setattr(licence, name, value)
    return licence


def address(licence):
    return f"{LIST}/{licence.id}"


ANSWERS = {"method": "register_look_up", "source": "Register of the council", "result": "confirmed"}


class TestList:
    def test_licences_to_verify_come_oldest_first(self, client, page, coordinator):
        young, old = make_licence(age=1), make_licence(age=12)
        shown = page(client.get(LIST))
        rows = shown.texts("tbody tr")
        assert old.professional.reference in rows[0]
        assert young.professional.reference in rows[1]
        assert "12 days" in rows[0]
        assert address(old) in shown.links()

    def test_each_queue_holds_its_own(self, client, page, coordinator, session):
        soon = now().date() + timedelta(days=30)
        licences = waiting, verified, expiring, ended, refused = [make_licence() for _ in range(5)]
        VerificationFactory(licence=verified)
        expiring.valid_until = soon
        VerificationFactory(licence=expiring)
        VerificationFactory(licence=ended, expires_on=now().date() - timedelta(days=1))
        VerificationFactory(licence=refused, result=VerificationResult.NOT_CONFIRMED)
        queues = {
            "to_verify": {waiting, ended},
            "verified": {verified, expiring},
            "expiring": {expiring},
            "not_confirmed": {refused},
        }
        for queue, expected in queues.items():
            links = set(page(client.get(f"{LIST}?queue={queue}")).links())
            assert {one for one in licences if address(one) in links} == expected, queue

    def test_what_ends_first_comes_first(self, client, page, coordinator):
        today = now().date()
        ends = {"licence": (20, None), "check": (300, 10), "both": (5, 30), "open": (None, 40)}
        licences = {}
        for name, (licence_days, check_days) in ends.items():
            licence = licences[name] = make_licence()
            licence.valid_until = licence_days and today + timedelta(days=licence_days)
            VerificationFactory(licence=licence, expires_on=check_days and today + timedelta(days=check_days))
        rows = page(client.get(f"{LIST}?queue=expiring")).texts("tbody tr")
        order = [licences[name].professional.reference for name in ("both", "check", "licence", "open")]
        assert [next(one for one in order if one in row) for row in rows] == order

    def test_licence_changed_after_its_check_waits_again(self, client, page, coordinator):
        licence = make_licence()
        VerificationFactory(licence=licence, checked_at=now() - timedelta(days=2))
        shown = page(client.get(LIST))
        assert "Changed since it was checked" in shown.text("tbody tr")

    def test_filter_finds_by_part_of_the_reference(self, client, page, coordinator):
        one, other = make_licence(), make_licence()
        part = one.professional.reference.removeprefix("P-").lower()
        links = page(client.get(LIST, query_string={"reference": part})).links()
        assert address(one) in links
        assert address(other) not in links

    def test_filter_finds_by_country_and_open_case(self, client, page, coordinator):
        british, french = make_licence(), make_licence(country="FR")
        PlacementFactory(professional=french.professional)
        for query in ({"country": "FR"}, {"with_case": "y"}):
            links = page(client.get(LIST, query_string=query)).links()
            assert address(french) in links
            assert address(british) not in links

    def test_case_in_a_country_of_others_is_not_mine(self, client, page, session, sign_in):
        licence = make_licence()
        PlacementFactory(professional=licence.professional)
        sign_in(client, CoordinatorFactory(countries=("TD",)))
        assert address(licence) not in page(client.get(f"{LIST}?with_case=y")).links()
        assert "Open case" not in page(client.get(LIST)).text("tbody")

    def test_draft_profiles_are_nobodys_business(self, client, page, coordinator):
        draft = LicenceFactory(professional=ProfessionalFactory())
        assert address(draft) not in page(client.get(LIST)).links()
        assert client.get(address(draft)).status_code == 404

    def test_pages_lead_on_and_back_and_keep_the_filter(self, client, page, coordinator):
        licences = [make_licence(age=40 - number) for number in range(27)]
        first = page(client.get(f"{LIST}?country=GB"))
        (following,) = [link for link in first.links() if "after=" in link]
        second = page(client.get(following))
        assert "country=GB" in following
        assert [address(one) in second.links() for one in licences] == [False] * 25 + [True] * 2
        (back,) = [link for link in second.links() if "before=" in link]
        assert address(licences[0]) in page(client.get(back)).links()

    @pytest.mark.parametrize("query", ["country=XX", "queue=all", "after=0", "before=x", f"after={2**70}"])
    def test_address_nobody_was_given_is_answered_in_words(self, client, page, coordinator, query):
        answer = client.get(f"{LIST}?{query}")
        assert answer.status_code == 422
        assert page(answer).errors

    def test_empty_list_says_why(self, client, page, coordinator):
        assert "Every licence on the roster is checked" in page(client.get(LIST)).text()
        assert "No licence in this list fits the filter" in page(client.get(f"{LIST}?country=FR")).text()


class TestLicence:
    def test_page_tells_what_is_stated_and_by_whom(self, client, page, coordinator):
        licence = make_licence()
        placement = PlacementFactory(professional=licence.professional)
        shown = page(client.get(address(licence)))
        name = licence.professional.identity.full_name
        assert shown.heading == f"Licence of {name}"
        last_day = f"31 December {licence.valid_until.year}"
        for words in (licence.regulator, licence.number, licence.professional.reference, last_day):
            assert words in shown.text()
        assert f"/coordinator/cases/{placement.id}" in shown.links()

    def test_first_day_not_given_takes_no_row(self, client, page, coordinator):
        licence = make_licence()
        licence.valid_from = None
        assert "Valid from" not in page(client.get(address(licence))).text()

    def test_check_is_recorded_and_shown(self, client, page, coordinator):
        licence = make_licence()
        answer = client.submit(address(licence), **ANSWERS, note="Good until the register changes")
        assert answer.location == address(licence)
        shown = page(client.get(address(licence))).text()
        assert "The check is recorded." in shown
        assert f"by {coordinator.name}" in shown
        assert "Register looked up, Register of the council" in shown
        assert licence.latest_verification.result == VerificationResult.CONFIRMED

    def test_form_sent_twice_records_one_check(self, client, page, coordinator):
        licence = make_licence()
        values = page(client.get(address(licence))).form().fill(**ANSWERS)
        answers = [client.post(address(licence), data=values) for _ in range(2)]
        assert answers[0].location == answers[1].location == address(licence)
        assert len(licence.verifications) == 1

    def test_missing_answers_are_asked_for_and_the_rest_is_kept(self, client, page, coordinator):
        licence = make_licence()
        answer = client.submit(address(licence), source="Letter of 3 March")
        shown = page(answer)
        assert answer.status_code == 422
        assert "Choose how you checked it" in shown.errors
        assert "Choose what you found" in shown.errors
        assert shown.form().values["source"] == ["Letter of 3 March"]
        assert not licence.verifications

    def test_what_differs_is_asked_only_if_it_is_not_confirmed(
        self, client, page, coordinator, make_client, sign_in
    ):
        licence = make_licence()
        refused = client.submit(address(licence), **ANSWERS | {"result": "not_confirmed"})
        assert refused.status_code == 422
        assert "Choose what differs" in page(refused).errors
        said = ANSWERS | {"result": "not_confirmed", "difference": "name"}
        assert client.submit(address(licence), **said).status_code == 303
        assert "The name differs" in page(client.get(address(licence))).text()
        owner = make_client()
        sign_in(owner, licence.professional.user)
        for url in ("/professional/", "/professional/profile/licences"):
            assert "under another name than the one in your profile" in page(owner.get(url)).text()

    def test_last_day_after_the_licence_is_refused_at_its_field(self, client, page, coordinator):
        licence = make_licence()
        last_day = {"expires_on__day": 1, "expires_on__month": 1, "expires_on__year": 2190}
        refused = client.submit(address(licence), **ANSWERS, **last_day)
        assert refused.status_code == 422
        assert "The licence itself ends before this day" in page(refused).errors
        assert not licence.verifications

    def test_last_day_in_the_past_is_refused_at_its_field(self, client, page, coordinator):
        licence = make_licence()
        last_day = {"expires_on__day": 1, "expires_on__month": 1, "expires_on__year": 2020}
        answer = client.submit(address(licence), **ANSWERS, **last_day)
        assert answer.status_code == 422
        assert "This day has passed" in page(answer).errors
        assert page(answer).form().values["expires_on-year"] == ["2020"]
        assert not licence.verifications

    def test_licence_changed_meanwhile_is_shown_anew_before_it_is_confirmed(self, client, page, coordinator):
        licence = make_licence()
        values = page(client.get(address(licence))).form().fill(**ANSWERS)
        licence.number, licence.changed_at = "NEW-NUMBER", now()
        stale = client.post(address(licence), data=values)
        shown = page(stale)
        assert stale.status_code == 409
        assert "changed or checked after you opened" in shown.errors
        assert "NEW-NUMBER" in shown.text()
        assert not licence.verifications
        again = client.post(address(licence), data=shown.form().fill())
        assert again.status_code == 303
        assert len(licence.verifications) == 1

    def test_licence_removed_meanwhile_is_gone(self, client, page, coordinator, session):
        licence = make_licence()
        url = address(licence)
        values = page(client.get(url)).form().fill(**ANSWERS)
        session.delete(licence)
        assert client.post(url, data=values).status_code == 404

    @pytest.mark.parametrize(
        "wrong", [{"source": "x\0y"}, {"note": "x" * 5000}, {"method": "hearsay"}, {"state": "not/a-state"}]
    )
    def test_bad_input_is_answered_in_words(self, client, page, coordinator, wrong):
        licence = make_licence()
        answer = client.submit(address(licence), **ANSWERS | wrong)
        assert answer.status_code in {409, 422}
        assert page(answer).errors
        assert not licence.verifications
