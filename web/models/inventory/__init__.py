"""What is kept, of whom, why and how long: every column of every table.

Considered: `info=` beside each column, so that whoever adds one sees what is missing; and lists of their own.
Beside the columns, some 280 entries make the models twice as long, columns inherited by several tables
(numbers, versions, whose claim it is) cannot say what each table means by them, and nobody who does not read
code ever sees the whole. So the lists stand here, a file for each part of the house; what nearness would give
is given by a test that names every column without an entry. They name columns by the model's own attribute,
so a column that is renamed or removed breaks the import.

How long is said by naming a rule (`rules.py`), once for each kind of person a column is about, since the name
of a professional and that of an official are not kept equally long. `docs/data.md` is printed from all this.
"""

from web.models.inventory import (
    accounts,
    acts,
    cases,
    claims,
    documents,
    places,
    professionals,
    rankings,
    second_factors,
    vacancies,
    vocabulary,
)
from web.models.inventory.entries import ColumnEntry, TableEntry
from web.models.inventory.kinds import Kind, Subject
from web.models.inventory.rules import RULES, Rule

TABLES: tuple[TableEntry, ...] = (
    *professionals.TABLES,
    *claims.TABLES,
    *documents.TABLES,
    *cases.TABLES,
    *rankings.TABLES,
    *accounts.TABLES,
    *second_factors.TABLES,
    *acts.TABLES,
    *vacancies.TABLES,
    *places.TABLES,
    *vocabulary.TABLES,
)

__all__ = ["RULES", "TABLES", "ColumnEntry", "Kind", "Rule", "Subject", "TableEntry"]
