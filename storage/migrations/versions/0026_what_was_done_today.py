"""What somebody decided on one day, the newest first; and menus that name /hariini, once.

Expand only: code older than this revision asks nothing by this index.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    where = sa.text("done_by IS NOT NULL")
    op.create_index(
        "ix_tasks_done_at",
        "tasks",
        ["done_by", "done_at"],
        sqlite_where=where,
        postgresql_where=where,
    )
    op.execute(
        "INSERT INTO outbox"
        " (person_id, kind, body, urgency, state, attempts, created_at, error)"
        " SELECT id, 'ListCommands', '{}', 1, 'waiting', 0, CURRENT_TIMESTAMP, '' FROM people"
        " WHERE id IN (SELECT person_id FROM appointments)"
        " AND id NOT IN (SELECT person_id FROM outbox"
        " WHERE kind = 'ListCommands' AND state = 'waiting')"
    )


def downgrade() -> None:
    op.drop_index("ix_tasks_done_at", "tasks")
