"""Writing a vacancy: section by section, left and taken up again, checked and submitted."""

import time

import pytest

from tests.factories import FacilityFactory, MinistryUserFactory, PublishedVacancyFactory, VacancyFactory
from tests.support.days import NEXT_YEAR, in_days
from web.models.claims import Cefr
from web.models.vacancy import Purpose, RequiredLanguage, Vacancy, VacancyEvent, VacancyStatus

POST = {
    "title": "Midwife for the labour ward",
    "mode": "temporary",
    "earliest_start-day": "1",
    "earliest_start-month": "3",
    "earliest_start-year": str(NEXT_YEAR),
    "latest_start-day": "1",
    "latest_start-month": "5",
    "latest_start-year": str(NEXT_YEAR),
    "duration_weeks": "12",
    "posts": "2",
    "purpose": "teaching",
    "teaching": "y",
}
CONDITIONS = {
    "description": "Day and night shifts.",
    "funded": "yes",
    "budget_line": "MOH-14-4",
    "local_candidates": "Advertised for six weeks.",
}
SECTIONS = (
    "post",
    "time",
    "experience",
    "conditions",
    "occupation",
    "facility",
    "languages/new",
    "skills/new",
)


@pytest.fixture
def draft(user):
    languages = [RequiredLanguage(code="en", min_cefr=Cefr.B2, required=True)]
    return VacancyFactory(ministry=user.ministry, created_by=user, languages=languages)


def url(vacancy, page=""):
    return f"/ministry/vacancies/{vacancy.id}{page and '/' + page}"


def only_vacancy(session):
    (vacancy,) = session.query(Vacancy).all()
    return vacancy


def test_whole_way_from_a_facility_to_the_receipt(client, page, session, user):
    facility = FacilityFactory()
    start = f"/ministry/facilities/{facility.id}/vacancies/new"
    found = client.get(start, query_string={"words": "sage-femme"})
    assert "Midwife" in page(found).texts(".choice-label")
    chosen = client.submit(f"{start}?words=sage-femme", choice="2222")
    begun = client.submit(chosen.location, **POST)
    vacancy = only_vacancy(session)
    assert begun.location == url(vacancy)
    assert (vacancy.occupation, vacancy.posts, vacancy.facility_id) == ("2222", 2, facility.id)
    assert (vacancy.purpose, vacancy.teaching) == (Purpose.TEACHING, True)

    tasks = page(client.get(url(vacancy)))
    assert tasks.texts(".task-state") == ["Done", "Not started", "Done", "Not started", "Cannot start yet"]
    client.submit(url(vacancy, "languages/new"), code="en", min_cefr="B2", required="yes")
    skill = f"{url(vacancy, 'skills/new')}?words=newborn resuscitation"
    codes = [choice["value"] for choice in page(client.get(skill)).soup.select("input[name=choice]")]
    client.submit(skill, choice=codes[0], level="3", kind="must_have", indispensable="y")
    client.submit(f"{url(vacancy, 'skills/new')}?words=cooking", choice="none", kind="desirable", level="1")
    checked = client.submit(url(vacancy, "conditions"), **CONDITIONS)
    assert checked.location == url(vacancy, "check")

    shown = page(client.get(checked.location)).text()
    for words in ("indispensable", "cooking", "English, at least B2", "MOH-14-4", "12 weeks"):
        assert words in shown
    receipt = client.submit(checked.location)
    assert receipt.location == url(vacancy, "submitted")
    assert vacancy.reference in page(client.get(receipt.location)).text(".confirmation")
    assert vacancy.status == VacancyStatus.SUBMITTED


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (("1999", str(NEXT_YEAR)), "The latest start must be within a year of the earliest"),
        (("2199", "2199"), "The latest start must be within three years from today"),
    ],
)
def test_start_nobody_can_mean_is_refused(client, page, draft, years, words):
    answers = dict(zip(("earliest_start-year", "latest_start-year"), years, strict=True))
    shown = page(client.submit(url(draft, "time"), **answers))
    assert shown.status == 422
    assert words in shown.errors


