"""Let consents end, have checks countersigned and accepted, remind of licences, keep what is only counted."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("consent") as consent:
        consent.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        consent.create_check_constraint(op.f("ck_consent_end"), "purpose = 'disclosure' OR ends_on IS NULL")
    # Nobody has been asked yet, so nobody's words are shared.
    op.add_column(
        "professional",
        sa.Column("summary_shared", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    with op.batch_alter_table("professional") as professional:
        professional.alter_column("summary_shared", server_default=None)
    _countersign()
    _make_tables()


def _countersign() -> None:
    with op.batch_alter_table("verification") as verification:
        verification.add_column(sa.Column("countersigned_by_id", IDENTIFIER, nullable=True))
        verification.add_column(sa.Column("countersigned_at", sa.DateTime(timezone=True), nullable=True))
        verification.create_foreign_key(
            op.f("fk_verification_countersigned_by_id_user"), "user", ["countersigned_by_id"], ["id"]
        )
    # What has counted so far goes on counting; that nobody signed it can be seen.
    op.execute("UPDATE verification SET countersigned_at = checked_at WHERE method = 'primary_source'")


def _make_tables() -> None:
    op.create_table(
        "verification_acceptance",
        sa.Column("verification_id", IDENTIFIER, nullable=False),
        sa.Column("ministry_id", IDENTIFIER, nullable=False),
        sa.Column("accepted_by_id", IDENTIFIER, nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verification.id"],
            name=op.f("fk_verification_acceptance_verification_id_verification"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["ministry_id"], ["ministry.id"], name=op.f("fk_verification_acceptance_ministry_id_ministry")
        ),
        sa.ForeignKeyConstraint(
            ["accepted_by_id"], ["user.id"], name=op.f("fk_verification_acceptance_accepted_by_id_user")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification_acceptance")),
        sa.UniqueConstraint(
            "verification_id",
            "ministry_id",
            name=op.f("uq_verification_acceptance_verification_id_ministry_id"),
        ),
    )
    op.create_table(
        "licence_reminder",
        sa.Column("licence_id", IDENTIFIER, nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["licence_id"],
            ["licence.id"],
            name=op.f("fk_licence_reminder_licence_id_licence"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licence_reminder")),
        sa.UniqueConstraint(
            "licence_id", "ends_on", "days", name=op.f("uq_licence_reminder_licence_id_ends_on_days")
        ),
    )
    op.create_table(
        "protected_facts",
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sex_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("birth_year_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("nationality_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_protected_facts_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("professional_id", name=op.f("pk_protected_facts")),
        sa.UniqueConstraint("key_id", name=op.f("uq_protected_facts_key_id")),
    )


def downgrade() -> None:
    for table in ("protected_facts", "licence_reminder", "verification_acceptance"):
        op.drop_table(table)
    with op.batch_alter_table("verification") as verification:
        verification.drop_constraint(op.f("fk_verification_countersigned_by_id_user"), type_="foreignkey")
        verification.drop_column("countersigned_at")
        verification.drop_column("countersigned_by_id")
    with op.batch_alter_table("professional") as professional:
        professional.drop_column("summary_shared")
    with op.batch_alter_table("consent") as consent:
        consent.drop_constraint(op.f("ck_consent_end"), type_="check")
        consent.drop_column("ends_on")
