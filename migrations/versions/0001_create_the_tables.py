"""Create the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
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
    with op.batch_alter_table("facility", schema=None) as batch_op:
        batch_op.create_index("ix_facility_country_region", ["country", "region"], unique=False)

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
    with op.batch_alter_table("ministry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ministry_country"), ["country"], unique=False)

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
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_message_sent_at_due_at", ["sent_at", "due_at"], unique=False)

    op.create_table(
        "pool_revision",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", IDENTIFIER, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_pool_revision_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool_revision")),
    )
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
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_user_ministry_id"), ["ministry_id"], unique=False)

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
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index("ix_audit_entry_kind_object_id", ["kind", "object_id"], unique=False)

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
    with op.batch_alter_table("professional", schema=None) as batch_op:
        batch_op.create_index("ix_professional_revision", ["revision"], unique=False)
        batch_op.create_index(batch_op.f("ix_professional_status"), ["status"], unique=False)

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
        "submission",
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("user_id", IDENTIFIER, nullable=True),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("notice", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_submission_user_id_user")),
        sa.PrimaryKeyConstraint("nonce", name=op.f("pk_submission")),
    )
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_submission_created_at"), ["created_at"], unique=False)

    op.create_table(
        "vacancy",
        sa.Column("ministry_id", IDENTIFIER, nullable=False),
        sa.Column("facility_id", IDENTIFIER, nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(length=16), nullable=False),
        sa.Column("specialty", sa.String(length=64), nullable=True),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("earliest_start", sa.Date(), nullable=False),
        sa.Column("latest_start", sa.Date(), nullable=False),
        sa.Column("duration_weeks", sa.Integer(), nullable=True),
        sa.Column("posts", sa.Integer(), nullable=False),
        sa.Column("filled", sa.Integer(), nullable=False),
        sa.Column("min_years_experience", sa.Integer(), nullable=False),
        sa.Column("licence_required", sa.Boolean(), nullable=False),
        sa.Column("teaching", sa.Boolean(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("benefits", sa.String(), nullable=False),
        sa.Column("funded", sa.Boolean(), nullable=False),
        sa.Column("budget_line", sa.String(), nullable=False),
        sa.Column("local_candidates", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("created_by_id", IDENTIFIER, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(mode = 'permanent') = (duration_weeks IS NULL)", name=op.f("ck_vacancy_duration")
        ),
        sa.CheckConstraint("filled >= 0 AND filled <= posts", name=op.f("ck_vacancy_filled")),
        sa.CheckConstraint("latest_start >= earliest_start", name=op.f("ck_vacancy_window")),
        sa.CheckConstraint("posts >= 1", name=op.f("ck_vacancy_posts")),
        sa.ForeignKeyConstraint(["created_by_id"], ["user.id"], name=op.f("fk_vacancy_created_by_id_user")),
        sa.ForeignKeyConstraint(
            ["facility_id"], ["facility.id"], name=op.f("fk_vacancy_facility_id_facility")
        ),
        sa.ForeignKeyConstraint(
            ["ministry_id"], ["ministry.id"], name=op.f("fk_vacancy_ministry_id_ministry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy")),
    )
    with op.batch_alter_table("vacancy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancy_country"), ["country"], unique=False)
        batch_op.create_index(batch_op.f("ix_vacancy_facility_id"), ["facility_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_vacancy_ministry_id"), ["ministry_id"], unique=False)
        batch_op.create_index("ix_vacancy_status_published_at", ["status", "published_at"], unique=False)

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
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_availability_professional_id"), ["professional_id"], unique=False
        )

    op.create_table(
        "consent",
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("ministry_id", IDENTIFIER, nullable=True),
        sa.Column("vacancy_id", IDENTIFIER, nullable=True),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["ministry_id"], ["ministry.id"], name=op.f("fk_consent_ministry_id_ministry")
        ),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_consent_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_consent_vacancy_id_vacancy")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_professional_id"), ["professional_id"], unique=False)

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
    with op.batch_alter_table("held_occupation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_held_occupation_code"), ["code"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_held_occupation_professional_id"), ["professional_id"], unique=False
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
    with op.batch_alter_table("held_skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_held_skill_professional_id"), ["professional_id"], unique=False)

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
    with op.batch_alter_table("licence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_licence_professional_id"), ["professional_id"], unique=False)

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
    with op.batch_alter_table("qualification", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_qualification_professional_id"), ["professional_id"], unique=False
        )

    op.create_table(
        "ranking",
        sa.Column("vacancy_id", IDENTIFIER, nullable=False),
        sa.Column("vacancy_version", sa.Integer(), nullable=False),
        sa.Column("pool_revision", IDENTIFIER, nullable=False),
        sa.Column("engine", sa.String(length=40), nullable=False),
        sa.Column("vocabulary", sa.String(length=80), nullable=False),
        sa.Column("weights", sa.String(length=80), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("position", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_ranking_vacancy_id_vacancy")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking")),
    )
    with op.batch_alter_table("ranking", schema=None) as batch_op:
        batch_op.create_index("ix_ranking_vacancy_id_id", ["vacancy_id", "id"], unique=False)

    op.create_table(
        "required_language",
        sa.Column("vacancy_id", IDENTIFIER, nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("min_cefr", sa.String(length=40), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancy.id"],
            name=op.f("fk_required_language_vacancy_id_vacancy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_required_language")),
    )
    with op.batch_alter_table("required_language", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_required_language_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "required_skill",
        sa.Column("vacancy_id", IDENTIFIER, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("phrase", sa.String(), nullable=False),
        sa.Column("min_level", sa.Integer(), nullable=True),
        sa.Column("indispensable", sa.Boolean(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.CheckConstraint("min_level BETWEEN 1 AND 4", name=op.f("ck_required_skill_min_level")),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancy.id"],
            name=op.f("fk_required_skill_vacancy_id_vacancy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_required_skill")),
    )
    with op.batch_alter_table("required_skill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_required_skill_vacancy_id"), ["vacancy_id"], unique=False)

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
    with op.batch_alter_table("spoken_language", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_spoken_language_professional_id"), ["professional_id"], unique=False
        )

    op.create_table(
        "vacancy_event",
        sa.Column("vacancy_id", IDENTIFIER, nullable=False),
        sa.Column("from_status", sa.String(length=40), nullable=True),
        sa.Column("to_status", sa.String(length=40), nullable=False),
        sa.Column("actor_id", IDENTIFIER, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["user.id"], name=op.f("fk_vacancy_event_actor_id_user")),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancy.id"],
            name=op.f("fk_vacancy_event_vacancy_id_vacancy"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vacancy_event")),
    )
    with op.batch_alter_table("vacancy_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_vacancy_event_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "match",
        sa.Column("ranking_id", IDENTIFIER, nullable=False),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.String(length=16), nullable=False),
        sa.Column("section", sa.String(length=16), nullable=False),
        sa.Column("low", sa.Integer(), nullable=False),
        sa.Column("high", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["professional.id"], name=op.f("fk_match_professional_id_professional")
        ),
        sa.ForeignKeyConstraint(
            ["ranking_id"], ["ranking.id"], name=op.f("fk_match_ranking_id_ranking"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
        sa.UniqueConstraint("ranking_id", "place", name=op.f("uq_match_ranking_id_place")),
        sa.UniqueConstraint(
            "ranking_id", "professional_id", name=op.f("uq_match_ranking_id_professional_id")
        ),
        sa.UniqueConstraint("ranking_id", "pseudonym", name=op.f("uq_match_ranking_id_pseudonym")),
    )
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_match_professional_id"), ["professional_id"], unique=False)

    op.create_table(
        "placement",
        sa.Column("vacancy_id", IDENTIFIER, nullable=False),
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column("ranking_id", IDENTIFIER, nullable=True),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("pseudonym", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("holds_post", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("choice_reason", sa.String(length=40), nullable=True),
        sa.Column("choice_note", sa.String(), nullable=False),
        sa.Column("proposed_by_id", IDENTIFIER, nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("professional_answer", sa.String(length=40), nullable=True),
        sa.Column("professional_answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decline_reason", sa.String(length=40), nullable=True),
        sa.Column("ministry_answer", sa.String(length=40), nullable=True),
        sa.Column("ministry_answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("not_selected_reason", sa.String(length=40), nullable=True),
        sa.Column("approved_by_id", IDENTIFIER, nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name=op.f("ck_placement_order")),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["user.id"], name=op.f("fk_placement_approved_by_id_user")
        ),
        sa.ForeignKeyConstraint(
            ["professional_id"], ["professional.id"], name=op.f("fk_placement_professional_id_professional")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by_id"], ["user.id"], name=op.f("fk_placement_proposed_by_id_user")
        ),
        sa.ForeignKeyConstraint(["ranking_id"], ["ranking.id"], name=op.f("fk_placement_ranking_id_ranking")),
        sa.ForeignKeyConstraint(["vacancy_id"], ["vacancy.id"], name=op.f("fk_placement_vacancy_id_vacancy")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_professional_id"), ["professional_id"], unique=False)
        batch_op.create_index("ix_placement_status", ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_vacancy_id"), ["vacancy_id"], unique=False)
        batch_op.create_index(
            "uq_placement_open_case",
            ["vacancy_id", "professional_id"],
            unique=True,
            sqlite_where=sa.text(
                "status IN ('agreed', 'approved', 'extended', 'in_post', 'preparing', 'proposed')"
            ),
            postgresql_where=sa.text(
                "status IN ('agreed', 'approved', 'extended', 'in_post', 'preparing', 'proposed')"
            ),
        )

    op.create_table(
        "ranking_view",
        sa.Column("ranking_id", IDENTIFIER, nullable=False),
        sa.Column("user_id", IDENTIFIER, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(
            ["ranking_id"],
            ["ranking.id"],
            name=op.f("fk_ranking_view_ranking_id_ranking"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_ranking_view_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ranking_view")),
        sa.UniqueConstraint("ranking_id", "user_id", name=op.f("uq_ranking_view_ranking_id_user_id")),
    )
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
    with op.batch_alter_table("verification", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_verification_licence_id"), ["licence_id"], unique=False)

    op.create_table(
        "placement_event",
        sa.Column("placement_id", IDENTIFIER, nullable=False),
        sa.Column("from_status", sa.String(length=40), nullable=True),
        sa.Column("to_status", sa.String(length=40), nullable=False),
        sa.Column("step", sa.String(length=40), nullable=False),
        sa.Column("actor_id", IDENTIFIER, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["user.id"], name=op.f("fk_placement_event_actor_id_user")),
        sa.ForeignKeyConstraint(
            ["placement_id"],
            ["placement.id"],
            name=op.f("fk_placement_event_placement_id_placement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_event")),
    )
    with op.batch_alter_table("placement_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_event_placement_id"), ["placement_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("placement_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placement_event_placement_id"))

    op.drop_table("placement_event")
    with op.batch_alter_table("verification", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_verification_licence_id"))

    op.drop_table("verification")
    op.drop_table("ranking_view")
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_placement_open_case",
            sqlite_where=sa.text(
                "status IN ('agreed', 'approved', 'extended', 'in_post', 'preparing', 'proposed')"
            ),
            postgresql_where=sa.text(
                "status IN ('agreed', 'approved', 'extended', 'in_post', 'preparing', 'proposed')"
            ),
        )
        batch_op.drop_index(batch_op.f("ix_placement_vacancy_id"))
        batch_op.drop_index("ix_placement_status")
        batch_op.drop_index(batch_op.f("ix_placement_professional_id"))

    op.drop_table("placement")
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_match_professional_id"))

    op.drop_table("match")
    with op.batch_alter_table("vacancy_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_vacancy_event_vacancy_id"))

    op.drop_table("vacancy_event")
    with op.batch_alter_table("spoken_language", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_spoken_language_professional_id"))

    op.drop_table("spoken_language")
    with op.batch_alter_table("required_skill", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_required_skill_vacancy_id"))

    op.drop_table("required_skill")
    with op.batch_alter_table("required_language", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_required_language_vacancy_id"))

    op.drop_table("required_language")
    with op.batch_alter_table("ranking", schema=None) as batch_op:
        batch_op.drop_index("ix_ranking_vacancy_id_id")

    op.drop_table("ranking")
    with op.batch_alter_table("qualification", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_qualification_professional_id"))

    op.drop_table("qualification")
    with op.batch_alter_table("licence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_licence_professional_id"))

    op.drop_table("licence")
    op.drop_table("identity")
    with op.batch_alter_table("held_skill", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_held_skill_professional_id"))

    op.drop_table("held_skill")
    with op.batch_alter_table("held_occupation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_held_occupation_professional_id"))
        batch_op.drop_index(batch_op.f("ix_held_occupation_code"))

    op.drop_table("held_occupation")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_professional_id"))

    op.drop_table("consent")
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_availability_professional_id"))

    op.drop_table("availability")
    with op.batch_alter_table("vacancy", schema=None) as batch_op:
        batch_op.drop_index("ix_vacancy_status_published_at")
        batch_op.drop_index(batch_op.f("ix_vacancy_ministry_id"))
        batch_op.drop_index(batch_op.f("ix_vacancy_facility_id"))
        batch_op.drop_index(batch_op.f("ix_vacancy_country"))

    op.drop_table("vacancy")
    with op.batch_alter_table("submission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_submission_created_at"))

    op.drop_table("submission")
    op.drop_table("readiness")
    with op.batch_alter_table("professional", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_professional_status"))
        batch_op.drop_index("ix_professional_revision")

    op.drop_table("professional")
    op.drop_table("coordinator_country")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_entry_kind_object_id")

    op.drop_table("audit_entry")
    with op.batch_alter_table("user", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_user_ministry_id"))

    op.drop_table("user")
    op.drop_table("pool_revision")
    with op.batch_alter_table("outbox_message", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_message_sent_at_due_at")

    op.drop_table("outbox_message")
    with op.batch_alter_table("ministry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_ministry_country"))

    op.drop_table("ministry")
    with op.batch_alter_table("facility", schema=None) as batch_op:
        batch_op.drop_index("ix_facility_country_region")

    op.drop_table("facility")