@pytest.fixture(params=["Etc/GMT-14", "Etc/GMT+12"])
def far_away(request):
    """Let the machine stand far east or far west: in one of the two it is another day than in UTC."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize(("days", "status"), [(-1, 422), (0, 303)])
def test_today_is_the_same_day_wherever_the_service_runs(client, draft, days, status):
    last = in_days(days)
    answers = {
        f"{name}_start-{part}": getattr(last, part)
        for name in ("earliest", "latest")
        for part in ("day", "month", "year")
    }
    assert client.submit(url(draft, "time"), **answers).status_code == status


def test_tick_that_would_be_dropped_is_refused(client, page, draft):
    skill = f"{url(draft, 'skills/new')}?words=cooking"
    answers = {"choice": "none", "kind": "desirable", "level": "1", "indispensable": "y"}
    shown = page(client.submit(skill, **answers))
    assert shown.status == 422
    assert "Choose “Must-have” above, or take this tick off" in shown.errors


def test_words_nobody_uses_in_health_lead_nowhere(client, page, user):
    start = f"/ministry/facilities/{FacilityFactory().id}/vacancies/new"
    shown = page(client.get(start, query_string={"words": "xyzzy"}))
    assert "xyzzy" in shown.text(".empty-state")
    assert client.get(f"{start}/0000").status_code == 303


def test_post_and_time_are_checked_with_the_values_kept(client, page, session, user):
    address = f"/ministry/facilities/{FacilityFactory().id}/vacancies/new/2222"
    wrong = {**POST, "latest_start-month": "2", "duration_weeks": "", "posts": str(2**70)}
    answer = client.submit(address, **wrong)
    assert answer.status_code == 422
    for words in ("on or after the earliest start", "how many weeks", "whole number from 1"):
        assert words in page(answer).errors
    assert page(answer).form().values["title"] == [POST["title"]]
    assert session.query(Vacancy).count() == 0


def test_nothing_is_taken_as_said_that_was_not_asked(client, page, session, user):
    address = f"/ministry/facilities/{FacilityFactory().id}/vacancies/new/2222"
    answer = client.submit(address, **{**POST, "purpose": ""})
    assert answer.status_code == 422
    assert "Choose a purpose" in page(answer).errors
    assert session.query(Vacancy).count() == 0


def test_permanent_post_has_no_length(client, page, user, draft):
    answer = client.submit(url(draft, "time"), mode="permanent")
    assert "A permanent post has no length" in page(answer).errors
    answer = client.submit(url(draft, "time"), mode="permanent", duration_weeks="")
    assert answer.status_code == 303
    assert draft.duration_weeks is None


def test_double_click_begins_one_draft(client, page, session, user):
    address = f"/ministry/facilities/{FacilityFactory().id}/vacancies/new/2222"
    values = page(client.get(address)).form().fill(**POST)
    first, second = (client.post(address, data=values) for _ in range(2))
    assert first.location == second.location == url(only_vacancy(session))


def test_other_occupation_keeps_a_specialty_only_if_it_has_it(client, user, draft):
    draft.specialty = "general_midwifery"
    answer = client.submit(f"{url(draft, 'occupation')}?words=pharmacist", choice="2262")
    assert answer.status_code == 303
    assert (draft.occupation, draft.specialty) == ("2262", None)


def test_other_facility_of_the_country(client, page, user, draft):
    wanted = FacilityFactory(name="Ridge", search_text=" ridge ")
    FacilityFactory(name="Ridge of Dakar", country="SN", search_text=" ridge of dakar ")
    address = f"{url(draft, 'facility')}?q=ridge"
    assert page(client.get(address)).texts(".choice-label") == ["Ridge"]
    assert client.submit(address, facility=wanted.id).status_code == 303
    assert draft.facility_id == wanted.id


def test_same_skill_and_language_twice_are_refused_in_words(client, page, user, draft):
    address = f"{url(draft, 'skills/new')}?words=cooking"
    client.submit(address, choice="none")
    assert "on the list already" in page(client.submit(address, choice="none")).errors
    again = client.submit(url(draft, "languages/new"), code="en", required="yes")
    assert again.status_code == 422


def test_requirement_is_removed_by_its_own_button(client, page, user, draft):
    client.submit(f"{url(draft, 'skills/new')}?words=cooking", choice="none")
    (skill,) = draft.skills
    remove = f"{url(draft, 'skills')}/{skill.id}/remove"
    client.submit(url(draft, "requirements"), action=remove)
    assert draft.skills == []


def test_working_language_is_asked_with_its_level(client, page, user, draft):
    client.submit(url(draft, "post"), language="fr")
    assert "worked in this language: French" in page(client.get(url(draft, "requirements"))).text(".inset")
    assert page(client.get(url(draft))).texts(".task-state")[1] == "In progress"
    assert "not complete" in page(client.submit(url(draft, "check"))).errors
    form = page(client.get(url(draft, "languages/new"))).form()
    assert form.values["code"] == ["fr"]
    client.submit(url(draft, "languages/new"), required="no")
    assert not page(client.get(url(draft, "requirements"))).soup.select(".inset")
    assert client.submit(url(draft, "check")).status_code == 303


def test_removal_is_for_the_list_as_it_was_shown(client, page, user, draft):
    (language,) = draft.languages
    remove = f"{url(draft, 'languages')}/{language.id}/remove"
    form = page(client.get(url(draft, "requirements"))).form(action=remove)
    draft.title = "Changed meanwhile"
    assert client.post(remove, data=form.fill()).status_code == 409
    assert draft.languages == [language]


@pytest.mark.parametrize("section", ["post", "time", "experience", "conditions"])
def test_stale_form_shows_what_is_stored_and_saves_when_sent_again(client, page, user, draft, section):
    form = page(client.get(url(draft, section))).form()
    draft.title = "Changed by a colleague"
    draft.description = "Changed by a colleague"
    stale = client.post(url(draft, section), data=form.fill())
    assert stale.status_code == 409
    assert page(stale).text(".inset-attention")
    again = page(stale).form()
    assert client.post(url(draft, section), data=again.fill()).status_code == 303


def test_answers_changed_after_checking_are_read_again_first(client, page, user, draft):
    form = page(client.get(url(draft, "check"))).form()
    draft.title = "Changed by a colleague"
    stale = client.post(url(draft, "check"), data=form.fill())
    assert stale.status_code == 409
    assert "Changed by a colleague" in page(stale).text()
    assert draft.status == VacancyStatus.DRAFT


def test_incomplete_vacancy_is_not_submitted(client, page, user, draft):
    draft.description = ""
    answer = client.submit(url(draft, "check"))
    assert answer.status_code == 422
    assert "not complete" in page(answer).errors


def test_returned_vacancy_shows_the_comment_and_can_be_submitted_again(client, page, user, draft):
    draft.status = VacancyStatus.RETURNED
    comment = "Name the ward."
    step = VacancyEvent(from_status=VacancyStatus.SUBMITTED, to_status=draft.status, comment=comment)
    draft.events.append(step)
    assert comment in page(client.get(url(draft))).text(".inset-attention")
    client.submit(url(draft, "post"), title="Midwife, maternity ward")
    client.submit(url(draft, "check"))
    assert draft.status == VacancyStatus.SUBMITTED


@pytest.mark.parametrize("section", SECTIONS)
def test_form_of_a_submitted_vacancy_leads_to_its_page(client, page, user, draft, section):
    form = page(client.get(url(draft, "post"))).form()
    draft.status = VacancyStatus.SUBMITTED
    assert client.get(url(draft, section)).location == url(draft)
    assert client.post(url(draft, section), data=form.fill()).status_code == 409


@pytest.mark.parametrize("section", ["", *SECTIONS, "requirements", "check", "submitted", "pause", "cancel"])
def test_vacancy_of_another_ministry_does_not_exist(client, user, section):
    foreign = PublishedVacancyFactory(ministry=MinistryUserFactory().ministry)
    assert client.get(url(foreign, section)).status_code == 404


@pytest.mark.parametrize("section", ["post", "time", "experience", "conditions", "languages/new"])
def test_hostile_values_in_every_field_get_a_clear_answer(client, page, user, draft, section):
    form = page(client.get(url(draft, section))).form()
    for hostile in ("\x00", "\ud800", "x" * 5000, "🙂" * 300, str(2**70)):
        typed = hostile.encode("utf-8", "surrogatepass")
        values = {name: [typed] for name in form.values if name != "csrf_token"}
        answer = client.post(url(draft, section), data={"csrf_token": form.values["csrf_token"], **values})
        assert answer.status_code in {400, 409, 422}
