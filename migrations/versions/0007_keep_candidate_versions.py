"""Keep what the engine read of people, and how many matches each ranking has."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "candidate_version",
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_candidate_version_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate_version")),
        sa.UniqueConstraint(
            "professional_id", "digest", name=op.f("uq_candidate_version_professional_id_digest")
        ),
    )
    with op.batch_alter_table("match") as match:
        match.add_column(sa.Column("candidate_version_id", IDENTIFIER, nullable=True))
        match.create_foreign_key(
            op.f("fk_match_candidate_version_id_candidate_version"),
            "candidate_version",
            ["candidate_version_id"],
            ["id"],
        )
        match.create_index(op.f("ix_match_candidate_version_id"), ["candidate_version_id"])
    _count_matches()


def _count_matches() -> None:
    # Nobody has been erased so far: what is there is what was listed.
    with op.batch_alter_table("ranking") as ranking:
        ranking.add_column(sa.Column("listed", sa.Integer(), nullable=True))
        ranking.add_column(sa.Column("erased", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE ranking SET erased = 0,"
        " listed = (SELECT count(*) FROM match WHERE match.ranking_id = ranking.id)"
    )
    with op.batch_alter_table("ranking") as ranking:
        ranking.alter_column("listed", existing_type=sa.Integer(), nullable=False)
        ranking.alter_column("erased", existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("ranking") as ranking:
        ranking.drop_column("erased")
        ranking.drop_column("listed")
    with op.batch_alter_table("match") as match:
        match.drop_index(op.f("ix_match_candidate_version_id"))
        match.drop_constraint(op.f("fk_match_candidate_version_id_candidate_version"), type_="foreignkey")
        match.drop_column("candidate_version_id")
    op.drop_table("candidate_version")
