"""Decisions that were taken back: struck in the kartu kendali, never deleted.

Expand only: code older than this revision ignores the columns.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    # In place: SQLite does not let go of a table of tasks to which marks and forms point.
    op.execute(
        "ALTER TABLE tasks ADD COLUMN undone_by INTEGER"
        " CONSTRAINT fk_tasks_undone_by_people REFERENCES people (id)"
    )


def downgrade() -> None:
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_column("undone_by")
        tasks.drop_column("undone_at")
