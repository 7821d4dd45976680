"""The demo: people, vacancies and cases that are made up, and always the same."""

from collections import Counter
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.support.accounts import password_hash
from tests.support.days import in_days
from tests.support.keys import keyring
from web.app import create_app
from web.db import make_engine
from web.models.claims import HeldSkill, Licence, SpokenLanguage
from web.models.facility import Facility
from web.models.placement import HOLDS_POST, Placement, PlacementStatus
from web.models.professional import PoolRevision, Professional, ProfessionalStatus
from web.models.user import Role, User
from web.models.vacancy import Vacancy, VacancyStatus
from web.queries.users import find_user_by_email
from web.services.consents import has_disclosure_consent
from web.services.demo import SIGN_INS, DemoSize, count_demo, seed_demo
from web.services.demo.professionals import draw_professional
from web.services.demo.reference import list_hospitals, load_reference
from web.services.placements import list_obstacles
from web.services.pseudonyms import KEY
from web.services.vocabulary import is_occupation, is_skill, is_specialty

TODAY = in_days(0)
SMALL = DemoSize(professionals=120, vacancies=24)


def seed(session: Session, wanted: DemoSize = SMALL, *, number: int = 1) -> DemoSize:
    session.info[KEY] = "a key for tests"
    added = seed_demo(session, wanted=wanted, seed=number, today=TODAY, password_hash=password_hash())
    session.commit()
    return added


def written(session: Session) -> list[tuple[object, ...]]:
    """Everything drawn, without numbers the database gives and without the salted hash."""
    people = [
        (
            each.user.email,
            each.user.created_at,
            each.reference,
            each.status,
            each.summary,
            each.modes,
            each.credential_level,
        )
        for each in session.scalars(select(Professional).order_by(Professional.id))
    ]
    skills = session.execute(select(HeldSkill.code, HeldSkill.level).order_by(HeldSkill.id))
    vacancies = session.execute(
        select(Vacancy.title, Vacancy.earliest_start, Vacancy.status, Vacancy.posts).order_by(Vacancy.id)
    )
    cases = session.execute(
        select(Placement.status, Placement.starts_on, Placement.proposed_at).order_by(Placement.id)
    )
    return [tuple(row) for rows in (people, skills, vacancies, cases) for row in rows]


class TestData:
    """The files the demo is drawn from."""

    def test_codes_are_those_of_the_vocabulary(self) -> None:
        for occupation in load_reference().occupations.things:
            assert is_occupation(occupation.code)
            assert occupation.specialty is None or is_specialty(occupation.specialty)
            assert all(map(is_skill, (*occupation.skills, *occupation.profession.skills)))

    def test_each_of_the_24_countries_has_hospitals_within_its_part_of_the_world(self) -> None:
        hospitals = list_hospitals()
        counts = Counter(hospital.country for hospital in hospitals)
        assert set(counts) == set(load_reference().countries)
        assert len(counts) == 24
        assert min(counts.values()) >= 3
        assert all(-13 < hospital.latitude < 22 for hospital in hospitals)
        assert all(-26 < hospital.longitude < 31 for hospital in hospitals)

    def test_people_live_where_we_know_the_language(self) -> None:
        reference = load_reference()
        for country in reference.countries.values():
            assert set(country.residences.things) <= set(reference.residence_languages)
            assert country.written in reference.vacancy_texts


def draw(number: int, seed: int = 1):
    return draw_professional(number, seed=seed, today=TODAY, reference=load_reference(), password_hash="hash")


class TestDrawing:
    """One professional."""

    def test_the_same_number_and_seed_draw_the_same_person(self) -> None:
        assert draw(17) == draw(17)
        assert draw(17).identity != draw(18).identity or draw(17).skills != draw(18).skills
        assert draw(17).skills != draw(17, seed=2).skills

    def test_references_and_addresses_are_all_different(self) -> None:
        people = [draw(number) for number in range(1, 1500)]
        assert len({person.professional["reference"] for person in people}) == len(people)
        assert len({person.user["email"] for person in people}) == len(people)

    def test_everybody_is_marked_as_made_up(self) -> None:
        for number in range(1, 50):
            user = draw(number).user
            assert user["is_demo"]
            assert user["email"].endswith("@demo.sankofa.example")

    def test_people_leave_gaps(self) -> None:
        people = [draw(number) for number in range(2, 400)]
        active = [p for p in people if p.professional["status"] == ProfessionalStatus.ACTIVE]
        assert any(not p.availability for p in active)
        assert any(not p.licences for p in active)
        assert any(not p.skills for p in active)
        assert any(skill["level"] is None for p in active for skill in p.skills)
        assert any(p.professional["reenter_unlimited"] is None for p in active)
        assert any(d.verification is None for p in active for d in p.licences)
        drawn = {p.professional["status"] for p in people}
        assert drawn == set(ProfessionalStatus) - {ProfessionalStatus.ERASED}


