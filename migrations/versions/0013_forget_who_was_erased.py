"""Let an account be without a person: erased; and keep what must not go, with the reason."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHECK = "(role = 'ministry') = (ministry_id IS NOT NULL)"


class ErasedAccountsError(RuntimeError):
    """Accounts without a person do not fit into the tables of before."""


def upgrade() -> None:
    op.add_column("user", sa.Column("erased_at", sa.DateTime(timezone=True)))
    _let_be_without_address(may=True)
    op.create_table(
        "legal_hold",
        sa.Column("user_id", NUMBER, nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("placed_by_id", NUMBER),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True)),
        sa.Column("id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_legal_hold_user_id_user")),
        sa.ForeignKeyConstraint(["placed_by_id"], ["user.id"], name=op.f("fk_legal_hold_placed_by_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_index(op.f("ix_legal_hold_user_id"), "legal_hold", ["user_id"])


def downgrade() -> None:
    erased = op.get_bind().scalar(sa.text('SELECT count(*) FROM "user" WHERE email_sealed IS NULL'))
    if erased:
        raise ErasedAccountsError(f"{erased} accounts are erased, which older versions do not know")
    op.drop_table("legal_hold")
    _let_be_without_address(may=False)
    op.drop_column("user", "erased_at")


def _let_be_without_address(*, may: bool) -> None:
    check = sa.CheckConstraint(CHECK, name=op.f("ck_user_ministry_of_ministry_users"))
    with op.batch_alter_table("user", table_args=(check,)) as batch:
        batch.alter_column("email_sealed", existing_type=sa.LargeBinary(), nullable=may)
        batch.alter_column("email_index", existing_type=sa.String(length=64), nullable=may)
