"""Keep documents."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

IDENTIFIER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CATEGORIES = ("diploma", "licence", "identity_paper", "cv", "reference", "other")
KINDS = ("pdf", "jpg", "png", "docx")


def upgrade() -> None:
    # Where the files themselves are: the folder DOCUMENTS, see docs/operations.md.
    op.create_table(
        "document",
        sa.Column("professional_id", IDENTIFIER, nullable=False),
        sa.Column(
            "category",
            sa.Enum(*CATEGORIES, name="documentcategory", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("licence_id", IDENTIFIER, nullable=True),
        sa.Column("qualification_id", IDENTIFIER, nullable=True),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("kind", sa.Enum(*KINDS, name="filekind", native_enum=False, length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("for_ministries", sa.Boolean(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_by_id", IDENTIFIER, nullable=True),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", IDENTIFIER, nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_document_size")),
        sa.CheckConstraint(
            "replaced_by_id IS NULL OR replaced_at IS NOT NULL", name=op.f("ck_document_replaced")
        ),
        sa.ForeignKeyConstraint(
            ["professional_id"],
            ["professional.id"],
            name=op.f("fk_document_professional_id_professional"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["licence_id"], ["licence.id"], name=op.f("fk_document_licence_id_licence"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["qualification_id"],
            ["qualification.id"],
            name=op.f("fk_document_qualification_id_qualification"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by_id"],
            ["document.id"],
            name=op.f("fk_document_replaced_by_id_document"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("key", name=op.f("uq_document_key")),
    )
    for column in ("professional_id", "licence_id", "qualification_id", "replaced_by_id"):
        op.create_index(op.f(f"ix_document_{column}"), "document", [column])


def downgrade() -> None:
    for column in ("professional_id", "licence_id", "qualification_id", "replaced_by_id"):
        op.drop_index(op.f(f"ix_document_{column}"), table_name="document")
    op.drop_table("document")
