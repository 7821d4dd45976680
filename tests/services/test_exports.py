"""What people take away: everything that is held about them, nothing of anybody else, and no secrets."""

import io
import json
import zipfile

import pytest

from tests.factories.documents import DocumentFactory
from tests.factories.professionals import ActiveProfessionalFactory, VerificationFactory
from tests.factories.scenes import make_scene
from web.models.inventory import TABLES, Kind, Subject
from web.services.documents.files import store_of
from web.services.exports import EVERYTHING, RESUME, collect_everything, export_person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def person(session):
    make_scene()
    professional = ActiveProfessionalFactory(summary="Zanzibar")
    VerificationFactory(licence=professional.licences[0], note="Seen at Zanzibar")
    session.flush()
    return professional.user


def test_a_paper_that_cannot_be_read_is_named(session, person):
    lost, kept = (DocumentFactory(professional=person.professional) for _ in range(2))
    session.flush()
    store_of(session).delete(lost.key)
    with zipfile.ZipFile(io.BytesIO(export_person(session, user=person))) as archive:
        names = archive.namelist()
        said = json.loads(archive.read("documents/unreadable.json"))
    assert said == {"unreadable": [f"{lost.category.replace('_', '-')}-{lost.id}.{lost.kind}"]}
    assert any(f"-{kept.id}." in name for name in names)
    assert not any(f"-{lost.id}." in name for name in names)


def read(session, person):
    with zipfile.ZipFile(io.BytesIO(export_person(session, user=person))) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def test_what_people_wrote_and_what_was_checked_is_there(session, person):
    everything = read(session, person)[EVERYTHING]
    assert everything["professional"][0]["summary"] == "Zanzibar"
    assert everything["user"][0]["email"] == person.email
    assert everything["verification"][0]["note"] == "Seen at Zanzibar"
    assert everything["held_skill"][0]["phrase"] == person.professional.skills[0].phrase


def test_every_column_about_the_person_is_told_but_secrets(session, person):
    everything = collect_everything(session, user=person)
    for entry in TABLES:
        for row in everything.get(entry.name, ()):
            told = {
                column.name.removesuffix("_sealed")
                for column in entry.columns
                if column.rule_for(Subject.PROFESSIONAL) and column.kind != Kind.SECRET
            }
            assert set(row) == told
    assert "password" not in everything["user"][0]


def test_nobody_else_is_in_it(session, person):
    everything = collect_everything(session, user=person)
    assert [row["id"] for row in everything["professional"]] == [person.professional.id]
    assert [row["id"] for row in everything["user"]] == [person.id]
    assert {row["professional_id"] for row in everything["held_skill"]} == {person.professional.id}


def test_resume_leaves_out_what_is_not_known(session, person):
    licence, studied = person.professional.licences[0], person.professional.qualifications[0]
    licence.valid_from, studied.year, studied.institution = None, None, ""
    session.flush()
    resume = read(session, person)[RESUME]
    assert "date" not in resume["certificates"][0]
    assert resume["education"] == [{"studyType": studied.title}]


def test_the_resume_says_what_the_profile_says(session, person):
    resume = read(session, person)[RESUME]
    assert resume["basics"]["name"] == person.professional.identity.full_name
    assert resume["basics"]["summary"] == "Zanzibar"
    assert [each["name"] for each in resume["skills"]] == [held.phrase for held in person.professional.skills]
    assert resume["certificates"][0]["issuer"] == "Nursing and Midwifery Council"
