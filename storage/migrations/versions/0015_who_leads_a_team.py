"""The order in which a team was chosen: its first member leads it.

Expand only: code older than this revision ignores the column. Teams of before keep the order of
their members' numbers.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("members", sa.Column("place", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    op.drop_column("members", "place")
