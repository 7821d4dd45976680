"""Create accounts, ministries, facilities, and what every act leaves behind."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "ministry",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ministry")),
        sa.UniqueConstraint("name", name=op.f("uq_ministry_name")),
    )
    op.create_index(op.f("ix_ministry_country"), "ministry", ["country"], unique=False)
    op.create_table(
        "user",
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("password_changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ministry_id", IDENTIFIER, nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(role = 'ministry') = (ministry_id IS NOT NULL)", name=op.f("ck_user_ministry_of_ministry_users")
        ),
        sa.ForeignKeyConstraint(["ministry_id"], ["ministry.id"], name=op.f("fk_user_ministry_id_ministry")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("email", name=op.f("uq_user_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_user_fs_uniquifier")),
    )
    op.create_index(op.f("ix_user_ministry_id"), "user", ["ministry_id"], unique=False)
    op.create_table(
        "coordinator_country",
        sa.Column("user_id", IDENTIFIER, nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_coordinator_country_user_id_user"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "country", name=op.f("pk_coordinator_country")),
    )
    op.create_table(
        "facility",
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("ownership", sa.String(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_key", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_facility")),
        sa.UniqueConstraint("source", "source_key", name=op.f("uq_facility_source_source_key")),
    )
    op.create_index("ix_facility_country_region", "facility", ["country", "region"], unique=False)
    op.create_table(
        "readiness",
        sa.Column("facility_id", IDENTIFIER, nullable=False),
        sa.Column("equipment", sa.String(length=40), nullable=False),
        sa.Column("people", sa.String(length=40), nullable=False),
        sa.Column("money", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("attested_by_id", IDENTIFIER, nullable=False),
        sa.Column("attested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by_id", IDENTIFIER, nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attested_by_id"], ["user.id"], name=op.f("fk_readiness_attested_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["user.id"], name=op.f("fk_readiness_confirmed_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["facility_id"],
            ["facility.id"],
            name=op.f("fk_readiness_facility_id_facility"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readiness")),
        sa.UniqueConstraint("facility_id", name=op.f("uq_readiness_facility_id")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", IDENTIFIER, nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("object_id", IDENTIFIER, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("request_id", sa.String(length=40), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["user.id"], name=op.f("fk_audit_entry_actor_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_entry_kind_object_id", "audit_entry", ["kind", "object_id"], unique=False)
    op.create_table(
        "outbox_message",
        sa.Column("message", sa.String(length=40), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_message_message_id")),
    )
    op.create_index("ix_outbox_message_sent_at_due_at", "outbox_message", ["sent_at", "due_at"], unique=False)
    op.create_table(
        "submission",
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("user_id", IDENTIFIER, nullable=True),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_submission_user_id_user")),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_submission")),
    )
    op.create_index(op.f("ix_submission_created_at"), "submission", ["created_at"], unique=False)


def downgrade() -> None:
    op.drop_table("submission")
    op.drop_table("outbox_message")
    op.drop_table("audit_entry")
    op.drop_table("readiness")
    op.drop_table("facility")
    op.drop_table("coordinator_country")
    op.drop_table("user")
    op.drop_table("ministry")
