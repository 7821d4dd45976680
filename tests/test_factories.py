"""Every factory makes a row that both databases accept."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from web.models import Base
from web.models.esco import EscoPart
from web.models.professional import PoolRevision
from web.models.user import CoordinatorCountry, UserWord
from web.models.vacancy import RequiredLanguage, RequiredSkill

# Made together with their owner, by a migration, or by an import that keeps one row.
WITHOUT_FACTORY = {CoordinatorCountry, EscoPart, PoolRevision, RequiredLanguage, RequiredSkill, UserWord}
FACTORIES = [getattr(factories, name) for name in factories.__all__]


@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_row_is_accepted(factory, database, session: Session):
    made, another = factory(), factory()
    session.commit()
    assert made is not another
    assert session.scalars(select(type(made))).all()


def test_every_model_has_a_factory():
    models = {mapper.class_ for mapper in Base.registry.mappers}
    assert {factory._meta.model for factory in FACTORIES} == models - WITHOUT_FACTORY
