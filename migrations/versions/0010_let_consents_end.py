"""Let consents end, let people share their own words, have checks countersigned and accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("consent") as table:
        table.add_column(sa.Column("ends_on", sa.Date(), nullable=True))
        table.create_check_constraint(op.f("ck_consent_end"), "purpose = 'disclosure' OR ends_on IS NULL")
    # Nobody has been asked yet, so nobody's words are shared.
    op.add_column(
        "professional",
        sa.Column("summary_shared", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    with op.batch_alter_table("professional") as table:
        table.alter_column("summary_shared", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("professional") as table:
        table.drop_column("summary_shared")
    with op.batch_alter_table("consent") as table:
        table.drop_constraint(op.f("ck_consent_end"), type_="check")
        table.drop_column("ends_on")
