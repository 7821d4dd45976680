"""The lists of a profile: typed words and suggestions, adding, changing, removing, having none."""

import pytest
from sqlalchemy import delete, event
from sqlalchemy.orm import object_session

from tests.factories import ActiveProfessionalFactory, VerificationFactory
from tests.support.days import NEXT_YEAR, in_days
from web.models.claims import HeldSkill

PROFILE = "/professional/profile"
DATES = ("day", "month", "year")


def day(name, *parts):
    return {f"{name}__{part}": value for part, value in zip(DATES, parts, strict=True)}


class TestTypedWords:
    def test_typed_occupation_is_confirmed_and_brings_its_specialty(self, client, page, newcomer, session):
        url = f"{PROFILE}/occupations/new?words=sage-femme"
        shown = page(client.get(url))
        assert shown.texts("input[name=choice] ~ label")[0] == "Midwife"
        assert "You wrote: “sage-femme”" in shown.text()
        answer = client.submit(url, choice="2222", years="9")
        held = newcomer.professional.occupations[0]
        assert (held.code, held.title, held.years) == ("2222", "sage-femme", 9)
        assert answer.location == f"{PROFILE}/occupations/{held.id}/specialty"

    def test_work_outside_health_is_said_to_be_so(self, client, page, newcomer):
        shown = page(client.get(f"{PROFILE}/occupations/new?words=plumber"))
        assert "We do not know “plumber” as an occupation in health" in shown.text()

    def test_code_that_was_not_suggested_is_refused(self, client, page, newcomer):
        url = f"{PROFILE}/occupations/new?words=sage-femme"
        answer = client.submit(url, choice="2212", years="9")
        assert answer.status_code == 422
        assert "Choose the occupation that is yours" in page(answer).errors

    def test_empty_search_says_what_to_type(self, client, page, newcomer):
        answer = client.get(f"{PROFILE}/occupations/new?words=")
        assert answer.status_code == 422
        assert "Type a few words" in page(answer).errors

    @pytest.mark.parametrize("words", ["x" * 5000, "a\x00b"])
    def test_words_nobody_types_are_refused(self, client, newcomer, words):
        assert client.get(f"{PROFILE}/skills/new", query_string={"words": words}).status_code == 422

    def test_specialty_is_looked_up_or_left_out(self, client, page, professional, session):
        held = professional.occupations[0]
        url = f"{PROFILE}/occupations/{held.id}/specialty"
        assert client.submit(f"{url}?words=neonatologie", choice="neonatology").status_code == 303
        assert held.specialty == "neonatology"
        shown = page(client.get(url))
        assert "neonatology" in shown.form().values["choice"]
        client.submit(url, choice="none")
        assert held.specialty is None

    def test_specialty_first_looked_up_is_that_of_the_occupation_given(self, client, page, professional):
        held = professional.occupations[0]
        url = f"{PROFILE}/occupations/{held.id}/specialty"
        shown = page(client.get(url)).text()
        assert f"You gave as occupation: “{held.title}”" in shown
        assert "You wrote" not in shown
        assert "You wrote: “neonatologie”" in page(client.get(f"{url}?words=neonatologie")).text()

    def test_skill_keeps_the_words_where_nothing_fits(self, client, page, professional):
        shown = page(client.get(f"{PROFILE}/skills/new?words=juggling"))
        assert "We do not know “juggling” as a skill." in shown.text()
        client.submit(f"{PROFILE}/skills/new?words=juggling", choice="none", level="2")
        skill = professional.skills[-1]
        assert (skill.code, skill.phrase, skill.level) == (None, "juggling", 2)

    def test_skill_on_the_list_is_not_added_twice(self, client, page, professional):
        url = f"{PROFILE}/skills/new?words=emergency obstetric care"
        answer = client.submit(url, choice="emergency_obstetric_care", level="2")
        assert answer.status_code == 422
        assert "This is on your list already" in page(answer).errors

    def test_changing_the_years_keeps_the_occupation(self, client, page, professional, session):
        held = professional.occupations[0]
        client.submit(f"{PROFILE}/occupations/{held.id}", years="8")
        assert (held.code, held.years) == ("2222", 8)


