"""Tasks beside the main one: what kind they are, under which they stand, and who asked.

Expand only: code older than this revision makes main tasks alone, and takes each task for one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("tasks", sa.Column("kind", sa.String(12), nullable=False, server_default="main"))
    op.add_column("tasks", sa.Column("below", sa.Integer(), nullable=True))
    op.add_column("tasks", sa.Column("asked_by", sa.Integer(), nullable=True))
    op.add_column("tasks", sa.Column("asked_as", sa.String(120), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("tasks") as tasks:
        for column in ("asked_as", "asked_by", "below", "kind"):
            tasks.drop_column(column)
