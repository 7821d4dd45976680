"""What decides nothing cannot be read by what decides: neither by import nor by statement."""

import ast

import pytest
from sqlalchemy import event

from tests.architecture.house import Source, read_code
from tests.factories import ActiveProfessionalFactory, MinistryUserFactory, ProtectedFactsFactory
from tests.factories.scenes import make_ready_facility, make_vacancy
from web.models.protected_facts import ProtectedFacts
from web.models.vacancy import VacancyStatus
from web.services.matching import changes_for, fit_of, rank_vacancy
from web.services.rankings import store_ranking

MODULE = "protected_facts"
# The page that asks, what keeps and finds one's own answers, the model and its description.
MAY_KNOW = {
    "web/forms/profile/protected_facts.py",
    "web/models/__init__.py",
    "web/models/inventory/professionals.py",
    "web/models/protected_facts.py",
    "web/queries/protected_facts.py",
    "web/services/protected_facts.py",
    "web/views/professional/profile/__init__.py",
    "web/views/professional/profile/protected_facts.py",
}


def find_readers(sources):
    """Find who imports the module, whatever way, or names the table in a statement."""
    return sorted({source.name for source in sources if _names_it(source)} - MAY_KNOW)


def _names_it(source: Source) -> bool:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import) and any(MODULE in alias.name for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(alias.name for alias in node.names)]
            if any(MODULE in name or name == ProtectedFacts.__name__ for name in names):
                return True
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and f" {MODULE}" in node.value:
            return True
    return False


def test_nobody_else_knows_the_facts():
    assert find_readers(read_code()) == []


@pytest.mark.parametrize(
    "line",
    [
        "from web.models.protected_facts import Sex",
        "import web.models.protected_facts as facts",
        "from web.models import protected_facts",
        "WORDS = 'SELECT sex FROM protected_facts'",
    ],
)
def test_reader_is_noticed(line):
    """The planted fault: a module that ranks and looks."""
    planted = Source("web/services/matching/candidates.py", f"{line}\n")
    assert find_readers([planted]) == ["web/services/matching/candidates.py"]


@pytest.fixture
def statements(session):
    heard = []
    listener = lambda *arguments: heard.append(arguments[2])  # noqa: E731
    event.listen(session.get_bind(), "before_cursor_execute", listener)
    yield heard
    event.remove(session.get_bind(), "before_cursor_execute", listener)


def rank(session):
    """Do all that ranks: a list, one person's fit, what would change it; and keep the list."""
    writer = MinistryUserFactory()
    facility = make_ready_facility("GH", attested_by=writer)
    vacancy = make_vacancy(VacancyStatus.PUBLISHED, facility=facility, writer=writer)
    person = ActiveProfessionalFactory()
    ProtectedFactsFactory(professional=person)
    session.commit()
    session.expire_all()
    store_ranking(session, vacancy=vacancy, ranked=rank_vacancy(session, vacancy=vacancy))
    fit_of(session, vacancy=vacancy, professional=person)
    changes_for(session, vacancy=vacancy, professional=person)
    return person


def test_no_statement_of_a_ranking_touches_the_table(session, statements):
    rank(session)
    reading = [words for words in statements if MODULE in words and not words.startswith("INSERT")]
    assert len(statements) > len(reading) == 0


def test_touch_is_noticed(session, statements):
    """The planted fault: somebody looks while ranking."""
    person = rank(session)
    session.get(ProtectedFacts, person.id, populate_existing=True)
    assert [words for words in statements if MODULE in words and not words.startswith("INSERT")] != []
