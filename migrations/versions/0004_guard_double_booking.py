"""Let the database itself refuse overlapping placements of one person, and count pool revisions.

PostgreSQL has exclusion constraints; SQLite gets the same rule from two triggers. A placement without an
end is permanent and overlaps everything after its start.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# A range of the person's number stands in for equality, which would need an extension in the index.
POSTGRESQL = """
ALTER TABLE placement ADD CONSTRAINT ex_placement_overlap EXCLUDE USING gist (
    int8range(professional_id, professional_id, '[]') WITH &&,
    daterange(starts_on, ends_on, '[]') WITH &&
) WHERE (holds_post)
"""

SQLITE = """
CREATE TRIGGER ex_placement_overlap_{name} BEFORE {event} ON placement
WHEN NEW.holds_post AND EXISTS (
    SELECT 1 FROM placement AS other
    WHERE other.professional_id = NEW.professional_id AND other.holds_post AND other.id IS NOT NEW.id
      AND other.starts_on <= coalesce(NEW.ends_on, '9999-12-31')
      AND NEW.starts_on <= coalesce(other.ends_on, '9999-12-31')
)
BEGIN SELECT raise(ABORT, 'ex_placement_overlap'); END
"""
COLUMNS = "professional_id, starts_on, ends_on, holds_post"
EVENTS = {"insert": "INSERT", "update": f"UPDATE OF {COLUMNS}"}


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for name, event in EVENTS.items():
            op.execute(SQLITE.format(name=name, event=event))
    else:
        op.execute(POSTGRESQL)
    op.execute("INSERT INTO pool_revision (id, revision) VALUES (1, 0)")


def downgrade() -> None:
    op.execute("DELETE FROM pool_revision")
    if op.get_bind().dialect.name == "sqlite":
        for name in EVENTS:
            op.execute(f"DROP TRIGGER ex_placement_overlap_{name}")
    else:
        op.execute("ALTER TABLE placement DROP CONSTRAINT ex_placement_overlap")
