"""What is done with a file while it lies at one step: given to a colleague, and so on.

Expand only: code older than this revision ignores the table.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "custody_notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("case_id", sa.Integer(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("task_id", sa.Integer(), sa.ForeignKey("tasks.id"), nullable=False),
        sa.Column("event", sa.String(20), nullable=False),
        sa.Column("by_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("title", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_id", sa.Integer(), sa.ForeignKey("people.id"), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
    )
    op.create_index("ix_custody_notes_case", "custody_notes", ["case_id", "id"])
    op.create_index("ix_custody_notes_task", "custody_notes", ["task_id", "id"])


def downgrade() -> None:
    op.drop_table("custody_notes")
