"""List the keys that are destroyed, in the transaction that erases whoever they belonged to."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "doomed_key",
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_doomed_key")),
    )


def downgrade() -> None:
    op.drop_table("doomed_key")
