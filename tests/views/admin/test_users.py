import pytest

from tests.factories import (
    AdminFactory,
    AuditEntryFactory,
    CoordinatorFactory,
    MinistryFactory,
    MinistryUserFactory,
    UserFactory,
)
from web.models.base import now
from web.models.user import Role, User
from web.queries.keyset import PAGE_SIZE


@pytest.fixture
def admin():
    return AdminFactory(name="Ines Correia")


@pytest.fixture
def desk(client, sign_in, admin):
    sign_in(client, admin)
    return client


def names(page, answer):
    return [cell.find("a").get_text() for cell in page(answer).soup.select("tbody th")]


class TestList:
    def test_everybody_newest_first_with_role_scope_and_state(self, desk, page):
        CoordinatorFactory(name="Awa Diop", countries=("SN", "GH"))
        UserFactory(name="Ben Odonkor", active=False)
        shown = page(desk.get("/admin/users"))
        assert names(page, desk.get("/admin/users")) == ["Ben Odonkor", "Awa Diop", "Ines Correia"]
        assert "Ghana, Senegal" in shown.text("tbody")
        assert "Suspended" in shown.text("tbody")
        assert shown.text("[role=status]") == "3 accounts"

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("text=AWA", ["Awa Diop"]),
            ("text=diop+example", ["Awa Diop"]),
            ("text=%25", []),
            ("text=aw", []),
            ("role=admin", ["Ines Correia"]),
            ("state=suspended", ["Ben Odonkor"]),
            ("state=invited", ["Cora New"]),
            ("state=unconfirmed", ["Dede Wait"]),
            ("role=ministry&state=active", []),
        ],
    )
    def test_search_and_filters_narrow_the_list(self, desk, page, query, expected):
        CoordinatorFactory(name="Awa Diop")
        UserFactory(name="Ben Odonkor", active=False)
        MinistryUserFactory(name="Cora New", password=None, confirmed_at=None)
        UserFactory(name="Dede Wait", confirmed_at=None)
        assert names(page, desk.get(f"/admin/users?{query}")) == expected

    def test_pages_keep_the_filter_and_show_everybody_once(self, desk, page):
        for number in range(PAGE_SIZE + 2):
            UserFactory(name=f"Person {number:02}")
        first = desk.get("/admin/users?role=professional")
        further = page(first).soup.select_one("a[rel=next]")["href"]
        assert "role=professional" in further
        both = names(page, first) + names(page, desk.get(further))
        assert both == [f"Person {number:02}" for number in reversed(range(PAGE_SIZE + 2))]

    @pytest.mark.parametrize(
        "query", ["role=king", "state=asleep", "after=1180591620717411303424", "text=%00"]
    )
    def test_what_makes_no_sense_is_refused_in_words(self, desk, page, query):
        shown = page(desk.get(f"/admin/users?{query}"))
        assert (shown.status, bool(shown.errors)) == (422, True)


class TestInvitation:
    def test_invited_gets_a_letter_and_comes_in(self, desk, make_client, read_mail, page):
        answer = desk.submit(
            "/admin/users/invite",
            name="Awa Diop",
            email="Awa@programme.example",
            language="fr",
            role="coordinator",
            countries=["GN", "SN"],
        )
        assert (
            "The invitation is on its way to awa@programme.example." in page(desk.get(answer.location)).text()
        )
        (letter,) = read_mail()
        assert (letter["To"], letter["Content-Language"]) == ("awa@programme.example", "fr")

    def test_address_can_carry_role_and_ministry(self, desk, page):
        ministry = MinistryFactory()
        shown = page(desk.get(f"/admin/users/invite?role=ministry&ministry={ministry.id}"))
        assert shown.form().values["role"] == ["ministry"]
        assert shown.form().values["ministry"] == [str(ministry.id)]

    def test_refusals_stand_at_their_fields_and_answers_are_kept(self, desk, page):
        taken = UserFactory()
        base = {"name": "Awa", "email": "awa@programme.example", "language": "en"}
        for answers, words in (
            ({"role": None}, "Choose what this person does here"),
            ({"role": "admin", "email": ""}, "Enter the person's e-mail address"),
            ({"role": "admin", "email": "awa at work"}, "Enter an e-mail address like name@example.org"),
            ({"role": "ministry"}, "Choose the ministry this person works for."),
            ({"role": "coordinator"}, "Choose at least one country for this coordinator."),
            (
                {"role": "admin", "email": taken.email},
                "There is an account with this e-mail address already.",
            ),
            ({"role": "professional"}, "Choose what this person does here"),
            ({"role": "ministry", "ministry": "999"}, "Choose one of the list"),
        ):
            shown = page(desk.submit("/admin/users/invite", **{**base, **answers}))
            assert shown.status == 422
            assert words in shown.errors
            assert shown.form().values["name"] == ["Awa"]

    def test_sent_again_only_while_it_waits(self, desk, read_mail, page):
        waiting = MinistryUserFactory(password=None, confirmed_at=None, invited_at=now())
        url = f"/admin/users/{waiting.id}"
        assert desk.submit(url, action=f"{url}/invitation").location == url
        assert [letter["To"] for letter in read_mail()] == [waiting.email]
        assert "Send the invitation again" not in page(desk.get(f"/admin/users/{UserFactory().id}")).text()


