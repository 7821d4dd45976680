"""My documents: sending, refusals in words, replacing, showing, removing, and what else is sent there."""

import re
from io import BytesIO

import pytest
from sqlalchemy import select
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    DocumentFactory,
    LicenceFactory,
    ProfessionalFactory,
    UserFactory,
)
from tests.inspection import pictures
from tests.inspection.corpus import HOSTILE
from tests.inspection.pdfs import pdf
from web.inspection import LARGEST_FILE
from web.models.audit import AuditEntry
from web.models.document import Document, DocumentAnswer, DocumentFault
from web.presenters.refused_files import refusal_words
from web.services.documents import answer_document, keeping
from web.services.documents.files import read_file, store_of

pytestmark = pytest.mark.usefixtures("database")

HOME = "/professional/"
LIST, NEW = "/professional/profile/documents", "/professional/profile/documents/new"


@pytest.fixture
def owner(client, sign_in):
    professional = ActiveProfessionalFactory()
    sign_in(client, professional.user)
    return professional


def submit_file(client, page, content: bytes, name: str = "licence.pdf", url: str = NEW, **answers: object):
    """Fill the form of a page and send it with a file."""
    if not url.endswith("/replace"):
        answers = {"category": "licence", **answers}
    values = page(client.get(url)).form().fill(**answers)
    return post(client, url, values, content, name)


def post(client, url: str, values: dict, content: bytes, name: str = "licence.pdf"):
    """Send a form with a file."""
    # Written by us: the test client would leave a large body open.
    boundary, body = encode_multipart({**values, "file": FileStorage(BytesIO(content), name)})
    return client.post(url, data=body, content_type=f'multipart/form-data; boundary="{boundary}"')


def documents(session) -> list[Document]:
    return list(session.scalars(select(Document).order_by(Document.id)))


def acts(session) -> list[str]:
    query = select(AuditEntry.action).where(AuditEntry.action.startswith("document."))
    return list(session.scalars(query.order_by(AuditEntry.id)))


def test_limits_are_said_before_choosing(client, owner, page):
    shown = page(client.get(NEW))
    assert "up to 10 MB and 100 pages" in shown.text("#file-hint")
    assert shown.soup.select_one("form[enctype='multipart/form-data'] input[type=file]")["accept"]


def test_document_is_sent_and_listed(client, owner, page, session):
    licence = owner.licences[0]
    sent = submit_file(
        client, page, pdf(pages=2), "Ma licence.pdf", supports=f"licence-{licence.id}", for_ministries="y"
    )
    assert (sent.status_code, sent.location) == (303, LIST)
    (kept,) = documents(session)
    assert (kept.name, kept.category, kept.licence_id, kept.pages) == ("Ma licence", "licence", licence.id, 2)
    assert kept.for_ministries
    assert read_file(session, kept) == pdf(pages=2)
    words = page(client.get(LIST)).text()
    assert "Licence or registration: Ma licence" in words
    assert "PDF, 2 pages" in words
    assert "Kept. A coordinator looks at it" in words
    assert "A ministry can see it once you have said yes to its vacancy." in words


def test_ministries_see_nothing_unless_the_box_is_ticked(client, owner, page, session):
    submit_file(client, page, pdf())
    assert not documents(session)[0].for_ministries
    assert "No ministry can see it." in page(client.get(LIST)).text()


def test_place_of_a_photo_is_not_kept(client, owner, page, session):
    submit_file(client, page, pictures.telephone_photo(), "IMG_1.jpg", category="identity_paper")
    (kept,) = documents(session)
    assert pictures.SECRET.encode() not in read_file(session, kept)


@pytest.mark.parametrize(
    "name",
    ["kind: photo of an iPhone", "pdf: password", "word: macros", "pdf: script when opened", "kind: nothing"],
)
@pytest.mark.usefixtures("owner")
def test_refused_file_is_explained_and_answers_stay(client, page, session, app, name):
    make, refusal = HOSTILE[name]
    refused = submit_file(client, page, make(), category="cv", for_ministries="y")
    shown = page(refused)
    assert refused.status_code == 422
    with app.test_request_context():
        words = refusal_words(refusal)
    assert words in shown.errors
    assert shown.form().values["category"] == ["cv"]
    assert shown.form().values["for_ministries"] == ["y"]
    assert documents(session) == []
    assert acts(session) == ["document.refuse"]


