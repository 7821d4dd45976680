"""Answer documents, say what a check did not confirm, and let a second coordinator disagree with it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ANSWERS = ("accepted", "better_needed")
FAULTS = ("unreadable", "incomplete", "another_paper", "another_person", "out_of_date", "not_translated")
DIFFERENCES = ("unknown_there", "number", "name", "status", "dates", "occupation", "no_proof")


def upgrade() -> None:
    # Nobody has answered a document before: all wait.
    with op.batch_alter_table("document") as document:
        document.add_column(sa.Column("answer", _codes("documentanswer", ANSWERS), nullable=True))
        document.add_column(sa.Column("fault", _codes("documentfault", FAULTS), nullable=True))
        document.add_column(sa.Column("answer_note_sealed", sa.LargeBinary(), nullable=True))
        document.add_column(sa.Column("answered_by_id", IDENTIFIER, nullable=True))
        document.add_column(sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
        document.create_foreign_key(
            op.f("fk_document_answered_by_id_user"), "user", ["answered_by_id"], ["id"]
        )
        document.create_check_constraint(
            op.f("ck_document_answer"), "(answer IS NULL) = (answered_at IS NULL)"
        )
        document.create_check_constraint(
            op.f("ck_document_fault"),
            "(fault IS NOT NULL) = (answer IS NOT NULL AND answer = 'better_needed')",
        )
    # Checks of before that did not confirm a licence go on without saying what differed.
    with op.batch_alter_table("verification") as verification:
        verification.add_column(sa.Column("difference", _codes("difference", DIFFERENCES), nullable=True))
        verification.add_column(sa.Column("disagreed_by_id", IDENTIFIER, nullable=True))
        verification.add_column(sa.Column("disagreed_at", sa.DateTime(timezone=True), nullable=True))
        verification.add_column(sa.Column("disagreement_sealed", sa.LargeBinary(), nullable=True))
        verification.create_foreign_key(
            op.f("fk_verification_disagreed_by_id_user"), "user", ["disagreed_by_id"], ["id"]
        )
        verification.create_check_constraint(
            op.f("ck_verification_signed"), "countersigned_at IS NULL OR disagreed_at IS NULL"
        )


def _codes(name: str, codes: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*codes, name=name, native_enum=False, length=40)


def downgrade() -> None:
    with op.batch_alter_table("verification") as verification:
        verification.drop_constraint(op.f("ck_verification_signed"), type_="check")
        verification.drop_constraint(op.f("fk_verification_disagreed_by_id_user"), type_="foreignkey")
        for column in ("disagreement_sealed", "disagreed_at", "disagreed_by_id", "difference"):
            verification.drop_column(column)
    with op.batch_alter_table("document") as document:
        document.drop_constraint(op.f("ck_document_fault"), type_="check")
        document.drop_constraint(op.f("ck_document_answer"), type_="check")
        document.drop_constraint(op.f("fk_document_answered_by_id_user"), type_="foreignkey")
        for column in ("answered_at", "answered_by_id", "answer_note_sealed", "fault", "answer"):
            document.drop_column(column)
