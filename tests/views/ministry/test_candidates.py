"""The ranked list as a ministry sees it: who fits and why, and nothing of who they are."""

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    HeldSkillFactory,
    IdentityFactory,
    PlacementFactory,
    PublishedVacancyFactory,
)
from web.models.placement import Answer, Origin, Placement, PlacementStatus
from web.models.professional import ProfessionalStatus
from web.models.ranking import Ranking, RankingView
from web.models.vacancy import VacancyStatus

RANGE = "\N{EN DASH}"


@pytest.fixture
def vacancy(user):
    return PublishedVacancyFactory(ministry=user.ministry, created_by=user)


@pytest.fixture
def professional(vacancy):
    professional = ActiveProfessionalFactory(country_of_origin="GH", summary="I am Ama Mensah of Kumasi.")
    professional.identity = professional.identity or IdentityFactory(professional=professional)
    return professional


def url(vacancy, *rest):
    return "/".join([f"/ministry/vacancies/{vacancy.id}/candidates", *rest])


def pseudonym(client, page, vacancy):
    (name,) = page(client.get(url(vacancy))).texts(".match-name")
    return name


def identifying(professional):
    """List what would tell the ministry who the person is, or help to find out."""
    user, identity = professional.user, professional.identity
    return [
        user.email,
        user.name,
        identity.given_name,
        identity.family_name,
        identity.phone,
        professional.reference,
        professional.summary,
        "comes from",
        *(licence.number for licence in professional.licences),
        *(diploma.institution for diploma in professional.qualifications),
    ]


def test_list_shows_pseudonyms_and_reasons_and_keeps_what_was_shown(client, page, session, user, vacancy):
    ActiveProfessionalFactory()
    shown = page(client.get(url(vacancy)))
    assert "1 fit" in shown.texts(".tabs a")
    (name,) = shown.texts(".match-name")
    assert name.startswith("P-")
    assert url(vacancy, name) in shown.links()
    assert "Emergency obstetric" in shown.text(".matches")
    (ranking,) = session.query(Ranking).all()
    assert [view.user_id for view in session.query(RankingView).all()] == [user.id]
    client.get(url(vacancy))
    assert session.query(Ranking).all() == [ranking]


def test_no_page_before_the_yes_tells_who_it_is(client, page, session, vacancy, professional):
    name = pseudonym(client, page, vacancy)
    answer = client.submit(url(vacancy, name), action=url(vacancy, name, "shortlist"))
    pages = (url(vacancy), url(vacancy, name), answer.location, "/ministry/cases", "/ministry/")
    for address in (*pages, f"{answer.location}/decline"):
        response = client.get(address)
        assert response.status_code == 200
        assert [words for words in identifying(professional) if words in response.text] == []
        assert f"/{professional.id}" not in page(client.get(url(vacancy))).links()


def test_points_still_add_up_where_the_origin_is_hidden(client, page, vacancy, professional):
    shown = page(client.get(url(vacancy, pseudonym(client, page, vacancy))))
    rows = shown.texts(".points-table tbody tr")
    assert not [row for row in rows if "origin" in row.lower() or "wishes" in row]
    assert "the country of origin are not counted here" in shown.text()
    highs = [cell.split(RANGE)[-1] for cell in shown.texts(".points-table tbody .points-number")]
    total = shown.text(".points-table tfoot strong").split(RANGE)[-1]
    assert sum(round(float(high) * 100) for high in highs) == round(float(total) * 100)


def test_the_same_person_has_another_name_in_each_vacancy(client, page, user, vacancy, professional):
    other = PublishedVacancyFactory(ministry=user.ministry, created_by=user)
    assert pseudonym(client, page, vacancy) != pseudonym(client, page, other)


