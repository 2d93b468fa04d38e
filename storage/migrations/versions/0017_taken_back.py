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
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
        tasks.add_column(sa.Column("undone_by", sa.Integer(), nullable=True))
        tasks.create_foreign_key(op.f("fk_tasks_undone_by_people"), "people", ["undone_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("tasks") as tasks:
        tasks.drop_constraint(op.f("fk_tasks_undone_by_people"), type_="foreignkey")
        tasks.drop_column("undone_by")
        tasks.drop_column("undone_at")
