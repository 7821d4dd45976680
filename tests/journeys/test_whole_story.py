"""The whole story, told by five people in a real browser, in English and in French.

Sign up, confirm, profile; vacancy, publish; rank, propose; both accept; a second coordinator approves.
And the wrong turns, each refused plainly.
"""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.facilities import FacilityFactory
from tests.factories.people import AdminFactory, MinistryFactory, MinistryUserFactory
from tests.factories.scenes import make_scene
from tests.support.accounts import PASSWORD
from web.models.placement import PlacementStatus

START = datetime.now(UTC).date().replace(day=1) + timedelta(days=70)
WORDS = {
    "en": {
        "approved": "approved",
        "occupation": "midwife",
        "skill": "newborn resuscitation",
        "four_eyes": "colleague",
    },
    "fr": {
        "approved": "approuvé",
        "occupation": "sage-femme",
        "skill": "réanimation du nouveau-né",
        "four_eyes": "collègue",
    },
}


@pytest.fixture
def stage(session):
    """What is there before the story begins: an admin, two ministries, one hospital."""
    admin = AdminFactory()
    ministry = MinistryFactory(country="GN", name="Ministère de la Santé de Guinée")
    other = MinistryUserFactory(ministry=MinistryFactory(country="SN"))
    facility = FacilityFactory(
        country="GN", name="Hôpital Donka", region="Conakry", search_text="hopital donka conakry"
    )
    session.commit()
    return {"admin": admin.email, "ministry": ministry.id, "other": other.email, "facility": facility.id}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_from_sign_up_to_approval(stage, make_person, language):
    words = WORDS[language]
    admin = make_person(stage["admin"], language=language)
    admin.sign_in()
    officer = invited(
        admin, make_person("officer@sante.example", language=language), "ministry", stage, language
    )
    first = invited(
        admin, make_person("first@programme.example", language=language), "coordinator", stage, language
    )
    second = invited(
        admin, make_person("second@programme.example", language=language), "coordinator", stage, language
    )

    midwife = make_person("aissatou@people.example", language=language)
    sign_up(midwife)
    fill_in_profile(midwife, words)

    vacancy = write_vacancy(officer, stage["facility"], words)
    attest_readiness(officer, stage["facility"])
    first.open(f"/coordinator/vacancies/{vacancy}")
    first.press("/publish")
    first.open(f"/coordinator/facilities/{stage['facility']}")
    first.press("/confirm")
    verify_licence(first)

    first.open(f"/coordinator/vacancies/{vacancy}/ranking")
    assert first.page.locator("article.match").count() == 1, first.text()
    assert "Aïssatou" not in first.text()
    first.follow("/propose")
    first.send()
    assert first.path().startswith("/coordinator/cases/"), first.text()
    case = first.path().rsplit("/", 1)[1]

    officer.open(f"/ministry/vacancies/{vacancy}/candidates")
    assert "Aïssatou" not in officer.page.content()
    officer.open(f"/ministry/cases/{case}")
    assert "Aïssatou" not in officer.page.content()

    midwife.open(f"/professional/cases/{case}")
    midwife.follow("/accept")
    midwife.send()
    officer.open(f"/ministry/cases/{case}")
    assert "Aïssatou" in officer.text()
    officer.press("/accept")

    first.open(f"/coordinator/cases/{case}")
    assert first.page.locator("form[action$='/approve']").count() == 0
    assert words["four_eyes"] in first.text()
    second.open(f"/coordinator/cases/{case}")
    second.press("/approve")
    assert words["approved"] in second.text().lower()
    midwife.service.wait_for_mail(midwife.email, "placement_approved")
    midwife.open(f"/professional/cases/{case}")
    assert words["approved"] in midwife.text().lower()

    wrong_turns(make_person(stage["other"], language=language), vacancy, case)


def invited(admin, person, role, stage, language):
    """Invite somebody, and let them accept by the link of the mail."""
    admin.open("/admin/users/invite")
    answers = {"role": role, "email": person.email, "name": person.email.split("@")[0], "language": language}
    if role == "ministry":
        answers["ministry"] = stage["ministry"]
    else:
        answers["countries"] = ["GN"]
    admin.send(**answers)
    person.follow_mail("invitation")
    person.send(password=PASSWORD, repeated=PASSWORD)
    person.give_password()
    person.set_up_app()
    return person


def sign_up(person):
    """Make an account and confirm it by the link of the mail."""
    person.open("/account/sign-up")
    person.send(name="Aïssatou Diallo", email=person.email, password=PASSWORD, repeated=PASSWORD, agreed=True)
    person.follow_mail("confirm_address")
    person.send(password=PASSWORD)
    person.sign_in()