def test_every_refusal_has_words(app):
    with app.test_request_context():
        for _, refusal in HOSTILE.values():
            assert refusal_words(refusal)


def test_missing_file_is_asked_for(client, owner, page):
    values = page(client.get(NEW)).form().fill(category="cv")
    refused = client.post(NEW, data=values)
    assert refused.status_code == 422
    assert "Choose a file" in page(refused).errors


@pytest.mark.parametrize("field", ["category", "supports"])
def test_answer_that_was_not_offered_is_refused(client, owner, page, session, field):
    foreign = LicenceFactory(professional=ProfessionalFactory())
    wrong = {"category": "weapon", "supports": f"licence-{foreign.id}"}
    assert submit_file(client, page, pdf(), **{field: wrong[field]}).status_code == 422
    assert documents(session) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:/x/cv.pdf", "cv"),
        ("<script>.pdf", "<script>"),
        ("a" * 300, "a" * 80),
        (".pdf", ""),
    ],
)
@pytest.mark.usefixtures("owner")
def test_name_of_the_file_is_only_shown(client, page, session, name, shown):
    assert submit_file(client, page, pdf(), name).status_code == 303
    assert documents(session)[0].name == shown
    assert "<script>" not in str(page(client.get(LIST)).soup.select_one("main"))


def test_double_click_keeps_one(client, owner, page, session):
    values = page(client.get(NEW)).form().fill(category="cv")
    answers = [post(client, NEW, values, pdf()) for _ in range(2)]
    assert [answer.location for answer in answers] == [LIST, LIST]
    assert len(documents(session)) == 1