@pytest.mark.usefixtures("database")
class TestSeeding:
    """A whole demo, on both databases."""

    def test_it_fills_every_page_and_holds_together(self, session: Session) -> None:
        seed(session)
        check_contents(session)
        check_revision(session)
        check_cases(session)
        check_agreed_cases(session)

    def test_the_same_seed_writes_the_same_rows(self, session: Session, make_sqlite) -> None:
        seed(session)
        first = written(session)
        with Session(make_engine(make_sqlite(), keyring()), expire_on_commit=False) as other:
            seed(other)
            assert written(other) == first

    def test_a_second_time_adds_nothing(self, session: Session) -> None:
        seed(session)
        before = written(session)
        assert seed(session) == DemoSize(0, 0)
        assert written(session) == before

    def test_a_larger_demo_keeps_the_smaller_one(self, session: Session) -> None:
        seed(session)
        people = select(Professional.reference).order_by(Professional.id)
        before = session.scalars(people).all()
        assert seed(session, DemoSize(150, 26)) == DemoSize(30, 2)
        assert session.scalars(people).all()[:120] == before


def check_contents(session: Session) -> None:
    assert count_demo(session) == SMALL
    assert set(session.scalars(select(User.role).distinct())) == set(Role)
    states = set(session.scalars(select(Vacancy.status).distinct()))
    assert states == set(VacancyStatus) - {VacancyStatus.FILLED}
    assert session.scalar(select(func.count(Placement.id))) >= 5
    assert session.scalar(select(func.count(Licence.id))) > 60
    assert session.scalar(select(func.count(SpokenLanguage.id))) > 120


def check_revision(session: Session) -> None:
    """The pool of a running service sees the new people."""
    revision = session.scalars(select(PoolRevision.revision)).one()
    assert max(session.scalars(select(Professional.revision))) == revision
    assert revision > 0


def check_cases(session: Session) -> None:
    for placement in session.scalars(select(Placement)):
        states = [event.to_status for event in placement.events]
        assert states[-1] == placement.status
        assert [event.from_status for event in placement.events] == [None, *states[:-1]]
        assert placement.holds_post == (placement.status in HOLDS_POST)
        if placement.is_disclosed:
            assert has_disclosure_consent(placement.professional, placement.vacancy)
        if placement.approved_by_id:
            assert placement.approved_by_id != placement.proposed_by_id
    for vacancy in session.scalars(select(Vacancy)):
        assert vacancy.events[-1].to_status == vacancy.status
        assert vacancy.status != VacancyStatus.PUBLISHED or vacancy.free_posts


def check_agreed_cases(session: Session) -> None:
    """Nothing is missing but the look of the other coordinator."""
    agreed = list(session.scalars(select(Placement).where(Placement.status == PlacementStatus.AGREED)))
    assert agreed
    assert [list_obstacles(session, placement) for placement in agreed] == [[]] * len(agreed)


def test_imported_facilities_are_used_where_there_are_some(session: Session) -> None:
    session.add(
        Facility(
            country="GH",
            region="Ashanti",
            name="Kumasi South Hospital",
            source="ministry list",
            source_key="1-1",
            search_text=" kumasi south hospital ashanti ",
        )
    )
    seed(session, DemoSize(2, 12))
    used = set(session.scalars(select(Facility.source).join(Vacancy).where(Vacancy.country == "GH")))
    assert used == {"ministry list"}


class TestCommands:
    """flask demo."""

    def test_ensure_seeds_once_and_always_prints_the_sign_ins(self, command_line, session: Session) -> None:
        seed(session, DemoSize(3, 0))
        result = command_line.invoke(args=["demo", "ensure"])
        assert result.exit_code == 0
        assert "Added" not in result.output
        for sign_in in SIGN_INS:
            assert sign_in.email in result.output
        assert count_demo(session) == DemoSize(3, 0)

    def test_seed_makes_sign_ins_that_work(self, command_line, session: Session, client) -> None:
        arguments = ["demo", "seed", "--professionals", "2", "--vacancies", "2", "--today", "2027-03-03"]
        result = command_line.invoke(args=arguments)
        assert "Added 2 made-up professionals and 2 vacancies." in result.output
        for sign_in in SIGN_INS:
            assert find_user_by_email(session, sign_in.email).is_demo
        answer = client.submit("/account/sign-in", email=SIGN_INS[0].email, password="sankofa-demo-2027")
        assert answer.status_code == 303

    def test_it_is_refused_where_demo_sign_ins_are_off(self, settings, session: Session) -> None:
        app: Flask = create_app(replace(settings, demo_sign_ins=False))
        result = app.test_cli_runner().invoke(args=["demo", "ensure"])
        assert result.exit_code == 1
        assert "switched off" in result.output
        assert count_demo(session) == DemoSize(0, 0)
