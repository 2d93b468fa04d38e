"""Since when the administrators know that the office file lost the jabatan of an appointment.

Expand only: code older than this revision ignores the column.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column("appointments", sa.Column("gone_at", moment, nullable=True))


def downgrade() -> None:
    op.drop_column("appointments", "gone_at")