class TestEntries:
    def test_each_list_takes_an_entry(self, client, newcomer, session):
        for path, answers in (
            ("languages", {"code": "fr", "cefr": "B2"}),
            ("qualifications", {"title": "Diplôme d'État", "country": "FR", "year": "2015"}),
            ("licences", {"country": "FR", "regulator": "Ordre des sages-femmes", "status": "active"}),
            ("availability", day("starts_on", "1", "3", NEXT_YEAR)),
        ):
            answer = client.submit(f"{PROFILE}/{path}/new", **answers)
            assert answer.location == f"{PROFILE}/{path}"
            assert len(getattr(newcomer.professional, path)) == 1

    def test_each_entry_can_be_changed(self, client, page, professional):
        for path, answers, words in (
            ("languages", {"cefr": "B1"}, "B1: familiar matters at work"),
            ("qualifications", {"year": "2013"}, "2013"),
            ("licences", {"regulator": "Another council"}, "Another council"),
            ("availability", day("ends_on", "31", "3", NEXT_YEAR), f"to 31 March {NEXT_YEAR}"),
            ("skills", {"level": "4"}, "I can teach it"),
        ):
            claim = getattr(professional, path)[0]
            answer = client.submit(f"{PROFILE}/{path}/{claim.id}", **answers)
            assert answer.location == f"{PROFILE}/{path}"
            assert words in page(client.get(answer.location)).text()

    def test_language_somebody_reads_us_in_is_asked_for(self, client, page, professional):
        professional.languages[0].code = "fr"
        url = f"{PROFILE}/languages"
        assert "not on your list: English. Add it with your level" in page(client.get(url)).text(".inset")
        assert page(client.get(f"{url}/new")).form().values["code"] == ["en"]
        client.submit(f"{url}/new", cefr="C2")
        assert not page(client.get(url)).soup.select(".inset")
        assert page(client.get(f"{url}/new")).form().values["code"] == [""]

    def test_stale_change_shows_what_is_stored(self, client, page, professional):
        url = f"{PROFILE}/languages/{professional.languages[0].id}"
        old = page(client.get(url)).form().fill(cefr="A1")
        client.submit(url, cefr="B1")
        answer = client.post(url, data=old)
        assert answer.status_code == 409
        assert "English B1: familiar matters at work" in page(answer).text()

    def test_changed_licence_has_to_be_verified_again(self, client, page, professional, session):
        VerificationFactory(licence=professional.licences[0])
        assert "Verified on" in page(client.get(f"{PROFILE}/licences")).text()
        url = f"{PROFILE}/licences/{professional.licences[0].id}"
        assert "a coordinator has to verify it again" in page(client.get(url)).text()
        client.submit(url, number="new number")
        assert "No longer verified: you changed it" in page(client.get(f"{PROFILE}/licences")).text()

    def test_dates_have_to_be_in_order(self, client, page, professional):
        answers = day("starts_on", "1", "3", NEXT_YEAR) | day("ends_on", "1", "2", NEXT_YEAR)
        refused = page(client.submit(f"{PROFILE}/availability/new", **answers))
        assert "The last day cannot be before the first day" in refused.errors

    def test_overlapping_period_is_refused_at_its_field(self, client, page, professional):
        answers = day("starts_on", "1", "4", NEXT_YEAR)
        refused = page(client.submit(f"{PROFILE}/availability/new", **answers))
        assert "These days are in another of your periods already" in refused.errors


def on(name, days):
    """Answer with a day so many days away."""
    given = in_days(days)
    return day(name, given.day, given.month, given.year)


