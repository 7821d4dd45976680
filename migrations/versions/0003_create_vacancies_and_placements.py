"""Create vacancies, rankings, placements and consents."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
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
    op.create_index(op.f("ix_vacancy_country"), "vacancy", ["country"], unique=False)
    op.create_index(op.f("ix_vacancy_facility_id"), "vacancy", ["facility_id"], unique=False)
    op.create_index(op.f("ix_vacancy_ministry_id"), "vacancy", ["ministry_id"], unique=False)
    op.create_index("ix_vacancy_status_published_at", "vacancy", ["status", "published_at"], unique=False)
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
    op.create_index(
        op.f("ix_required_language_vacancy_id"), "required_language", ["vacancy_id"], unique=False
    )
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
    op.create_index(op.f("ix_required_skill_vacancy_id"), "required_skill", ["vacancy_id"], unique=False)
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
    op.create_index(op.f("ix_vacancy_event_vacancy_id"), "vacancy_event", ["vacancy_id"], unique=False)
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
    op.create_index(op.f("ix_consent_professional_id"), "consent", ["professional_id"], unique=False)
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
    op.create_index("ix_ranking_vacancy_id_id", "ranking", ["vacancy_id", "id"], unique=False)
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
    op.create_index(op.f("ix_match_professional_id"), "match", ["professional_id"], unique=False)
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
    op.create_index(op.f("ix_placement_professional_id"), "placement", ["professional_id"], unique=False)
    op.create_index("ix_placement_status", "placement", ["status"], unique=False)
    op.create_index(op.f("ix_placement_vacancy_id"), "placement", ["vacancy_id"], unique=False)
    op.create_index(
        "uq_placement_open_case",
        "placement",
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
    op.create_index(
        op.f("ix_placement_event_placement_id"), "placement_event", ["placement_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("placement_event")
    op.drop_table("placement")
    op.drop_table("ranking_view")
    op.drop_table("match")
    op.drop_table("ranking")
    op.drop_table("consent")
    op.drop_table("vacancy_event")
    op.drop_table("required_skill")
    op.drop_table("required_language")
    op.drop_table("vacancy")
