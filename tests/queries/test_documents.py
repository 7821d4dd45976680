"""Who is given which papers, asked of the queries themselves."""

import pytest

from tests.factories import (
    ActiveProfessionalFactory,
    AdminFactory,
    CoordinatorFactory,
    DocumentFactory,
    MinistryUserFactory,
    PlacementFactory,
    ProfessionalFactory,
    PublishedVacancyFactory,
)
from tests.factories.placements import disclose
from web.models.placement import PlacementStatus
from web.queries.documents import count_current_documents, list_disclosed_documents, list_documents

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("reader", "on_the_roster", "sees"),
    [
        ("owner", True, True),
        ("owner", False, True),
        ("coordinator", True, True),
        ("coordinator", False, False),
        ("ministry", True, False),
        ("admin", True, False),
        ("other", True, False),
    ],
)
def test_list_is_for_the_owner_and_for_coordinators(session, reader, on_the_roster, sees):
    professional = ActiveProfessionalFactory() if on_the_roster else ProfessionalFactory()
    document = DocumentFactory(professional=professional, for_ministries=True)
    readers = {
        "owner": lambda: professional.user,
        "coordinator": lambda: CoordinatorFactory(countries=("SN",)),
        "ministry": MinistryUserFactory,
        "admin": AdminFactory,
        "other": lambda: ActiveProfessionalFactory().user,
    }
    listed = list_documents(session, visible_to=readers[reader](), professional_id=professional.id)
    assert listed == ([document] if sees else [])


def test_only_own_papers_are_counted(session):
    mine = DocumentFactory()
    DocumentFactory()
    assert count_current_documents(session, visible_to=mine.professional.user) == 1
    assert count_current_documents(session, visible_to=CoordinatorFactory(countries=("GH",))) == 0


def test_disclosed_to_the_ministry_of_the_vacancy_alone(session):
    placement = PlacementFactory(vacancy=PublishedVacancyFactory(), status=PlacementStatus.AGREED)
    disclose(placement)
    document = DocumentFactory(professional=placement.professional, for_ministries=True)
    theirs = MinistryUserFactory(ministry=placement.vacancy.ministry)
    for reader, sees in ((theirs, True), (MinistryUserFactory(), False), (AdminFactory(), False)):
        listed = list_disclosed_documents(session, visible_to=reader, placement=placement)
        assert listed == ([document] if sees else [])
