"""Who opened my file: an office, a day, what was read and on which consent; nobody's name."""

from tests.factories import (
    ActiveProfessionalFactory,
    CoordinatorFactory,
    DocumentFactory,
    PlacementFactory,
    VerificationFactory,
)
from web.models.placement import PlacementStatus

OPENINGS = "/professional/openings"


def open_as(make_client, sign_in, user, url):
    browser = make_client()
    sign_in(browser, user)
    assert browser.get(url).status_code == 200


def test_nobody_so_far(client, page, professional):
    client.get("/professional/profile")
    assert "Nobody has opened it yet." in page(client.get(OPENINGS)).text()


def test_coordinator_who_read_a_licence_stands_there(client, page, professional, make_client, sign_in):
    reader = CoordinatorFactory(countries=("GH", "SN"))
    VerificationFactory(licence=professional.licences[0])
    url = f"/coordinator/licences/{professional.licences[0].id}"
    open_as(make_client, sign_in, reader, url)
    shown = page(client.get(OPENINGS)).text("main table")
    assert "A coordinator for Ghana, Senegal" in shown
    assert "Read one of your licences, and who you are" in shown
    assert "Your consent to matching of" in shown
    assert reader.name not in shown


def test_ministry_that_knows_me_stands_there(client, page, professional, make_client, sign_in):
    case = PlacementFactory(professional=professional, status=PlacementStatus.AGREED)
    ministry = case.vacancy.created_by
    open_as(make_client, sign_in, ministry, f"/ministry/cases/{case.id}")
    shown = page(client.get(OPENINGS)).text("main table")
    assert case.vacancy.ministry.name in shown
    assert f"Read your name and how to reach you ({case.vacancy.title})" in shown
    assert "Your yes to this post on" in shown
    assert ministry.name not in shown


def test_opened_paper_stands_there_with_its_post_and_consent(
    client, page, professional, make_client, sign_in
):
    case = PlacementFactory(professional=professional, status=PlacementStatus.AGREED)
    paper = DocumentFactory(professional=professional, for_ministries=True)
    url = f"/ministry/cases/{case.id}/documents/{paper.id}/file"
    open_as(make_client, sign_in, case.vacancy.created_by, url)
    open_as(make_client, sign_in, CoordinatorFactory(), f"/coordinator/documents/{paper.id}/file")
    shown = page(client.get(OPENINGS)).text("main table")
    title = f"“Diploma or certificate: {paper.name}”"
    assert f"Opened your document {title} ({case.vacancy.title}) Your yes to this post on" in shown
    assert f"Opened your document {title} Your consent to matching of" in shown
    assert "None was in force that day" not in shown


def test_others_files_are_not_mine(client, page, professional, make_client, sign_in):
    other = ActiveProfessionalFactory()
    url = f"/coordinator/licences/{other.licences[0].id}"
    open_as(make_client, sign_in, CoordinatorFactory(), url)
    assert "Nobody has opened it yet." in page(client.get(OPENINGS)).text()


def test_long_list_goes_on(  # noqa: PLR0917 -- fixtures
    client, page, professional, make_client, sign_in, monkeypatch
):
    monkeypatch.setattr("web.views.professional.openings.PAGE", 1)
    for licence in professional.licences:
        for _ in range(2):
            url = f"/coordinator/licences/{licence.id}"
            open_as(make_client, sign_in, CoordinatorFactory(), url)
    first = page(client.get(OPENINGS))
    (onward,) = [link for link in first.links() if "before=" in link]
    assert len(first.texts("main tbody tr")) == len(page(client.get(onward)).texts("main tbody tr")) == 1
    assert client.get(f"{OPENINGS}?before=nonsense").status_code == 200
