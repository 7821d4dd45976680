"""Keep the wordings that people confirmed for a code."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "confirmed_wording",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("confirmations", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", IDENTIFIER, nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["revoked_by_id"], ["user.id"], name=op.f("fk_confirmed_wording_revoked_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmed_wording")),
        sa.UniqueConstraint(
            *("kind", "words", "language", "country", "code"),
            name=op.f("uq_confirmed_wording_kind_words_language_country_code"),
        ),
    )


def downgrade() -> None:
    op.drop_table("confirmed_wording")
