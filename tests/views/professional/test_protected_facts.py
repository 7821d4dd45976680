"""Three questions that decide nothing: answered, changed, left open."""

from web.models.base import now
from web.models.professional import PoolRevision
from web.models.protected_facts import ProtectedFacts, Sex

PAGE = "/professional/profile/protected-facts"


def test_answers_are_kept_shown_and_emptied(client, page, session, professional):
    before = session.get_one(PoolRevision, 1).revision
    assert client.submit(PAGE, sex="female", birth_year="1985", nationality="GH").status_code == 303
    facts = session.get_one(ProtectedFacts, professional.id)
    assert (facts.sex, facts.birth_year, facts.nationality) == (Sex.FEMALE, 1985, "GH")
    form = page(client.get(PAGE)).form()
    assert (form.values["sex"], form.values["birth_year"]) == (["female"], ["1985"])
    assert client.submit(PAGE, sex="", birth_year="", nationality="").status_code == 303
    session.expire_all()
    assert (facts.sex, facts.birth_year, facts.nationality) == (None, None, None)
    assert session.get_one(PoolRevision, 1).revision == before


def test_page_says_what_for_and_that_nobody_need_answer(client, page, newcomer):
    shown = page(client.get(PAGE)).text()
    assert "Nobody who looks for people for a post sees your answers" in shown
    assert "You need not answer." in shown
    assert client.submit(PAGE).status_code == 303


def test_year_that_cannot_be_is_refused(client, page, professional):
    for year in ("1900", str(now().year), "nonsense"):
        answer = client.submit(PAGE, birth_year=year)
        assert answer.status_code == 422
        assert f"from 1930 to {now().year - 18}" in page(answer).errors
