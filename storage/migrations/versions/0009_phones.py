"""What lies on which phone since when, lost posts, and who was linked to a case of the counter.

Expand only: code older than this revision ignores the columns and tables.
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
