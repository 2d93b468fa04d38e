"""Hours of days that are opened, whether Ramadan was asked for, when a lapsed limit was told last.

Expand only: code older than this revision ignores the columns and the table. What was sent back to
its applicant before is called to mind from now on.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column("people", sa.Column("last_lapse_at", moment, nullable=True))
    op.add_column(
        "special_days", sa.Column("hours", sa.String(80), nullable=False, server_default="")
    )
    op.create_table(
        "ramadan_questions",
        sa.Column("first_on", sa.Date(), primary_key=True),
        sa.Column("asked_at", moment, nullable=False),
    )
    op.execute(
        "UPDATE tasks SET next_alarm_at = opened_at, next_alarm = 'waits:' "
        "WHERE done_at IS NULL AND next_alarm_at IS NULL AND because <> ''"
    )


def downgrade() -> None:
    op.execute("UPDATE tasks SET next_alarm_at = NULL WHERE next_alarm LIKE '%waits:%'")
    op.drop_table("ramadan_questions")
    op.drop_column("special_days", "hours")
    op.drop_column("people", "last_lapse_at")