def test_choosing_somebody_asks_them_and_begins_one_case(client, page, session, vacancy, professional):
    name = pseudonym(client, page, vacancy)
    form = page(client.get(url(vacancy, name))).form(action=url(vacancy, name, "shortlist"))
    answers = [client.post(form.action, data=form.values) for _ in range(2)]
    (case,) = session.query(Placement).all()
    assert {answer.location for answer in answers} == {f"/ministry/cases/{case.id}"}
    assert (case.origin, case.ministry_answer, case.pseudonym) == (Origin.MINISTRY, Answer.ACCEPTED, name)
    assert not case.is_disclosed
    shown = page(client.get(url(vacancy, name)))
    assert f"/ministry/cases/{case.id}" in shown.links()
    assert not shown.soup.select("main form[action$=shortlist]")


def test_who_became_unavailable_meanwhile_is_refused_in_words(client, page, vacancy, professional):
    name = pseudonym(client, page, vacancy)
    form = page(client.get(url(vacancy, name))).form()
    professional.status = ProfessionalStatus.PAUSED
    answer = client.post(form.action, data=form.values)
    assert answer.status_code in {404, 422}


def test_sections_without_anybody_say_what_to_do(client, page, vacancy):
    for section in ("eligible", "to_confirm", "near_miss", "ineligible"):
        assert page(client.get(f"{url(vacancy)}?section={section}")).text(".empty-state")


@pytest.mark.parametrize("query", ["section=nonsense", f"after={2**70}", "after=x", "section=%00"])
def test_what_the_address_cannot_mean_shows_the_first_page(client, page, vacancy, professional, query):
    assert len(page(client.get(f"{url(vacancy)}?{query}")).texts(".match-name")) == 1


@pytest.mark.parametrize("status", [VacancyStatus.DRAFT, VacancyStatus.SUBMITTED, VacancyStatus.RETURNED])
def test_nobody_is_ranked_before_publication(client, vacancy, status):
    vacancy.status = status
    assert client.get(url(vacancy)).status_code == 404


def test_paused_vacancy_shows_its_candidates_and_lets_nobody_be_chosen(client, page, vacancy, professional):
    vacancy.status = VacancyStatus.PAUSED
    name = pseudonym(client, page, vacancy)
    shown = page(client.get(url(vacancy, name)))
    assert not shown.soup.select("main form")
    assert "The vacancy is paused" in shown.text()


def test_filled_vacancy_says_that_all_posts_are_filled(client, page, vacancy, professional):
    vacancy.status = VacancyStatus.FILLED
    name = pseudonym(client, page, vacancy)
    for address in (url(vacancy), url(vacancy, name)):
        shown = page(client.get(address)).text()
        assert "All posts are filled, so nobody can be chosen now." in shown
        assert "Choose somebody" not in shown
        assert "not published" not in shown


def test_list_says_what_decides_the_order(client, page, vacancy, professional):
    assert "Whoever shows more of the must-have skills stands higher" in page(client.get(url(vacancy))).text()
    bare = PublishedVacancyFactory(ministry=vacancy.ministry, created_by=vacancy.created_by, skills=[])
    words = page(client.get(url(bare))).text()
    assert "of a range, the lower end decides" in words
    assert "must-have skills stands" not in words


def test_other_ministrys_list_and_unknown_names_do_not_exist(client, page, vacancy, professional):
    foreign = PublishedVacancyFactory()
    assert client.get(url(foreign)).status_code == 404
    assert client.get(url(foreign, pseudonym(client, page, vacancy))).status_code == 404
    assert client.get(url(vacancy, "P-AAAA-AAAA")).status_code == 404
    assert client.get(url(vacancy, professional.reference)).status_code == 404


def test_skill_in_own_words_is_not_passed_on(client, page, vacancy, professional):
    HeldSkillFactory(professional=professional, code=None, phrase="Head midwife of Tafo since 2019")
    name = pseudonym(client, page, vacancy)
    assert "Tafo" not in client.get(url(vacancy, name)).text


def test_who_stepped_back_can_be_chosen_again_from_the_list(client, page, vacancy, professional):
    name = pseudonym(client, page, vacancy)
    PlacementFactory(
        vacancy=vacancy, professional=professional, pseudonym=name, status=PlacementStatus.WITHDRAWN
    )
    acts = page(client.get(url(vacancy))).text(".match-acts")
    assert "Stepped back on" in acts
    assert f"Choose {name} again" in acts
