"""Create professionals and what they state about themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "professional",
        sa.Column("user_id", IDENTIFIER, nullable=False),
        sa.Column("reference", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("country_of_origin", sa.String(length=2), nullable=True),
        sa.Column("residence_country", sa.String(length=2), nullable=True),
        sa.Column("reenter_unlimited", sa.Boolean(), nullable=True),
        sa.Column("reenter_until", sa.Date(), nullable=True),
        sa.Column("modes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("max_weeks", sa.Integer(), nullable=True),
        sa.Column("preferred_countries", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("years_experience", sa.Integer(), nullable=True),
        sa.Column("credential_level", sa.Integer(), nullable=True),
        sa.Column("stated_none", sa.JSON(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reconfirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("credential_level BETWEEN 1 AND 4", name=op.f("ck_professional_credential_level")),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_professional_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_professional")),
        sa.UniqueConstraint("reference", name=op.f("uq_professional_reference")),
        sa.UniqueConstraint("user_id", name=op.f("uq_professional_user_id")),
    )
    op.create_index("ix_professional_revision", "professional", ["revision"], unique=False)
    op.create_index(op.f("ix_professional_status"), "professional", ["status"], unique=False)
    op.create_table(
        "identity",
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_identity_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("professional_id", name=op.f("pk_identity")),
    )
    op.create_table(
        "held_occupation",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("specialty", sa.String(length=64), nullable=True),
        sa.Column("years", sa.Integer(), nullable=True),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_held_occupation_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_occupation")),
    )
    op.create_index(op.f("ix_held_occupation_code"), "held_occupation", ["code"], unique=False)
    op.create_index(
        op.f("ix_held_occupation_professional_id"), "held_occupation", ["professional_id"], unique=False
    )
    op.create_table(
        "held_skill",
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 4", name=op.f("ck_held_skill_level")),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_held_skill_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_skill")),
    )
    op.create_index(op.f("ix_held_skill_professional_id"), "held_skill", ["professional_id"], unique=False)
    op.create_table(
        "spoken_language",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("cefr", sa.String(length=40), nullable=True),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_spoken_language_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spoken_language")),
    )
    op.create_index(
        op.f("ix_spoken_language_professional_id"), "spoken_language", ["professional_id"], unique=False
    )
    op.create_table(
        "qualification",
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("institution", sa.String(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_qualification_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
    )
    op.create_index(
        op.f("ix_qualification_professional_id"), "qualification", ["professional_id"], unique=False
    )
    op.create_table(
        "licence",
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("regulator", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_licence_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_licence")),
    )
    op.create_index("ix_licence_changed_at_id", "licence", ["changed_at", "id"], unique=False)
    op.create_index(op.f("ix_licence_professional_id"), "licence", ["professional_id"], unique=False)
    op.create_table(
        "verification",
        sa.Column("licence_id", IDENTIFIER, nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("checked_by_id", IDENTIFIER, nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by_id"], ["user.id"], name=op.f("fk_verification_checked_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["licence_id"],
            ["licence.id"],
            name=op.f("fk_verification_licence_id_licence"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification")),
    )
    op.create_index(op.f("ix_verification_licence_id"), "verification", ["licence_id"], unique=False)
    op.create_table(
        "availability",
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_availability_order")),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_availability_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
    )
    op.create_index(
        op.f("ix_availability_professional_id"), "availability", ["professional_id"], unique=False
    )
    op.create_table(
        "pool_revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", IDENTIFIER, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_pool_revision_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool_revision")),
    )


def downgrade() -> None:
    op.drop_table("pool_revision")
    op.drop_table("availability")
    op.drop_table("verification")
    op.drop_table("licence")
    op.drop_table("qualification")
    op.drop_table("spoken_language")
    op.drop_table("held_skill")
    op.drop_table("held_occupation")
    op.drop_table("identity")
    op.drop_table("professional")