def fill_in_profile(person, words):
    """Answer every section of the profile, then send it."""
    profile = "/professional/profile"
    person.open(f"{profile}/identity")
    person.send(given_name="Aïssatou", family_name="Diallo", phone="+33 6 12 34 56 78")
    person.open(f"{profile}/residence")
    person.send(residence_country="FR", country_of_origin="GN", reentry="unlimited")
    choose_code(person, f"{profile}/occupations/new", words["occupation"], choice="2222", years=11)
    person.open(f"{profile}/experience")
    person.send(years_experience=11)
    person.open(f"{profile}/languages/new")
    person.send(code="fr", cefr="C2")
    choose_code(person, f"{profile}/skills/new", words["skill"], level=4)
    person.open(f"{profile}/licences/new")
    person.send(
        country="FR",
        regulator="Ordre des sages-femmes",
        number="75-1234",
        status="active",
        valid_until=START + timedelta(days=900),
    )
    person.open(f"{profile}/availability/new")
    person.send(starts_on=START - timedelta(days=20), ends_on=START + timedelta(days=300))
    person.open(f"{profile}/wishes")
    person.send(modes=["temporary"], max_weeks=26, where="any")
    person.open(f"{profile}/consent")
    person.send(agreed=True)
    person.open(f"{profile}/check")
    person.send()
    assert person.path().endswith("/submitted"), person.text()


def choose_code(person, path, typed, **answers):
    """Type words, let them be understood, and confirm one of the suggestions."""
    person.open(path)
    person.page.locator(
        "main form[method=get] input[type=text], main form[method=get] input[type=search]"
    ).first.fill(typed)
    person.page.locator("main form[method=get] button[type=submit]").first.click()
    person.page.wait_for_load_state()
    if "choice" not in answers:
        person.page.locator("main [name=choice]").first.check()
    person.send(**answers)


def write_vacancy(person, facility, words):
    """Find the hospital, write a vacancy section by section, and hand it in."""
    person.open("/ministry/facilities?q=donka")
    person.follow(f"/ministry/facilities/{facility}")
    choose_code(person, f"/ministry/facilities/{facility}/vacancies/new", words["occupation"], choice="2222")
    person.send(
        title="Sage-femme",
        language="fr",
        mode="temporary",
        earliest_start=START,
        latest_start=START + timedelta(days=60),
        duration_weeks=12,
        posts=1,
        purpose="service",
    )
    vacancy = person.path().split("/")[3]
    base = f"/ministry/vacancies/{vacancy}"
    choose_code(person, f"{base}/skills/new", words["skill"], kind="must_have", level=2)
    person.open(f"{base}/languages/new")
    person.send(code="fr", min_cefr="B2", required="yes")
    person.open(f"{base}/experience")
    person.send(licence_required="yes", min_years_experience=3)
    person.open(f"{base}/conditions")
    person.send(
        description="Salle de naissance, gardes de nuit.",
        benefits="Logement et voyage.",
        funded="yes",
        budget_line="MIDA",
        local_candidates="Le poste est resté ouvert deux mois sans candidature locale.",
    )
    person.open(f"{base}/check")
    person.send()
    assert person.path().endswith("/submitted"), person.text()
    return vacancy


def attest_readiness(person, facility):
    """State that the hospital can receive somebody."""
    person.open(f"/ministry/facilities/{facility}/readiness")
    person.send(equipment="green", people="green", money="green")


def verify_licence(person):
    """Look the licence up and record what the register says."""
    person.open("/coordinator/licences")
    person.page.locator("main table a[href*='/coordinator/licences/']").first.click()
    person.page.wait_for_load_state()
    person.send(method="register_look_up", source="Conseil de l'ordre, tableau public", result="confirmed")


def wrong_turns(stranger, vacancy, case):
    """Another ministry sees nothing of this."""
    stranger.sign_in()
    assert stranger.is_refused(f"/ministry/vacancies/{vacancy}")
    assert stranger.is_refused(f"/ministry/vacancies/{vacancy}/candidates")
    assert stranger.is_refused(f"/ministry/cases/{case}")
    assert stranger.is_refused(f"/coordinator/cases/{case}")


@pytest.fixture
def agreed_case(session):
    """A case that only waits for its approval, and one of the other side."""
    scene = make_scene()
    agreed = scene.a.placements[PlacementStatus.AGREED]
    session.commit()
    return {
        "own": agreed.id,
        "foreign": scene.b.placement.id,
        "coordinator": scene.a.coordinator.email,
        "professional": agreed.professional.user.email,
    }


def test_wrong_turns_are_refused_plainly(agreed_case, make_person):
    """In both languages, of one service: what is refused changes nothing."""
    for language in WORDS:
        coordinator = make_person(agreed_case["coordinator"], language=language)
        coordinator.sign_in()
        refuse_own_proposal(coordinator, agreed_case["own"])
        professional = make_person(agreed_case["professional"], language=language)
        professional.sign_in()
        assert professional.is_refused(f"/professional/cases/{agreed_case['foreign']}")
        assert not professional.is_refused(f"/professional/cases/{agreed_case['own']}")


def refuse_own_proposal(coordinator, case):
    """Send the approval that the page does not offer to who has proposed."""
    coordinator.open(f"/coordinator/cases/{case}")
    token = coordinator.page.locator("input[name=csrf_token]").first.get_attribute("value")
    refused = coordinator.context.request.post(
        f"{coordinator.service.address}/coordinator/cases/{case}/approve",
        form={"csrf_token": token, "nonce": "a-nonce-of-one-s-own"},
        headers={"Referer": coordinator.page.url},
    )
    assert refused.status == 422
    assert 'class="error-summary' in refused.text()