class TestUser:
    def test_page_tells_what_was_done_by_whom_and_why(self, desk, page, admin):
        user = UserFactory()
        AuditEntryFactory(
            actor=admin, action="user.suspend", object_id=user.id, reason="Shared the password."
        )
        shown = page(desk.get(f"/admin/users/{user.id}"))
        for words in ("Suspended", "Ines Correia", "Shared the password."):
            assert words in shown.text("table")

    def test_made_up_data_is_said_in_words(self, desk, page, admin):
        AuditEntryFactory(actor=admin, action="demo.seed", object_id=admin.id)
        shown = page(desk.get(f"/admin/users/{admin.id}")).text("table")
        assert "Made-up data added" in shown
        assert "demo.seed" not in shown

    def test_absent_account_is_a_404(self, desk):
        for url in ("/admin/users/999", "/admin/users/999/change", "/admin/users/999/suspend"):
            assert desk.get(url).status_code == 404

    def test_new_countries_count_on_the_next_request(self, desk, make_client, sign_in):
        coordinator = CoordinatorFactory(countries=("GH",))
        other = make_client()
        sign_in(other, coordinator)
        desk.submit(f"/admin/users/{coordinator.id}/change", countries=["GH", "SN"])
        assert coordinator.countries == {"GH", "SN"}
        assert other.get("/coordinator/").status_code == 200

    def test_lost_country_counts_on_the_next_request(self, desk, make_client, sign_in):
        coordinator = CoordinatorFactory(countries=("GH", "SN"))
        other = make_client()
        sign_in(other, coordinator)
        desk.submit(f"/admin/users/{coordinator.id}/change", countries=["SN"])
        assert coordinator.countries == {"SN"}
        assert other.get("/coordinator/").location.startswith("/account/sign-in")

    def test_lost_role_counts_on_the_next_request(self, desk, make_client, sign_in):
        coordinator = CoordinatorFactory()
        other = make_client()
        sign_in(other, coordinator)
        assert other.get("/coordinator/").status_code == 200
        ministry = MinistryFactory()
        desk.submit(f"/admin/users/{coordinator.id}/change", role="ministry", ministry=str(ministry.id))
        assert other.get("/coordinator/").location.startswith("/account/sign-in")
        sign_in(other, coordinator)
        assert other.get("/coordinator/").status_code == 403
        assert other.get("/ministry/").status_code == 200

    def test_professional_has_no_role_to_choose(self, desk, page):
        user = UserFactory()
        url = f"/admin/users/{user.id}/change"
        assert "role" not in page(desk.get(url)).form().values
        desk.submit(url, name="Another Name", role="admin")
        assert (user.name, user.role) == ("Another Name", Role.PROFESSIONAL)

    def test_stale_form_shows_both_and_can_be_sent_again(self, desk, page, session):
        user = CoordinatorFactory(name="First")
        url = f"/admin/users/{user.id}/change"
        old = page(desk.get(url)).form().fill(name="Second")
        user.name = "Meanwhile"
        answer = desk.post(url, data=old)
        shown = page(answer)
        assert shown.status == 409
        assert "Meanwhile" in shown.text(".inset")
        assert shown.form().values["name"] == ["Second"]
        assert desk.post(url, data=shown.form().fill()).status_code == 303
        assert user.name == "Second"

    def test_sent_twice_acts_once(self, desk, page, session):
        user = CoordinatorFactory()
        url = f"/admin/users/{user.id}/change"
        form = page(desk.get(url)).form().fill(name="Once")
        versions = []
        for _ in range(2):
            assert desk.post(url, data=form).location == f"/admin/users/{user.id}"
            versions.append(session.get_one(User, user.id).version)
        assert versions[0] == versions[1]


class TestSuspension:
    def test_needs_a_reason_and_counts_on_the_next_request(self, desk, make_client, sign_in, page):
        user, other = UserFactory(), make_client()
        sign_in(other, user)
        url = f"/admin/users/{user.id}/suspend"
        assert "Write why this account is suspended" in page(desk.submit(url)).errors
        assert other.get("/account/settings").status_code == 200
        assert desk.submit(url, reason="Shared the password.").location == f"/admin/users/{user.id}"
        assert other.get("/account/settings").status_code == 303

    def test_reinstated_can_sign_in_again(self, desk):
        user = UserFactory(active=False)
        url = f"/admin/users/{user.id}"
        assert desk.submit(url, action=f"{url}/reinstate").location == url
        assert user.active

    def test_admin_cannot_suspend_the_own_account(self, desk, page, admin):
        url = f"/admin/users/{admin.id}"
        assert f"{url}/suspend" not in page(desk.get(url)).links()
        shown = page(desk.submit(f"{url}/suspend", reason="tired"))
        assert "You cannot do this to your own account" in shown.errors
        assert admin.active

    def test_get_never_writes(self, desk):
        user = UserFactory(active=False)
        for act in ("reinstate", "invitation"):
            assert desk.get(f"/admin/users/{user.id}/{act}").status_code == 405
        assert not user.active