def test_nobody_sends_more_than_their_share(client, owner, page, session, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_DOCUMENTS", 0)
    refused = submit_file(client, page, pdf())
    assert refused.status_code == 422
    assert "Remove one that is no longer needed" in page(refused).errors
    assert documents(session) == []


def test_body_of_ten_megabytes_is_taken_and_a_larger_one_is_our_413(client, owner, page, session):
    largest = pdf() + b"\n" * (LARGEST_FILE - len(pdf()))
    assert submit_file(client, page, largest).status_code == 303
    assert submit_file(client, page, largest + b"\n").status_code == 422
    refused = submit_file(client, page, b"%PDF" * LARGEST_FILE)
    assert refused.status_code == 413
    shown = page(refused)
    assert shown.heading == "This file is too large"
    assert "larger than 10 MB" in shown.text()
    assert refused.request.path in shown.links()
    assert len(documents(session)) == 1


def test_other_pages_take_no_files(client, owner, page):
    url = "/professional/profile/experience"
    values = page(client.get(url)).form().fill()
    assert post(client, url, values, b"x" * 2_000_000).status_code == 413


def test_own_document_is_saved_under_our_name_and_runs_nothing(client, owner, session):
    document = DocumentFactory(professional=owner, content=b"%PDF-1.7 mine", name="</title><script>")
    answer = client.get(f"{LIST}/{document.id}/file")
    assert answer.data == b"%PDF-1.7 mine"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="diploma-{document.id}.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert acts(session) == ["document.open"]


def test_lost_file_is_not_there(client, owner, session):
    document = DocumentFactory(professional=owner)
    store_of(session).delete(document.key)
    assert client.get(f"{LIST}/{document.id}/file").status_code == 404
    assert acts(session) == []


def test_better_file_takes_the_place(client, owner, page, session):
    old = DocumentFactory(professional=owner, name="Blurred", for_ministries=True)
    answer = submit_file(client, page, pdf(pages=3), "Sharp.pdf", f"{LIST}/{old.id}/replace")
    assert answer.status_code == 303
    assert [(one.name, one.is_current) for one in documents(session)] == [("Blurred", False), ("Sharp", True)]
    shown = page(client.get(LIST))
    assert "Sharp" in shown.text(".task-list")
    assert "Blurred" in shown.text(".details")
    assert "Blurred" not in shown.text(".task-list")


def test_answer_says_why_a_better_one_is_needed_until_it_comes(client, owner, page, session):
    document = DocumentFactory(professional=owner, name="Blurred")
    answer_document(
        session,
        actor=CoordinatorFactory(),
        document=document,
        answer=DocumentAnswer.BETTER_NEEDED,
        fault=DocumentFault.UNREADABLE,
        note="The stamp is in the shade",
    )
    for url in (HOME, LIST):
        shown = page(client.get(url))
        assert "It cannot be read: send a sharper photo or scan." in shown.text()
        assert "The stamp is in the shade" in shown.text()
        assert f"{LIST}/{document.id}/replace" in shown.links()
    submit_file(client, page, pdf(), url=f"{LIST}/{document.id}/replace")
    assert "What coordinators ask of you" not in page(client.get(HOME)).text()
    assert "Kept. A coordinator looks at it" in page(client.get(LIST)).text(".task-list")


def test_answer_says_that_it_can_be_used(client, owner, page, session):
    document = DocumentFactory(professional=owner)
    answer_document(session, actor=CoordinatorFactory(), document=document, answer=DocumentAnswer.ACCEPTED)
    assert "it can be used" in page(client.get(LIST)).text()
    assert "What coordinators ask of you" not in page(client.get(HOME)).text()


def test_new_file_of_a_shared_document_is_known_to_be_shared(client, owner, page):
    shared = DocumentFactory(professional=owner, for_ministries=True)
    alone = DocumentFactory(professional=owner)
    warning = "Ministries you have said yes to see the new file"
    assert warning in page(client.get(f"{LIST}/{shared.id}/replace")).text()
    assert warning not in page(client.get(f"{LIST}/{alone.id}/replace")).text()


def test_replaced_document_is_not_replaced_again(client, owner, page, session):
    old = DocumentFactory(professional=owner)
    url = f"{LIST}/{old.id}/replace"
    assert submit_file(client, page, pdf(), url=url).status_code == 303
    refused = submit_file(client, page, pdf(), url=url)
    assert refused.status_code == 422
    assert "Another file has taken the place" in page(refused).errors
    assert len(documents(session)) == 2


def test_showing_to_ministries_is_one_button(client, owner, page, session):
    first, second = DocumentFactory(professional=owner), DocumentFactory(professional=owner)
    for document, shown in ((second, True), (first, True), (second, False)):
        url = f"{LIST}/{document.id}/ministries"
        assert client.submit(LIST, action=url).status_code == 303
        assert document.for_ministries is shown
    assert re.findall("show|hide", " ".join(acts(session))) == ["show", "show", "hide"]


def test_replaced_document_is_not_shown(client, owner, page, session):
    document = DocumentFactory(professional=owner)
    values = page(client.get(LIST)).form(action=f"{LIST}/{document.id}/ministries").fill()
    submit_file(client, page, pdf(), url=f"{LIST}/{document.id}/replace")
    refused = client.post(f"{LIST}/{document.id}/ministries", data=values)
    assert refused.status_code == 422
    assert "Another file has taken the place" in page(refused).text()


def test_removed_document_is_gone(client, owner, page, session):
    document = DocumentFactory(professional=owner)
    key = document.key
    assert client.submit(f"{LIST}/{document.id}/remove").status_code == 303
    assert documents(session) == []
    assert key not in set(store_of(session).list_keys())
    assert acts(session) == ["document.remove"]


def test_somebody_who_has_just_begun_may_send_one(client, sign_in, page, session):
    sign_in(client, UserFactory())
    assert "You have not sent a document yet." in page(client.get(LIST)).text()
    assert submit_file(client, page, pdf(), category="cv").status_code == 303
    assert "Coordinators can see it once you have sent your profile." in page(client.get(LIST)).text()
    assert "My documents" in page(client.get("/professional/profile")).text()


def test_visitor_and_staff_send_nothing(client, make_client, sign_in):
    assert post(client, NEW, {}, pdf()).status_code == 400
    staff = make_client()
    sign_in(staff, CoordinatorFactory(countries=("GH",)))
    assert staff.get(NEW).status_code == 403