class TestContradictions:
    @pytest.mark.parametrize(
        ("stated", "words"),
        [
            (("active", "valid_until", -1), "This date has passed. Choose “Expired”, or correct"),
            (("expired", "valid_until", 0), "This date is still to come. Choose “Active”"),
            (("active", "valid_from", 1), "Add the licence once it has begun"),
        ],
    )
    def test_licence_whose_dates_deny_its_state(self, client, page, newcomer, stated, words):
        status, field, days = stated
        answers = {"country": "FR", "regulator": "Ordre", "status": status, **on(field, days)}
        refused = client.submit(f"{PROFILE}/licences/new", **answers)
        assert refused.status_code == 422
        assert words in page(refused).errors

    @pytest.mark.parametrize(("status", "last_day"), [("active", 0), ("expired", -1), ("suspended", -1)])
    def test_licence_whose_dates_agree_with_its_state(self, client, newcomer, status, last_day):
        answers = {"country": "FR", "regulator": "Ordre", "status": status, **on("valid_until", last_day)}
        assert client.submit(f"{PROFILE}/licences/new", **answers).status_code == 303

    def test_period_that_is_over(self, client, page, newcomer):
        answers = on("starts_on", -10) | on("ends_on", -1)
        refused = client.submit(f"{PROFILE}/availability/new", **answers)
        assert refused.status_code == 422
        assert "This day has passed. Enter a last day that is still to come." in page(refused).errors

    def test_period_that_has_begun_is_fine(self, client, newcomer):
        answers = on("starts_on", -10) | on("ends_on", 0)
        assert client.submit(f"{PROFILE}/availability/new", **answers).status_code == 303

    def test_diploma_of_a_year_nobody_can_mean(self, client, page, newcomer):
        this_year = in_days(0).year
        for year in (1949, this_year + 1):
            refused = client.submit(f"{PROFILE}/qualifications/new", title="Diploma", year=year)
            assert f"Enter a whole number from 1950 to {this_year}" in page(refused).errors

    def test_more_years_in_one_occupation_than_in_all(self, client, page, professional):
        url = f"{PROFILE}/occupations/{professional.occupations[0].id}"
        assert "more than the years in all that you state" in page(client.submit(url, years="10")).errors
        refused = page(client.submit(f"{PROFILE}/experience", years_experience="8"))
        assert "One of your occupations states more years than this" in refused.errors
        assert (professional.years_experience, professional.occupations[0].years) == (9, 9)

    @pytest.mark.parametrize("section", ["qualifications", "licences"])
    def test_same_entry_a_second_time(self, client, page, professional, section):
        first = f"{PROFILE}/{section}/{getattr(professional, section)[0].id}"
        names = ("country", "title", "year", "regulator", "number", "status")
        stored = page(client.get(first)).form().values
        answers = {name: stored[name] for name in names if name in stored}
        refused = client.submit(f"{PROFILE}/{section}/new", **answers)
        assert "This is on your list already" in page(refused).errors
        assert client.submit(first).status_code == 303

    def test_changing_an_entry_into_another(self, client, page, professional):
        held = professional.qualifications[0]
        client.submit(f"{PROFILE}/qualifications/new", title="Other", country="GB", year="2012")
        url = f"{PROFILE}/qualifications/{professional.qualifications[1].id}"
        assert "on your list already" in page(client.submit(url, title=held.title.upper())).errors
        licence = professional.licences[0]
        answers = {"country": "GB", "regulator": "Another", "status": "active", "number": licence.number}
        client.submit(f"{PROFILE}/licences/new", **answers)
        url = f"{PROFILE}/licences/{professional.licences[1].id}"
        assert "on your list already" in page(client.submit(url, regulator=licence.regulator)).errors


class TestRemoving:
    def test_entry_is_removed_after_asking(self, client, page, professional):
        skill = professional.skills[0]
        url = f"{PROFILE}/skills/{skill.id}/remove"
        assert "Emergency obstetric and newborn care" in page(client.get(url)).text()
        assert client.submit(url).location == f"{PROFILE}/skills"
        assert professional.skills == []

    def test_profile_in_use_keeps_what_it_needs(self, client, page, professional):
        refused = client.submit(f"{PROFILE}/languages/{professional.languages[0].id}/remove")
        assert refused.status_code == 422
        assert "Add another one first" in page(refused).errors

    def test_nothing_to_list_is_an_answer(self, client, page, newcomer):
        assert client.submit(f"{PROFILE}/licences").location == PROFILE
        assert newcomer.professional.stated_none == ["licences"]
        assert "My licences Done" in page(client.get(PROFILE)).text()
        assert "You have said: I have no licence" in page(client.get(f"{PROFILE}/licences")).text()

    def test_language_list_cannot_be_stated_empty(self, client, page, newcomer):
        form = page(client.get(f"{PROFILE}/licences")).form().fill()
        assert client.post(f"{PROFILE}/languages", data=form).status_code == 405


@pytest.mark.parametrize(
    ("section", "endings"),
    [
        ("occupations", ("", "/specialty", "/remove")),
        ("skills", ("", "/remove")),
        ("languages", ("", "/remove")),
        ("qualifications", ("", "/remove")),
        ("licences", ("", "/remove")),
        ("availability", ("", "/remove")),
    ],
)
def test_entries_of_others_look_absent(client, professional, section, endings):
    foreign = getattr(ActiveProfessionalFactory(), section)[0].id
    for number in (foreign, 999_999):
        for ending in endings:
            assert client.get(f"{PROFILE}/{section}/{number}{ending}").status_code == 404


@pytest.mark.parametrize("act", ["", "/remove"])
def test_entry_removed_at_this_very_moment_is_a_conflict(client, page, professional, app, act):
    number, session = professional.skills[0].id, object_session(professional)
    url = f"{PROFILE}/skills/{number}{act}"
    form = page(client.get(url)).form().fill()

    def remove_meanwhile(of_request):
        # The view has read the entry, and the change has not begun.
        if any(isinstance(row, HeldSkill) for row in of_request.identity_map.values()):
            session.execute(delete(HeldSkill).where(HeldSkill.id == number))
            session.commit()

    sessions = app.extensions["database"].session_factory
    event.listen(sessions, "after_rollback", remove_meanwhile)
    answer = client.post(url, data=form)
    event.remove(sessions, "after_rollback", remove_meanwhile)
    assert answer.status_code == 409
