"""Make room for what is sealed: a column beside each in plain, everybody's key, and codes to find them by."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SEALED = {
    "user": ("email", "name"),
    "professional": ("summary",),
    "identity": ("given_name", "family_name", "phone"),
    "held_occupation": ("title",),
    "held_skill": ("phrase",),
    "qualification": ("title", "institution"),
    "licence": ("regulator", "number"),
    "verification": ("source", "note"),
    "placement": ("choice_note",),
    "placement_event": ("comment",),
    "match": ("body",),
    "candidate_version": ("body",),
    "outbox_message": ("recipient", "details"),
    "audit_entry": ("reason",),
}


class SealedReasonsError(RuntimeError):
    """Going back would lose why acts were done, and break their seals."""


def upgrade() -> None:
    for table, columns in SEALED.items():
        for column in columns:
            op.add_column(table, sa.Column(f"{column}_sealed", sa.LargeBinary()))
    op.add_column("user", sa.Column("key_id", sa.LargeBinary(length=16)))
    op.add_column("user", sa.Column("email_index", sa.String(length=64)))
    op.add_column("licence", sa.Column("number_index", sa.String(length=64)))
    op.create_index(op.f("ix_licence_number_index"), "licence", ["number_index"])
    op.add_column(
        "outbox_message", sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"))
    )
    op.create_table(
        "user_word",
        sa.Column("user_id", NUMBER, nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_user_word_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "code", name=op.f("pk_user_word")),
    )
    op.create_index(op.f("ix_user_word_code"), "user_word", ["code"])


def downgrade() -> None:
    count = sa.text("SELECT count(*) FROM audit_entry WHERE reason_sealed IS NOT NULL")
    if reasons := op.get_bind().scalar(count):
        raise SealedReasonsError(f"{reasons} acts have sealed reasons, which older versions cannot read")
    op.drop_index(op.f("ix_user_word_code"), "user_word")
    op.drop_table("user_word")
    op.drop_column("outbox_message", "user_id")
    op.drop_index(op.f("ix_licence_number_index"), "licence")
    op.drop_column("licence", "number_index")
    op.drop_column("user", "email_index")
    op.drop_column("user", "key_id")
    for table, columns in SEALED.items():
        for column in columns:
            op.drop_column(table, f"{column}_sealed")
